"""A passkey from its making to its removal: signing in, proving it anew, and one that is forged."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from acting import SESSION, Person, signed_in, visitor
from authenticator import MAKES_A_PASSKEY, Authenticator
from inspection import inspect
from playwright.sync_api import Browser, Page, Response, expect
from running import Koers, free_port

IS_STORY = True
NAME = "Fatima el Amrani"
LEAVER = "Sanne Bos"
MAIL = "fatima@koers.example"
PASSWORD = "drie oude schippers zingen"
ANEW = "Voor deze stap vragen we u opnieuw te laten zien wie u bent."


@pytest.fixture(scope="module")
def koers(start_koers) -> Koers:
    """A program that knows beforehand at which address it is, to which passkeys belong.

    It is called by a name, for a number is no domain that they could belong to.
    """
    koers = start_koers(free_port())
    return replace(
        koers,
        address=koers.address.replace("127.0.0.1", "localhost"),
        sign_in={
            role: link.replace("127.0.0.1", "localhost") for role, link in koers.sign_in.items()
        },
    )


@pytest.fixture(scope="module")
def iris(koers: Koers, browser: Browser) -> Iterator[Person]:
    """The administrator."""
    iris = signed_in(koers, browser, "administrator")
    yield iris
    iris.context.close()


@pytest.fixture(scope="module")
def fatima(koers: Koers, browser: Browser) -> Iterator[Person]:
    """The privacy officer, whom nobody knows yet."""
    fatima = visitor(koers, browser)
    yield fatima
    fatima.context.close()


@pytest.fixture(scope="module")
def device(fatima: Person) -> Authenticator:
    return Authenticator.of(fatima.page)


@pytest.fixture(scope="module")
def leaver(iris: Person) -> str:
    """The page of somebody who has left."""
    iris.goes("/people/new")
    iris.saves(name=LEAVER)
    iris.follows("Account sluiten")
    iris.saves(reason="Uit dienst")
    return iris.path


def asks_device(page: Page) -> Response:
    """Presses the button that asks the device; the answer is that to the page one ends on."""
    with page.expect_navigation() as navigation:
        page.locator("[data-passkey-button]").click()
    return navigation.value


def session(person: Person) -> str:
    (cookie,) = [each for each in person.context.cookies() if each["name"] == SESSION]
    return cookie["value"]


def waits_a_quarter_of_an_hour(koers: Koers) -> None:
    """Lets the proofs that everybody gave grow older than what is grave takes."""
    koers.tell_database("UPDATE session SET proven_at = proven_at - interval '16 minutes'")


def signs_out(person: Person) -> None:
    person.page.get_by_role("button", name="Uitloggen").click()
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Inloggen")


def test_a_link_lets_her_choose_a_password(iris: Person, fatima: Person) -> None:
    iris.goes("/people")
    iris.follows(NAME)
    with iris.page.expect_navigation():
        iris.page.get_by_role("button", name="Maak een link om in te loggen").click()
    fatima.goes(iris.main.locator("a.invitation").get_attribute("href"))
    fatima.fills(mail=MAIL, password_new=PASSWORD)
    assert fatima.sends().status == 200
    expect(fatima.page.locator(".site-person strong")).to_have_text(NAME)


def test_with_the_password_alone_a_privacy_officer_sees_her_own_account(fatima: Person) -> None:
    for address in ("/", "/people", "/reads"):
        fatima.goes(address)
        assert fatima.path == "/account"
        fatima.sees("Uw rol vraagt meer dan een wachtwoord.")
    assert list(inspect(fatima.page)) == []


def test_she_makes_a_passkey(fatima: Person, device: Authenticator) -> None:
    fatima.goes("/account")
    fatima.follows("Passkey toevoegen")
    assert list(inspect(fatima.page)) == []
    fatima.page.reload()
    fatima.fills(label="Laptop van het werk")
    assert asks_device(fatima.page).status == 200
    assert fatima.path == "/account"
    expect(fatima.main.get_by_role("row", name="Laptop van het werk")).to_be_visible()
    assert len(device.passkeys) == 1


def test_before_she_came_in_with_it_she_changes_nothing_about_it(fatima: Person) -> None:
    for address in ("/account/passkeys", "/account/codes"):
        fatima.goes(address, status=403)
        fatima.sees("Uw account heeft een tweede factor.")


def test_she_signs_in_with_it_and_nothing_else(fatima: Person, device: Authenticator) -> None:
    signs_out(fatima)
    assert asks_device(fatima.page).status == 200
    expect(fatima.page.locator(".site-person strong")).to_have_text(NAME)
    fatima.goes("/people")
    assert fatima.path == "/people"


def test_the_same_device_makes_no_second_one(fatima: Person, device: Authenticator) -> None:
    fatima.goes("/account")
    fatima.follows("Passkey toevoegen")
    fatima.fills(label="Nog een")
    fatima.page.locator("[data-passkey-button]").click()
    expect(fatima.main.locator("[data-passkey-message]")).to_have_text(
        "Dit apparaat heeft al een passkey voor dit account."
    )
    assert len(device.passkeys) == 1


def test_with_it_she_proves_anew_who_she_is(
    koers: Koers, fatima: Person, device: Authenticator, leaver: str
) -> None:
    former = session(fatima)
    waits_a_quarter_of_an_hour(koers)
    fatima.goes(f"{leaver}/held")
    assert fatima.path.startswith("/sign-in?next=")
    fatima.sees(ANEW)
    fatima.sees_no("Wat deze persoon opvroeg")
    assert asks_device(fatima.page).status == 200
    assert fatima.path == f"{leaver}/held"
    fatima.sees("Wat deze persoon opvroeg")
    assert session(fatima) != former


def test_a_form_that_is_filled_in_survives_proving_it_anew(
    koers: Koers, fatima: Person, device: Authenticator, leaver: str
) -> None:
    fatima.goes(f"{leaver}/erasures/new")
    fatima.fills(ground="objection", reason="Verzoek van 1 maart")
    waits_a_quarter_of_an_hour(koers)
    assert fatima.sends().status == 401
    expect(fatima.page.get_by_role("heading", level=1)).to_have_text("Laat opnieuw zien wie u bent")
    fatima.sees("Verzoek van 1 maart")
    with fatima.page.expect_popup() as popup:
        fatima.main.get_by_role("link", name="Log in").click()
    # Chromium plays a device for each tab, between which the passkey goes to and fro.
    other = Authenticator.of(popup.value)
    device.hand_over(other)
    assert asks_device(popup.value).status == 200
    other.hand_over(device)
    popup.value.close()
    with fatima.page.expect_navigation() as navigation:
        fatima.main.get_by_role("button", name="Verstuur opnieuw").click()
    assert navigation.value.status == 200
    fatima.goes(f"{leaver}/erasures")
    fatima.sees("wacht op een tweede persoon", "Verzoek van 1 maart")


def test_a_passkey_that_koers_never_took_lets_nobody_in(
    koers: Koers, browser: Browser, device: Authenticator
) -> None:
    thief = visitor(koers, browser)
    wrong = Authenticator.of(thief.page)
    thief.goes("/sign-in")
    thief.page.evaluate(MAKES_A_PASSKEY)
    is_refused(thief)
    # It may say that it is hers: it does not have her key.
    (own,) = wrong.passkeys
    (hers,) = device.passkeys
    wrong.forget()
    wrong.take(hers | {"privateKey": own["privateKey"]})
    is_refused(thief)
    # With her key it would have been let in, so it was for the key that it was not.
    wrong.forget()
    wrong.take(hers)
    assert asks_device(thief.page).status == 200
    expect(thief.page.locator(".site-person strong")).to_have_text(NAME)
    thief.context.close()


def is_refused(person: Person) -> None:
    assert asks_device(person.page).status == 422
    person.sees("Met deze passkey kunt u hier niet inloggen.")
    expect(person.page.locator(".site-person strong")).to_have_count(0)


def test_once_it_is_removed_it_lets_nobody_in(fatima: Person, device: Authenticator) -> None:
    fatima.goes("/account")
    row = fatima.main.get_by_role("row", name="Laptop van het werk")
    with fatima.page.expect_navigation():
        row.get_by_role("button", name="Verwijder").click()
    expect(row).to_have_count(0)
    signs_out(fatima)
    assert len(device.passkeys) == 1
    is_refused(fatima)
