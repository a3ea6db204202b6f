"""People sign out of Koers and, by that, at a real provider too."""

import time
from collections.abc import Callable

from glewlwyd_provider import Glewlwyd
from journey import Journey
from provider import NOOR, SAM, Provider
from relying_party import who


def sign_out(journey: Journey) -> None:
    journey.page.locator(".site-sign-out").click()
    journey.provider.confirm_sign_out(journey.page)
    journey.page.wait_for_url(lambda url: url.startswith(journey.site.signed_out_address))


def test_who_signs_out_at_the_site_is_signed_out_at_the_provider_too(journey: Journey) -> None:
    journey.sign_in(NOOR)
    sign_out(journey)
    assert who(journey.page) is None
    # The provider asks who it is, and for a password.
    journey.sign_in(SAM)
    assert who(journey.page) == SAM.name


def test_who_signs_out_leaves_others_signed_in(
    journey: Journey, provider: Provider, start_journey: Callable[[Provider], Journey]
) -> None:
    journey.sign_in(NOOR)
    other = start_journey(provider)
    other.sign_in(SAM)
    sign_out(journey)
    other.page.goto(other.site.address)
    assert who(other.page) == SAM.name


def test_a_logout_token_as_drafts_had_it_is_refused(
    glewlwyd: Glewlwyd, start_journey: Callable[[Provider], Journey]
) -> None:
    """Glewlwyd tells the site in its own time, which is soon, with a token of no type."""
    journey = start_journey(glewlwyd)
    journey.sign_in(NOOR)
    sign_out(journey)
    deadline = time.monotonic() + 15
    while not (refusals := journey.party.refusals("logout token refused")):
        assert time.monotonic() < deadline, "the provider told nobody"
        journey.page.reload()
    assert set(refusals) == {"logoutToken: typeDiffers"}
