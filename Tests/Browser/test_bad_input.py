"""Whatever a browser sends: a clear answer in the reader's language, and nothing recorded."""

import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

import pytest
from attempts import BOTH, MOMENTS, QUOTED, Attempt, Attempts
from crawl import pages_of, shape
from lives import Exchange, Life
from playwright.sync_api import Page
from running import Koers
from texts import texts
from visitor import Answer, Visitor, visitors_of
from words import Harmless

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
    "content-type": "text/html; charset=utf-8",
}


# Trying everything takes long, so it happens here alone, on a Koers of its own.


@pytest.fixture(scope="module")
def koers(start_koers: Callable[..., Koers]) -> Koers:
    return start_koers()


@pytest.fixture(scope="module")
def visitors(koers: Koers) -> dict[str, Visitor]:
    return visitors_of(koers)


@pytest.fixture(scope="module")
def attempts(visitors: dict[str, Visitor]) -> Attempts:
    return Attempts(visitors)


@pytest.fixture(scope="module")
def life(visitors: dict[str, Visitor], attempts: Attempts) -> Life:
    """Everything done once, with every fault tried on each kind of form before it is sent well."""
    return Life(visitors, Harmless(), before=attempts.on).live()


@pytest.fixture(scope="module")
def pages(life: Life) -> dict[str, list[Answer]]:
    return pages_of(life)


def complaints(answer: Answer, expected: tuple[int, ...], language: str) -> Iterator[str]:
    """What is not as it should be in an answer that says no."""
    if answer.status not in expected:
        yield f"answered {answer.status} instead of {expected}"
        return
    for name, value in HEADERS.items():
        if answer.headers.get(name) != value:
            yield f"{name} is {answer.headers.get(name)}"
    if not answer.is_page:
        return
    document, words = answer.document, texts(language)
    if document.language != language:
        yield f"the page is in {document.language}"
    if "⟦" in answer.content.decode():
        yield "a text is missing"
    said = [" ".join("".join(one.itertext()).split()) for one in document.all("h2")]
    said += document.headings
    titles = {
        409: ("conflict.title", "conflict.own-title"),
        422: ("form.problem",),
        401: ("signed-out.title", "signed-out.anew-title"),
    }.get(answer.status, (f"error.{answer.status}.title",))
    if not any(words[title] in said for title in titles):
        yield f"it does not say '{words[titles[0]]}' but {said}"


def kept(answer: Answer, sent: dict[str, list[str]], but: tuple[str, ...] = ()) -> Iterator[str]:
    """What a page with a form lost of what was sent."""
    form = answer.document.form
    if form is None:
        yield "there is no form any more"
        return
    for name, values in sent.items():
        if name in but:
            continue
        control = form.controls.get(name)
        if control is None:
            yield f"{name} is gone"
        elif composed(control.values) != composed(values):
            yield f"{name} became {control.values} instead of {values}"


def composed(values: list[str]) -> list[str]:
    """Values as the site keeps them: composed; an empty field is as good as none."""
    return [unicodedata.normalize("NFC", value) for value in values if value]


def assert_refused(made: list[Attempt]) -> None:
    assert made
    found = [
        f"{one}: {it}" for one in made for it in complaints(one.answer, one.expected, one.language)
    ]
    assert not found, "\n".join(found)


def matching(attempts: Attempts, *statuses: int) -> list[Attempt]:
    return [one for one in attempts.all if set(one.expected) & set(statuses)]


def test_a_field_that_is_wrong_says_so(life: Life, attempts: Attempts) -> None:
    made = matching(attempts, 422)
    assert_refused(made)
    silent = [
        f"{one}: the field says nothing; it has {one.answer.document.form}"
        for one in made
        if one.what != "left out"
        and not one.answer.document.form.controls[one.control.name].is_wrong
    ]
    assert not silent, "\n".join(silent)


def test_a_form_that_comes_back_keeps_what_was_written(life: Life, attempts: Attempts) -> None:
    lost = []
    for one in matching(attempts, 422):
        # What a list does not offer cannot stand in it.
        but = (one.control.name,) if one.control.kind in ("radio", "select") else ()
        # The names of the fields come back in the language of the answer.
        lost += [f"{one}: {it}" for it in kept(one.answer, one.sent, ("labels", "issue", *but))]
    assert not lost, "\n".join(lost)


def test_what_is_no_form_of_ours_is_refused(life: Life, attempts: Attempts) -> None:
    assert_refused(matching(attempts, 400, 413, 415))


def test_an_identity_of_nothing_leads_nowhere(life: Life, attempts: Attempts) -> None:
    assert_refused([one for one in attempts.all if one.what.startswith("identity")])


def test_who_may_not_send_a_form_is_told_so(life: Life, attempts: Attempts) -> None:
    assert_refused(matching(attempts, 401, 403, 405))
    for one in matching(attempts, 405):
        assert one.answer.headers["allow"] == "GET, HEAD, POST", one


def test_a_form_after_the_session_ended_keeps_what_was_written(
    life: Life, attempts: Attempts
) -> None:
    for one in matching(attempts, 401):
        areas = {
            area.get("name"): "".join(area.itertext()).removeprefix("\n").replace("\n", "\r\n")
            for area in one.answer.document.all("textarea")
        }
        sent = {name: values[0] for name, values in one.sent.items() if values}
        assert {name: areas.get(name) for name in sent} == sent, one


def test_nothing_that_was_refused_is_recorded(life: Life, attempts: Attempts) -> None:
    moved = {place: heads for place, heads in attempts.heads.items() if heads[0] != heads[1]}
    assert not moved
    assert attempts.heads.keys() == life.forms.keys()


# A session of these tests grows older than the proof that it takes; EmergencyTests try it.
ASKS_A_FRESH_PROOF = {"emergency"}


def test_every_form_that_a_page_offers_was_tried(
    life: Life, pages: dict[str, list[Answer]]
) -> None:
    offered = {
        shape(page.address)[0] for found in pages.values() for page in found if page.document.form
    }
    assert offered - life.forms.keys() - ASKS_A_FRESH_PROOF == set()


def answers(life: Life, *kinds: str) -> list[Exchange]:
    found = [one for one in life.exchanges if one.what in kinds]
    assert found
    return found


# What stands in these to begin with comes from somewhere else, which they leave as it is.
FILLED_IN_BEFOREHAND = {
    "cases/*/interventions",
    "cases/*/publications",
    "cases/*/publications/*/parties",
}


def test_a_form_that_shows_what_stands_there_is_not_sent_over_a_newer_one(life: Life) -> None:
    for place, asked in life.forms.items():
        if place in FILLED_IN_BEFOREHAND:
            continue
        shown = [one for one in asked.form.asked if one.is_text and any(one.values)]
        if shown and "version" in asked.form.controls:
            assert life.guarded[place], f"{place} would overwrite what others wrote"


def test_who_was_too_late_sees_the_change_and_keeps_what_they_wrote(life: Life) -> None:
    found = []
    for one in answers(life, "late", "early"):
        if one.answer.status == 303 and one.what == "late":
            continue
        found += [f"{one.name}: {it}" for it in complaints(one.answer, (409,), "nl")]
        found += [
            f"{one.name}: {it}"
            for it in kept(one.answer, one.sent, ("command", "version", "issue"))
        ]
        form = one.answer.document.form
        if form and form.values["command"] == one.sent["command"]:
            found.append(f"{one.name}: the command is the same")
        if one.what == "late" and not one.answer.document.by_class("timeline-sentence"):
            found.append(f"{one.name}: it does not say what others changed")
    assert not found, "\n".join(found)


def test_a_question_that_makes_no_sense_is_refused_on_every_page(
    pages: dict[str, list[Answer]], visitors: dict[str, Visitor]
) -> None:
    visitor, found = visitors["programme-manager"].twin(), []
    for at, page in enumerate(pages["programme-manager"]):
        if urlsplit(page.address).query:
            continue
        path, language = urlsplit(page.address).path, BOTH[at % 2]
        for question in [f"as-of={moment}" for moment in MOMENTS] + ["%ff=1", "a=%zz", "a=%00"]:
            answer = visitor.speaking(language).get(f"{path}?{question}")
            found += [f"{path}?{question}: {it}" for it in complaints(answer, (400,), language)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("moment", ["9" * 18, "31-12-2999", "1-1-0001", "0"])
@pytest.mark.parametrize("address", ["/", "/history", "/explorations", "/signals"])
def test_a_moment_outside_of_what_is_recorded_is_no_failure(
    address: str, moment: str, visitors: dict[str, Visitor]
) -> None:
    answer = visitors["programme-manager"].twin().get(f"{address}?as-of={moment}")
    assert answer.status in (200, 400)
    assert len(answer.document.headings) == 1


@pytest.mark.parametrize("address", ["/", "/history", "/explorations", "/signals"])
def test_a_choice_that_a_list_does_not_offer_is_refused(
    address: str, pages: dict[str, list[Answer]], visitors: dict[str, Visitor]
) -> None:
    offered = {
        name
        for page in pages["programme-manager"]
        if urlsplit(page.address).path == address
        for name in shape(page.address)[1:]
    } - {"as-of"}
    assert offered, f"{address} offers nothing to choose"
    visitor, found = visitors["programme-manager"].twin(), []
    for name in offered:
        for at, value in enumerate(["nonsense", "-1", "9" * 30, quote(QUOTED), "x" * 10_000]):
            answer = visitor.speaking(BOTH[at % 2]).get(f"{address}?{name}={value}")
            wrong = complaints(answer, (400,), BOTH[at % 2])
            found += [f"{address}?{name}={value[:30]}: {it}" for it in wrong]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["xx", "", "NL", quote(QUOTED), "x" * 5000, "en%00"])
def test_a_language_that_is_none_changes_nothing(language: str, koers: Koers) -> None:
    answer = Visitor(koers.address).get(f"/accessibility?lang={language}")
    assert answer.status in (200, 400)
    assert answer.document.language == "nl"


@pytest.mark.parametrize(
    "next",
    ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "/\t/x"],
)
def test_signing_in_never_leads_away(next: str, koers: Koers) -> None:
    answer = Visitor(koers.address).post("/sign-in", {"person": "noor", "next": next})
    assert (answer.status, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("person", ["", "nobody", QUOTED, "x" * 10_000, "\u0007"])
def test_only_who_is_offered_can_sign_in(person: str, koers: Koers) -> None:
    visitor = Visitor(koers.address)
    for sent in ({"person": person}, {}, {"next": "/"}):
        answer = visitor.post("/sign-in", sent)
        assert not list(complaints(answer, (400,), "nl"))
    assert not visitor.cookies
    answer = visitor.get(f"/sign-in/as/{quote(person)}")
    assert answer.status in (403, 404), str(answer)
    assert not visitor.cookies


def test_a_browser_that_sends_ten_megabytes_is_told_that_it_is_too_much(signed_in: Page) -> None:
    signed_in.goto("/explorations/new")
    signed_in.locator("input[name=title]").evaluate("box => box.value = 'x'.repeat(10 << 20)")
    with signed_in.expect_navigation() as navigation:
        signed_in.locator("form[data-draft] button").click()
    assert navigation.value.status == 413
    assert signed_in.locator("h1").inner_text() == texts("nl")["error.413.title"]
