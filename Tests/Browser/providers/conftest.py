"""Two real providers, each with a Koers that people sign in to."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from canaille_provider import Canaille
from glewlwyd_provider import Glewlwyd
from journey import Journey
from playwright.sync_api import Browser
from provider import Provider
from relying_party import RelyingParty, new_site, running
from running import ROOT

PROVIDERS = {"canaille": Canaille, "glewlwyd": Glewlwyd}
PROGRAMS = {
    "canaille": ROOT / ".venv-providers/bin/canaille",
    "glewlwyd": Path("/usr/bin/glewlwyd"),
}


@contextmanager
def started(name: str) -> Iterator[Provider]:
    """A provider with a directory of its own."""
    assert PROGRAMS[name].exists(), f"{name} is not here; run Tests/Browser/providers/install"
    with TemporaryDirectory(prefix=f"koers-{name}-") as directory:
        provider = PROVIDERS[name](PROGRAMS[name], Path(directory))
        try:
            yield provider
        finally:
            provider.stop()
            print(provider.process.log.read_text()[-4000:])


@pytest.fixture(scope="session")
def canaille() -> Iterator[Canaille]:
    with started("canaille") as provider:
        yield provider


@pytest.fixture(scope="session")
def glewlwyd() -> Iterator[Glewlwyd]:
    with started("glewlwyd") as provider:
        yield provider


@pytest.fixture(scope="session", params=PROVIDERS)
def provider(request: pytest.FixtureRequest) -> Provider:
    """Each of the providers in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def parties(request: pytest.FixtureRequest) -> Iterator[Callable[[Provider], RelyingParty]]:
    """The one program that is known to a provider; it starts when it is first asked for."""
    program = ROOT / request.config.getoption("--koers")
    with ExitStack() as stack:

        @cache
        def party(provider: Provider) -> RelyingParty:
            directory = Path(stack.enter_context(TemporaryDirectory(prefix="koers-site-")))
            # Its database has a user of its own where tests run as root.
            directory.chmod(0o755)
            site = new_site()
            client = provider.register(site, directory)
            return stack.enter_context(running(program, site, provider, client, directory))

        yield party


@pytest.fixture
def start_journey(
    browser: Browser, parties: Callable[[Provider], RelyingParty]
) -> Iterator[Callable[[Provider], Journey]]:
    """Gives a browser that nobody knows yet, on its way to a provider."""
    with ExitStack() as stack:

        def start(provider: Provider) -> Journey:
            context = browser.new_context(locale="en-GB")
            stack.callback(context.close)
            context.set_default_timeout(15_000)
            page = context.new_page()
            provider.rest(page)
            party = parties(provider)
            party.look_away()
            return Journey(party, context, page)

        yield start


@pytest.fixture
def journey(provider: Provider, start_journey: Callable[[Provider], Journey]) -> Journey:
    return start_journey(provider)
