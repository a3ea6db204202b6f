"""Two real providers, each with a site that people sign in to."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from canaille_provider import Canaille
from glewlwyd_provider import Glewlwyd
from journey import Journey
from playwright.sync_api import Browser
from provider import Provider
from relying_party import new_site, running

ROOT = Path(__file__).resolve().parents[3]
PROVIDERS = {"canaille": Canaille, "glewlwyd": Glewlwyd}
PROGRAMS = {
    "canaille": ROOT / ".venv-providers/bin/canaille",
    "glewlwyd": Path("/usr/bin/glewlwyd"),
}


@contextmanager
def started(name: str) -> Iterator[Provider]:
    """A provider with a directory of its own."""
    assert PROGRAMS[name].exists(), f"{name} is not here; run Tests/Browser/providers/install"
    with tempfile.TemporaryDirectory(prefix=f"koers-{name}-") as directory:
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
def program(request: pytest.FixtureRequest) -> Path:
    return ROOT / request.config.getoption("--relying-party")


@pytest.fixture
def start_journey(browser: Browser, program: Path) -> Iterator[Callable[..., Journey]]:
    """Starts a site that is known to a provider, and a browser that nobody knows yet."""
    with ExitStack() as stack:

        def start(provider: Provider, host: str = "localhost") -> Journey:
            directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="koers-site-")))
            site = new_site(host)
            client = provider.register(site, directory)
            stack.enter_context(running(program, site, provider, client, directory))
            context = browser.new_context(locale="en-GB")
            stack.callback(context.close)
            context.set_default_timeout(15_000)
            return Journey(site, provider, context, context.new_page())

        yield start


@pytest.fixture
def journey(provider: Provider, start_journey: Callable[..., Journey]) -> Journey:
    return start_journey(provider)
