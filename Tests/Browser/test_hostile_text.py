"""Hostile text in every field of every form, on its way through every page."""

import difflib
import unicodedata
from collections.abc import Iterator

import pytest
from conftest import Koers, visitors_of
from crawl import crawl
from documents import Structure
from lives import Exchange, Life, kind
from playwright.sync_api import Browser, Route
from visitor import Answer
from words import Harmless, Hostile


@pytest.fixture(scope="module")
def hostile(another_koers: Koers) -> Life:
    """A life like the other one, but for what was written in it."""
    return Life(visitors_of(another_koers), Hostile()).live()


def seen(life: Life) -> list[tuple[str, Answer]]:
    """Every answer on the way, then every page at the end: now, in English and looking back."""
    answers = [(one.name, one.answer) for one in life.exchanges if one.answer.is_page]
    for role, visitor in life.visitors.items():
        answers += [
            (f"the {role} sees {kind(page.address)}", page) for page in crawl_of(life, role)
        ]
        if role == "programme-manager":
            for path in [*life.things, "/", "/explorations", "/signals", "/history"]:
                for question in (f"as-of={visitor.head}", "lang=en"):
                    name = f"{kind(path)}?{question.partition('=')[0]}"
                    answers.append((name, visitor.twin().get(f"{path}?{question}")))
    return answers


def crawl_of(life: Life, role: str) -> list[Answer]:
    return crawl(life.visitors[role], [*life.things, *(f"{it}/history" for it in life.things)])


@pytest.fixture(scope="module")
def hostile_pages(hostile: Life) -> list[tuple[str, Answer]]:
    return seen(hostile)


def test_no_text_becomes_an_element_or_an_attribute(
    life: Life, hostile_pages: list[tuple[str, Answer]]
) -> None:
    harmless_pages = seen(life)
    assert [name for name, _ in harmless_pages] == [name for name, _ in hostile_pages]
    faults = [
        f"{name}: {fault}"
        for (name, harmless), (_, hostile) in zip(harmless_pages, hostile_pages, strict=True)
        for fault in differences(Structure(harmless.content), Structure(hostile.content))
    ]
    assert not faults, "\n".join(faults)


def differences(harmless: Structure, hostile: Structure) -> Iterator[str]:
    for structure in (harmless, hostile):
        if structure.errors:
            yield f"a parser stumbles: {structure.errors[:3]}"
    if harmless.elements != hostile.elements:
        lines = difflib.unified_diff(harmless.elements, hostile.elements, lineterm="", n=1)
        yield " ".join(list(lines)[2:8])


def test_every_text_is_shown_as_it_was_written(
    hostile: Life, hostile_pages: list[tuple[str, Answer]]
) -> None:
    shown = "\n".join(shown_in(answer) for name, answer in hostile_pages if "sees" in name)
    missing = [
        f"{one.name}: {line}"
        for one in hostile.exchanges
        if one.what == "done"
        for line in lines(one)
        if squeezed(line) not in shown
    ]
    assert not missing, "\n".join(missing)


def lines(one: Exchange) -> Iterator[str]:
    """What was written into the text fields of a form, line by line."""
    asked = {control.name for control in one.form.asked if control.is_text} if one.form else set()
    for name in asked & one.sent.keys():
        for value in one.sent[name]:
            yield from (line for line in value.split("\r\n") if line)


def shown_in(answer: Answer) -> str:
    return squeezed(answer.document.text)


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_no_script_runs(
    browser: Browser, another_koers: Koers, hostile_pages: list[tuple[str, Answer]]
) -> None:
    """Every kind of answer as Chromium shows it, with the headers it came with."""
    kinds = {name: answer for name, answer in hostile_pages}
    context = browser.new_context(base_url=another_koers.address, locale="nl-NL")
    shown: dict[str, Answer] = {
        f"{another_koers.address}/shown/{at}": answer for at, answer in enumerate(kinds.values())
    }

    def show(route: Route) -> None:
        answer = shown[route.request.url]
        headers = {name.lower(): value for name, value in answer.headers.items()}
        for name in ("set-cookie", "content-length", "transfer-encoding"):
            headers.pop(name, None)
        route.fulfill(status=answer.status, headers=headers, body=answer.content)

    context.route("**/shown/*", show)
    page, faults = context.new_page(), []
    page.on("dialog", lambda dialog: (faults.append(f"{page.url}: a dialog"), dialog.dismiss()))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda line: faults.append(f"{page.url}: {line.text}") if is_fault(line) else None,
    )
    for (name, answer), address in zip(kinds.items(), shown, strict=True):
        page.goto(address)
        if page.title() != answer.document.title:
            faults.append(f"{name}: the title became {page.title()}")
        if page.url != address:
            faults.append(f"{name}: the page went to {page.url}")
    context.close()
    assert not faults, "\n".join(faults)


def is_fault(line) -> bool:
    """Chromium also reports the status of a page that says no, which is what it should be."""
    return line.type == "error" and "the server responded with a status of" not in line.text


def test_the_two_ways_of_writing_have_the_same_shape() -> None:
    hostile, harmless = Hostile(), Harmless()
    for _ in range(50):
        for one, other in (
            (hostile.line(), harmless.line()),
            (hostile.prose(), harmless.prose()),
            (hostile.address(), harmless.address()),
        ):
            assert len(one) == len(other)
            assert [mark.isspace() for mark in one] == [mark.isspace() for mark in other]
            assert "<" not in other and '"' not in other
