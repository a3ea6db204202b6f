"""People sign in at a real provider, and nobody else does."""

from collections.abc import Callable

import pytest
from canaille_provider import Canaille
from glewlwyd_provider import Glewlwyd
from journey import Journey, changed, field
from keys import KeyPair
from provider import NOOR, SAM, Person, Provider
from relying_party import SIGN_IN, SIGN_IN_ANEW, new_site, refusal, running, who


@pytest.mark.parametrize("person", [NOOR, SAM], ids=lambda person: person.login)
def test_a_person_is_known_by_what_the_provider_says(journey: Journey, person: Person) -> None:
    journey.sign_in(person)
    known = who(journey.page)
    assert known["name"] == person.name
    assert known["email"] == person.email
    assert known["groups"] == ",".join(sorted(person.groups))
    assert known["person"]


def test_a_second_visit_needs_no_password(journey: Journey) -> None:
    journey.sign_in(NOOR)
    first = who(journey.page)["person"]
    journey.context.clear_cookies(name="session")
    journey.provider.rest(journey.page)
    journey.page.goto(journey.site.address + SIGN_IN)
    journey.provider.go_on(journey.page)
    journey.page.wait_for_url(f"{journey.site.address}/")
    assert who(journey.page)["person"] == first


def test_a_wrong_state_is_refused(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, state="A" * 43), cookies)
    assert refusal(journey.page) == "stateDiffers"


def test_an_answer_without_state_is_refused(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, state=None), cookies)
    assert refusal(journey.page) == "stateDiffers"


def test_a_wrong_issuer_is_refused(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, iss="https://other.example"), cookies)
    assert refusal(journey.page) == "issuerDiffers"


def test_a_missing_issuer_is_refused_where_it_was_promised(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(changed(address, iss=None), cookies)
    if journey.provider.names_itself:
        assert refusal(journey.page) == "issuerMissing"
    else:
        assert who(journey.page)["name"] == NOOR.name


def test_an_answer_that_is_untouched_is_taken_once(journey: Journey) -> None:
    address, cookies = journey.bring(NOOR)
    journey.come_back(address, cookies)
    assert who(journey.page)["name"] == NOOR.name
    journey.come_back(address, cookies)
    assert refusal(journey.page) == "usedBefore"


def test_a_wrong_nonce_is_refused(journey: Journey) -> None:
    journey.go(changed(journey.leave(), nonce="B" * 43), NOOR)
    assert refusal(journey.page) == "idToken: nonceDiffers"


def test_a_wrong_verifier_is_refused_by_the_provider(journey: Journey) -> None:
    journey.go(changed(journey.leave(), code_challenge="C" * 43), NOOR)
    assert refusal(journey.page) == f"exchangeRefused: {journey.provider.invalid_grant}"


def test_a_code_of_another_departure_is_refused_by_the_provider(journey: Journey) -> None:
    stolen, _ = journey.bring(NOOR)
    journey.context.clear_cookies()
    own, cookies = journey.bring(SAM)
    journey.come_back(changed(own, code=field(stolen, "code")), cookies)
    assert refusal(journey.page) == f"exchangeRefused: {journey.provider.invalid_grant}"


def test_a_code_that_was_exchanged_is_refused_by_the_provider(journey: Journey) -> None:
    used, cookies = journey.bring(NOOR)
    journey.come_back(used, cookies)
    assert who(journey.page)["name"] == NOOR.name
    journey.context.clear_cookies()
    own, cookies = journey.bring(NOOR)
    journey.come_back(changed(own, code=field(used, "code")), cookies)
    assert refusal(journey.page) == f"exchangeRefused: {journey.provider.invalid_grant}"


def test_a_provider_under_another_name_is_refused(
    provider: Provider, journey: Journey, program, tmp_path
) -> None:
    """The same provider, asked by another name than its own."""
    site = new_site()
    client = provider.register(site, tmp_path)
    other = provider.issuer.replace("127.0.0.1", "localhost")
    if other == provider.issuer:
        other = provider.issuer.replace("localhost", "127.0.0.1")
    with running(program, site, provider, client, tmp_path, issuer=other):
        journey.page.goto(f"{site.address}/sign-in")
        assert refusal(journey.page) == provider.by_another_name


def test_another_key_than_the_registered_one_is_refused(
    canaille: Canaille, start_journey: Callable[..., Journey], program, tmp_path
) -> None:
    journey = start_journey(canaille)
    site = new_site()
    client = canaille.register(site, tmp_path)
    KeyPair.new().write(client.key)
    with running(program, site, canaille, client, tmp_path):
        stranger = Journey(site, canaille, journey.context, journey.page)
        stranger.sign_in(NOOR)
        assert refusal(stranger.page) == "exchangeRefused: invalid_client"


def test_a_person_who_says_no_is_not_signed_in(
    canaille: Canaille, start_journey: Callable[..., Journey]
) -> None:
    journey = start_journey(canaille)
    journey.page.goto(journey.leave())
    canaille.enter(journey.page, NOOR)
    canaille.decline(journey.page)
    journey.page.wait_for_url(lambda url: url.startswith(journey.site.address))
    assert refusal(journey.page) == "declined: access_denied"


def test_a_provider_that_cannot_make_somebody_sign_in_anew_lets_nobody_in(
    glewlwyd: Glewlwyd, start_journey: Callable[..., Journey]
) -> None:
    """Glewlwyd refuses what the site demands, once the person has signed in."""
    journey = start_journey(glewlwyd)
    journey.sign_in(NOOR, SIGN_IN_ANEW)
    assert refusal(journey.page) == "declined: invalid_request"


def test_a_glewlwyd_person_has_one_session_for_each_sign_in(
    glewlwyd: Glewlwyd, start_journey: Callable[..., Journey]
) -> None:
    journey = start_journey(glewlwyd)
    journey.sign_in(NOOR)
    assert who(journey.page)["sid"] != "-"
