"""Emergency access: taken by who sees one programme, and looked over by the privacy officer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from acting import Person, signed_in, visitor
from inspection import DESKTOP, PHONE, inspect
from playwright.sync_api import Browser, expect
from running import Koers

IS_STORY = True
NAME = "Sanne Bos"


@pytest.fixture(scope="module")
def koers(start_koers) -> Koers:
    """A program of its own: it counts how often emergency access was taken."""
    return start_koers()


@pytest.fixture(scope="module")
def sanne(koers: Koers, browser: Browser) -> Iterator[Person]:
    """An inspector of one programme, whom the administrator lets in."""
    iris = signed_in(koers, browser, "administrator")
    iris.goes("/people/new")
    iris.saves(name=NAME)
    iris.follows("Rol geven")
    iris.saves(role="inspector", scope="programme", programme="Schoon schip", reason="Werk")
    iris.context.close()
    sanne = visitor(koers, browser)
    sanne.goes("/sign-in")
    sanne.page.get_by_role("button", name=NAME).click()
    yield sanne
    sanne.context.close()


@pytest.fixture(scope="module")
def fatima(koers: Koers, browser: Browser) -> Iterator[Person]:
    """The privacy officer."""
    fatima = signed_in(koers, browser, "privacy-officer")
    yield fatima
    fatima.context.close()


@pytest.fixture(scope="module")
def exploration(fatima: Person) -> str:
    fatima.goes("/explorations")
    return fatima.main.locator("table a[href^='/explorations/']").first.get_attribute("href")


@pytest.fixture
def sound(request: pytest.FixtureRequest):
    """Looks at a page in every way the suite knows, and keeps two pictures where it is told to."""

    def look(person: Person, name: str) -> None:
        assert list(inspect(person.page)) == [], name
        person.page.reload()
        if folder := request.config.getoption("--pictures"):
            for width, size in (("1280", DESKTOP), ("320", PHONE)):
                person.page.set_viewport_size(size)
                person.page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
            person.page.set_viewport_size(DESKTOP)

    return look


def test_nobody_has_taken_any_yet(fatima: Person, sound) -> None:
    fatima.goes("/emergencies")
    fatima.sees("Er heeft nog niemand noodtoegang genomen.")
    sound(fatima, "emergencies-empty")


def test_who_may_not_see_something_is_told_of_emergency_access(
    sanne: Person, exploration: str, sound
) -> None:
    sanne.goes(exploration, status=404)
    sound(sanne, "not-found-with-offer")
    sanne.follows("Noodtoegang nemen")
    expect(sanne.page.get_by_role("heading", level=1)).to_have_text("Noodtoegang")
    sound(sanne, "emergency-form")


def test_it_takes_a_reason(sanne: Person, sound) -> None:
    sanne.goes("/emergency")
    sanne.is_refused("Waarom hebt u dit nu nodig?", hours="2")
    sanne.saves(reason="Een ongeval op het spoor; de inspecteur van dienst is er niet.")


def test_every_page_says_that_it_goes_on(sanne: Person, exploration: str, sound) -> None:
    sanne.goes(exploration)
    expect(sanne.page.get_by_role("region", name="Noodtoegang")).to_contain_text(
        "U hebt noodtoegang tot"
    )
    sound(sanne, "banner")
    sanne.goes("/emergency")
    sanne.sees("U hebt nu noodtoegang.")
    sound(sanne, "emergency-goes-on")


def test_the_privacy_officer_is_told(fatima: Person, sound) -> None:
    fatima.goes("/")
    fatima.sees("Er is 1 keer noodtoegang genomen die nog niemand heeft nagekeken.")
    expect(fatima.page.get_by_role("navigation", name="Hoofdmenu")).to_contain_text("1 nieuw")
    sound(fatima, "home-of-privacy-officer")
    fatima.follows("Bekijk de noodtoegang")
    expect(fatima.main.get_by_role("row", name=NAME)).to_contain_text("geldt nu")
    sound(fatima, "emergencies")
    fatima.follows(NAME)
    fatima.sees("Een ongeval op het spoor", "Verkenning: ", "Een verkenning")
    expect(fatima.main.get_by_role("link", name="Bevinding vastleggen")).to_have_count(0)
    sound(fatima, "emergency")


def test_it_is_ended_early(sanne: Person, exploration: str) -> None:
    sanne.goes("/")
    with sanne.page.expect_navigation():
        sanne.page.get_by_role("button", name="Beëindig noodtoegang").click()
    expect(sanne.main.get_by_role("status").first).to_have_text("Opgeslagen.")
    expect(sanne.page.get_by_role("region", name="Noodtoegang")).to_have_count(0)
    sanne.goes(exploration, status=404)


def test_it_is_looked_over(fatima: Person, sound) -> None:
    fatima.goes("/emergencies")
    fatima.follows(NAME)
    fatima.follows("Bevinding vastleggen")
    sound(fatima, "review-form")
    fatima.saves(finding="Terecht: er was geen andere inspecteur.")
    fatima.sees("nagekeken", "door Fatima el Amrani", "Terecht: er was geen andere inspecteur.")
    sound(fatima, "emergency-reviewed")
    expect(fatima.page.get_by_role("navigation", name="Hoofdmenu")).not_to_contain_text("nieuw")


def test_the_read_log_says_who_looked(fatima: Person, sound) -> None:
    fatima.goes("/reads")
    fatima.follows("Noodtoegang", within="main table")
    fatima.goes("/reads")
    fatima.page.get_by_label("Wie keek").select_option(label=NAME)
    fatima.page.get_by_role("button", name="Laat zien").click()
    fatima.sees("Een verkenning")
    expect(fatima.main.get_by_role("row", name="Fatima")).to_have_count(0)
    sound(fatima, "reads")
    fatima.goes("/reads?until=1-1-2020")
    fatima.sees("Er zijn geen inzagen die hierbij passen.")
    sound(fatima, "reads-empty")
    fatima.goes("/reads")
    with fatima.page.expect_download() as download:
        fatima.main.get_by_role("link", name="Download als bestand (CSV)").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert NAME in text
    assert "explorations/:exploration" in text


def test_it_is_for_nobody_else(sanne: Person, sound) -> None:
    for address in ("/reads", "/reads/file", "/emergencies"):
        sanne.goes(address, status=403)
        sanne.sees_no("Noodtoegang nemen")
    sound(sanne, "forbidden")
