"""A session that several people have open: what one of them does shows with those who look on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from acting import Cast, Person, signed_in, visitor
from inspection import DESKTOP, PHONE, inspect
from playwright.sync_api import Browser, expect
from running import Koers

IS_STORY = True
# What others do shows within seconds, also on a machine that does much else.
SOON = 15_000


@dataclass
class Session:
    """A session with a colleague and a guest in it, and an open round about one sub-risk."""

    path: str
    guest: str
    risk: str

    def opens_round(self, manager: Person, title: str) -> None:
        manager.goes(f"{self.path}/rounds")
        manager.form.locator(f'[name="risk-{self.risk}"]').check()
        manager.saves(title=title)
        manager.goes(self.path)


@pytest.fixture(scope="module")
def session(cast: Cast, koers: Koers, browser: Browser) -> Session:
    takes_over_the_references(koers, browser)
    noor = cast.noor
    noor.goes("/?group=all")
    noor.follows("Duurzame producten")
    toolbox = f"{noor.path.split('?')[0]}/toolbox"
    noor.goes(f"{toolbox}/beginning")
    noor.saves()
    risk = makes(noor, f"{toolbox}/choose/sub-risks", title="Keurmerk ontbreekt")
    convened = makes(
        noor,
        f"{toolbox}/sessions",
        step="choose",
        title="Brainstorm keurmerken",
        form="brainstorm",
        held="1-9-2026",
    )
    path = f"{toolbox}/sessions/{convened}"
    makes(noor, f"{path}/participants", person="Amina Yılmaz")
    guest = makes(noor, f"{path}/participants", name="Joris Bakker", organisation="Brancheclub")
    session = Session(path, guest, risk)
    session.opens_round(noor, "Eerste ronde")
    return session


def takes_over_the_references(koers: Koers, browser: Browser) -> None:
    yara = signed_in(koers, browser, "analyst")
    yara.goes("/references")
    if yara.main.locator('a[href="/references/adoption"]').count():
        yara.goes("/references/adoption")
        yara.saves()
    yara.context.close()


def makes(who: Person, path: str, **values: str) -> str:
    """Sends the form at `path`, and gives the identity of what it made."""
    who.goes(path)
    made = who.form.locator('[name="command"]').get_attribute("value")
    who.saves(**values)
    return made


@pytest.fixture(scope="module")
def joris(cast: Cast, session: Session, koers: Koers, browser: Browser) -> Iterator[Person]:
    """The guest, who was handed the link."""
    noor = cast.noor
    noor.goes(f"{session.path}/participants/{session.guest}/link")
    with noor.page.expect_navigation():
        noor.page.get_by_role("button", name="Maak een link").click()
    link = noor.main.locator("a.invitation").inner_text()
    joris = visitor(koers, browser)
    joris.goes(link)
    yield joris
    joris.context.close()


def stays(person: Person) -> None:
    """From here on the page must not be loaded anew."""
    person.page.evaluate("window.hasStayed = true")


def has_stayed(person: Person) -> None:
    assert person.page.evaluate("window.hasStayed === true")


def scores(person: Person, score: int) -> None:
    form = person.form.first
    for field in form.locator(f'input[type="radio"][value="{score}"]').all():
        field.check()
    with person.page.expect_navigation() as navigation:
        form.locator(".form-actions button").click()
    assert navigation.value.status == 200


def test_a_guest_sees_the_session_and_nothing_else(joris: Person) -> None:
    joris.sees("Joris Bakker, u bent uitgenodigd door", "Keurmerk ontbreekt")
    joris.sees_no("Duurzame producten", "Amina", "Noor")
    expect(joris.page.locator("header nav")).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_everybody_can_use_the_pages(
    cast: Cast, joris: Person, session: Session, size: dict[str, int]
) -> None:
    cast.noor.goes(session.path)
    for person in (joris, cast.noor):
        person.page.set_viewport_size(size)
        assert list(inspect(person.page)) == []
        person.page.set_viewport_size(DESKTOP)


def test_what_a_guest_scores_shows_with_who_looks_on(
    cast: Cast, joris: Person, session: Session
) -> None:
    for person in (cast.noor, cast.amina):
        person.goes(session.path)
        stays(person)
        person.sees("0 van 2 deelnemers hebben gescoord.")
    scores(joris, 4)
    joris.sees("Uw scores zijn vastgelegd.")
    for person in (cast.noor, cast.amina):
        expect(person.main).to_contain_text("1 van 2 deelnemers hebben gescoord.", timeout=SOON)
        expect(person.main.locator("[data-live-status]")).to_have_text("Bijgewerkt: Scoren")
        has_stayed(person)


def test_a_new_round_comes_in_and_what_is_being_typed_stays(
    cast: Cast, joris: Person, session: Session
) -> None:
    stays(joris)
    remark = joris.form.first.locator('[name^="remark-"]').first
    remark.press_sequentially("Dat zie ik in")
    session.opens_round(cast.noor, "Tweede ronde")
    expect(joris.main).to_contain_text("Tweede ronde", timeout=SOON)
    expect(remark).to_be_focused()
    remark.press_sequentially(" de helft van de winkels")
    expect(remark).to_have_value("Dat zie ik in de helft van de winkels")
    has_stayed(joris)
    scores(joris, 5)


def test_a_round_that_is_closed_shows_its_spread_to_everybody(
    cast: Cast, joris: Person, session: Session
) -> None:
    amina, noor = cast.amina, cast.noor
    amina.goes(session.path)
    amina.follows("Scoor zelf")
    amina.fills(**{name: "1" for name in names_of_scores(amina)})
    amina.sends()
    for person in (amina, joris):
        stays(person)
    noor.goes(session.path)
    noor.follows("Sluit de ronde")
    noor.saves()
    for person in (amina, joris):
        expect(person.main).to_contain_text("van 1 tot 5", timeout=SOON)
        expect(person.main).to_contain_text("de helft van de winkels")
        has_stayed(person)


def names_of_scores(person: Person) -> list[str]:
    """The names of what is scored in the form, each once."""
    content = person.page.content()
    return list(dict.fromkeys(re.findall(r'name="(score-[0-9a-f-]+)"', content)))


def test_whoever_has_no_script_reloads(koers: Koers, browser: Browser, session: Session) -> None:
    context = browser.new_context(base_url=koers.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(koers.sign_in["team-member"])
    page.goto(session.path)
    expect(page.locator("main")).to_contain_text("van 1 tot 5")
    context.close()


def test_a_link_that_is_withdrawn_leads_nowhere(
    cast: Cast, joris: Person, session: Session
) -> None:
    cast.noor.goes(f"{session.path}/participants/{session.guest}/link")
    with cast.noor.page.expect_navigation():
        cast.noor.page.get_by_role("button", name="Trek de link in").click()
    cast.noor.sees("De link werkt niet meer.")
    assert joris.page.reload().status == 404
    joris.sees("Deze link werkt niet")
    assert list(inspect(joris.page)) == []
