"""Letting somebody in: an account, a role in one programme, the review, and why somebody may."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from acting import Cast, Person, signed_in, visitor
from places import today
from playwright.sync_api import Browser, Locator, expect
from running import Koers

IS_STORY = True
NAME = "Joris Smit"


@pytest.fixture(scope="module")
def iris(koers: Koers, browser: Browser) -> Iterator[Person]:
    """The administrator."""
    iris = signed_in(koers, browser, "administrator")
    yield iris
    iris.context.close()


def test_an_administrator_lands_where_people_are_let_in(iris: Person) -> None:
    expect(iris.page.get_by_role("heading", level=1)).to_have_text("Mensen en rechten")
    ways = iris.page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")
    expect(ways).to_have_text(["Mensen", "Niet bijgewerkt"])
    for work in ("/explorations", "/signals", "/history", "/programmes"):
        iris.goes(work, status=403)


def test_an_account_is_opened(iris: Person) -> None:
    iris.goes("/people")
    iris.follows("Account maken")
    iris.is_refused("Dit is geen e-mailadres.", name=NAME, mail="joris")
    iris.saves(mail="joris@koers.example")
    iris.sees(NAME, "joris@koers.example", "Deze persoon heeft nog geen rol")


def test_a_role_is_given_in_one_programme(iris: Person) -> None:
    iris.follows("Rol geven")
    iris.fills(role="partner", reason="Brengt kennis van havens mee")
    iris.is_refused("Deze rol geldt alleen voor één programma.")
    iris.saves(role="teamMember", scope="programme", programme="Schoon schip")
    row = iris.main.get_by_role("row", name="teamlid")
    expect(row).to_contain_text("Schoon schip")
    expect(row).to_contain_text("geldig")
    expect(row).to_contain_text("Gegeven door Iris Smits. Brengt kennis van havens mee")


def test_nobody_gives_themselves_a_role(iris: Person) -> None:
    iris.goes("/people")
    iris.follows("Iris Smits")
    expect(iris.main.get_by_role("link", name="Rol geven")).to_have_count(0)
    iris.goes(f"{iris.path}/grants")
    iris.is_refused("U kunt uzelf geen rol geven", role="leadership", reason="Handig")


def test_the_review_is_downloaded(iris: Person) -> None:
    iris.goes("/people")
    iris.follows("Controle van rechten")
    expect(iris.main.get_by_role("row", name=NAME)).to_contain_text("Schoon schip")
    with iris.page.expect_download() as download:
        iris.main.get_by_role("link", name="Download als bestand (CSV)").click()
    now = today()
    assert download.value.suggested_filename == f"rights-{now.year}-{(now.month + 2) // 3}.csv"
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    (row,) = [row for row in csv.DictReader(io.StringIO(text, newline="")) if row["Naam"] == NAME]
    assert row == {
        "Naam": NAME,
        "Account": "open",
        "Rol": "teamlid",
        "Waarvoor": "Schoon schip",
        "Vanaf": now.isoformat(),
        "Tot en met": "",
        "Gegeven door": "Iris Smits",
        "Reden": "Brengt kennis van havens mee",
        "Bevestigd door": "",
        "Beëindigd op": "",
        "Beëindigd door": "",
        "Reden van beëindigen": "",
    }


def test_why_somebody_may_is_answered_place_by_place(iris: Person) -> None:
    iris.goes("/people")
    iris.follows("Waarom mag iemand dit?")
    asks_why(iris, NAME, "Schoon schip")
    iris.sees(f"Wat {NAME} mag in Schoon schip, en waarom")
    expect(answer(iris, "Metingen vastleggen")).to_have_text(
        "ja, als teamlid voor Schoon schip. Gegeven door Iris Smits. Brengt kennis van havens mee"
    )
    expect(answer(iris, "Programma's sturen")).to_have_text("nee")
    asks_why(iris, NAME, "De hele organisatie")
    expect(answer(iris, "Metingen vastleggen")).to_have_text("nee")


def asks_why(person: Person, name: str, place: str) -> None:
    person.page.get_by_label("Persoon").select_option(label=name)
    person.page.get_by_label("Programma").select_option(label=place)
    person.page.get_by_role("button", name="Laat zien").click()


def answer(person: Person, right: str) -> Locator:
    row = person.main.locator(".summary-list > div").filter(has_text=right)
    return row.locator("dd")


def test_what_was_typed_survives_an_account_that_was_closed_meanwhile(
    koers: Koers, browser: Browser, iris: Person
) -> None:
    joris = visitor(koers, browser)
    joris.goes("/sign-in")
    joris.page.get_by_role("button", name=NAME).click()
    joris.follows("Schoon schip")
    joris.goes(f"{joris.path}/achievements")
    joris.fills(text="Veertig schepen bemonsterd", source="Havenverslag")
    iris.goes("/people")
    iris.follows(NAME)
    iris.follows("Account sluiten")
    iris.saves(reason="Een misverstand")
    assert joris.sends().status == 401
    expect(joris.page.get_by_role("heading", level=1)).to_have_text("U bent niet meer ingelogd")
    iris.follows("Account weer openen")
    iris.saves(reason="Opgelost")
    with joris.page.expect_popup() as popup:
        joris.main.get_by_role("link", name="Log in").click()
    popup.value.get_by_role("button", name=NAME).click()
    expect(popup.value.get_by_role("heading", level=1)).to_have_text("Portefeuille")
    with joris.page.expect_navigation() as navigation:
        joris.main.get_by_role("button", name="Verstuur opnieuw").click()
    assert navigation.value.status == 200
    joris.sees("Veertig schepen bemonsterd", "Havenverslag")
    joris.context.close()


def test_an_administrator_is_confirmed_by_a_second_person(iris: Person, cast: Cast) -> None:
    iris.goes("/people")
    iris.follows(NAME)
    iris.follows("Rol geven")
    iris.saves(role="administrator", reason="Vervangt Iris in augustus")
    row = iris.main.get_by_role("row", name="beheerder")
    expect(row).to_contain_text("wacht op bevestiging")
    expect(row.get_by_role("link")).to_have_text(["Afwijzen"])
    lotte = cast.lotte
    lotte.goes("/people")
    lotte.follows(f"{NAME}: beheerder")
    lotte.follows("Bevestigen: beheerder")
    lotte.saves()
    row = lotte.main.get_by_role("row", name="beheerder")
    expect(row).to_contain_text("geldig")
    expect(row).to_contain_text("Bevestigd door Lotte Jansen.")
