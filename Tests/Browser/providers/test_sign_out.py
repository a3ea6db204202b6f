"""People sign out at the site, at a real provider and at the other sites that they came to."""

import time
from collections.abc import Callable

from glewlwyd_provider import Glewlwyd
from journey import Journey, field
from provider import NOOR, SAM
from relying_party import SIGN_OUT, who


def sign_out(journey: Journey) -> None:
    journey.page.goto(journey.site.address + SIGN_OUT)
    journey.provider.confirm_sign_out(journey.page)
    journey.page.wait_for_url(lambda url: url.startswith(journey.site.signed_out_address))


def until_nobody_is_signed_in(journey: Journey) -> None:
    """The provider tells the site in its own time, which is soon."""
    deadline = time.monotonic() + 15
    journey.page.goto(journey.site.address)
    while who(journey.page):
        assert time.monotonic() < deadline, "the provider told nobody"
        journey.page.reload()


def test_who_signs_out_at_the_site_is_signed_out_at_the_provider_too(journey: Journey) -> None:
    journey.sign_in(NOOR)
    sign_out(journey)
    assert field(journey.page.url, "state")
    journey.page.goto(journey.site.address)
    assert who(journey.page) == {}
    # The provider asks who it is, and for a password.
    journey.sign_in(SAM)
    assert who(journey.page)["name"] == SAM.name


def test_who_signs_out_at_one_site_is_signed_out_at_the_other_too(
    glewlwyd: Glewlwyd, start_journey: Callable[..., Journey]
) -> None:
    journey = start_journey(glewlwyd)
    other = start_journey(glewlwyd, "127.0.0.1")
    other.context, other.page = journey.context, journey.page
    journey.sign_in(NOOR)
    other.page.goto(f"{other.site.address}/sign-in")
    glewlwyd.go_on(other.page)
    other.page.wait_for_url(f"{other.site.address}/")
    assert who(other.page)["name"] == NOOR.name
    sign_out(other)
    until_nobody_is_signed_in(journey)


def test_who_signs_out_leaves_others_signed_in(
    glewlwyd: Glewlwyd, start_journey: Callable[..., Journey]
) -> None:
    noor = start_journey(glewlwyd)
    sam = noor.elsewhere()
    noor.sign_in(NOOR)
    sam.sign_in(SAM)
    sign_out(noor)
    sam.page.goto(sam.site.address)
    assert who(sam.page)["name"] == SAM.name
