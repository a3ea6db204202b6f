"""People sign in at a real provider, and nobody else does."""

from collections.abc import Callable

import pytest
from canaille_provider import Canaille
from glewlwyd_provider import Glewlwyd
from journey import Journey, changed, field
from provider import KIM, LEE, NOOR, SAM, Person, Provider
from relying_party import ACCOUNT, SESSION_COOKIE, SIGN_IN, roles, who


@pytest.mark.parametrize(
    ("person", "expected"),
    [(NOOR, {"programme-manager"}), (SAM, {"leadership"})],
    ids=["noor", "sam"],
)
def test_a_person_bears_the_name_and_the_roles_that_the_provider_gives(
    journey: Journey, person: Person, expected: set[str]
) -> None:
    journey.sign_in(person)
    assert who(journey.page) == person.name
    assert roles(journey.page) == expected


def test_who_loses_a_group_loses_its_role_at_the_next_sign_in(journey: Journey) -> None:
    journey.sign_in(KIM)
    assert roles(journey.page) == {"programme-manager", "leadership"}
    journey.context.clear_cookies()
    journey.provider.take_out(KIM, "koers-leadership")
    journey.provider.rest(journey.page)
    journey.sign_in(KIM)
    assert who(journey.page) == KIM.name
    assert roles(journey.page) == {"programme-manager"}


def test_a_second_visit_needs_no_password(journey: Journey) -> None:
    journey.sign_in(NOOR)
    first = sessions(journey)
    journey.context.clear_cookies(name=SESSION_COOKIE)
    journey.provider.rest(journey.page)
    journey.page.goto(journey.site.address + SIGN_IN)
    journey.provider.go_on(journey.page)
    journey.page.wait_for_url(f"{journey.site.address}/**")
    assert who(journey.page) == NOOR.name
    # It is the same account, which is signed in once more.
    assert sessions(journey) == first + 1


def sessions(journey: Journey) -> int:
    journey.page.goto(journey.site.address + ACCOUNT)
    return journey.page.locator("table tbody tr").count()


def test_a_wrong_state_is_refused(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, state="A" * 43), cookies)
    assert journey.refusal() == "stateDiffers"


def test_an_answer_without_state_is_refused(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, state=None), cookies)
    assert journey.refusal() == "stateDiffers"


def test_a_wrong_issuer_is_refused(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, iss="https://other.example"), cookies)
    assert journey.refusal() == "issuerDiffers"


def test_a_missing_issuer_is_refused_where_it_was_promised(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, iss=None), cookies)
    if journey.provider.names_itself:
        assert journey.refusal() == "issuerMissing"
    else:
        assert who(journey.page) == NOOR.name


def test_an_answer_that_is_untouched_is_taken_once(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(address, cookies)
    assert who(journey.page) == NOOR.name
    journey.context.clear_cookies(name=SESSION_COOKIE)
    journey.come_back(address, cookies)
    assert journey.refusal() == "usedBefore"


def test_a_wrong_nonce_is_refused(journey: Journey) -> None:
    journey.go(changed(journey.leave(), nonce="B" * 43), NOOR)
    assert journey.refusal() == "idToken: nonceDiffers"


def test_a_wrong_verifier_is_refused_by_the_provider(journey: Journey) -> None:
    journey.go(changed(journey.leave(), code_challenge="C" * 43), NOOR)
    assert journey.refusal() == f"exchangeRefused: {journey.provider.invalid_grant}"


def test_an_answer_opened_in_another_browser_is_refused(
    journey: Journey, provider: Provider, start_journey: Callable[[Provider], Journey]
) -> None:
    stolen, _ = journey.bring(NOOR)
    thief = start_journey(provider)
    thief.page.goto(stolen)
    assert thief.refusal() == "nothingRemembered"
    thief.leave()
    thief.page.goto(stolen)
    assert thief.refusal() == "stateDiffers"


def test_a_code_of_another_departure_is_refused_by_the_provider(journey: Journey) -> None:
    stolen, _ = journey.bring(NOOR)
    journey.context.clear_cookies()
    own, cookies = journey.bring(SAM)
    journey.come_back(changed(own, code=field(stolen, "code")), cookies)
    assert journey.refusal() == f"exchangeRefused: {journey.provider.invalid_grant}"


def test_a_code_that_was_exchanged_is_refused_by_the_provider(journey: Journey) -> None:
    used, cookies = journey.bring(NOOR)
    journey.come_back(used, cookies)
    assert who(journey.page) == NOOR.name
    journey.context.clear_cookies()
    own, cookies = journey.bring(NOOR)
    journey.come_back(changed(own, code=field(used, "code")), cookies)
    assert journey.refusal() == f"exchangeRefused: {journey.provider.invalid_grant}"


def test_a_person_who_says_no_is_not_signed_in(
    canaille: Canaille, start_journey: Callable[[Provider], Journey]
) -> None:
    journey = start_journey(canaille)
    journey.page.goto(journey.leave())
    canaille.enter(journey.page, LEE)
    canaille.decline(journey.page)
    journey.page.wait_for_url(lambda url: url.startswith(journey.site.address))
    assert journey.refusal() == "declined: access_denied"


def test_who_is_signed_in_proves_it_anew_with_the_password(
    canaille: Canaille, start_journey: Callable[[Provider], Journey]
) -> None:
    journey = start_journey(canaille)
    journey.sign_in(NOOR)
    canaille.rest(journey.page)
    former = session(journey)
    # Koers knows who asks, so it demands a proof; the provider asks for the password again.
    journey.go(journey.leave(), NOOR)
    assert who(journey.page) == NOOR.name
    assert session(journey) != former


def session(journey: Journey) -> str:
    (cookie,) = [cookie for cookie in journey.context.cookies() if cookie["name"] == SESSION_COOKIE]
    return cookie["value"]


def test_a_provider_that_does_not_say_when_somebody_signed_in_gives_no_proof(
    glewlwyd: Glewlwyd, start_journey: Callable[[Provider], Journey]
) -> None:
    """Glewlwyd asks for the password again too, and says of everybody that it was in 1970.

    Who comes from there is told what else to do.
    """
    journey = start_journey(glewlwyd)
    journey.sign_in(NOOR)
    address = journey.leave()
    journey.context.clear_cookies(name=SESSION_COOKIE)
    journey.go(address, NOOR)
    assert journey.refusal("sign-in.provider.unproven") == "idToken: authenticatedTooLongAgo"
