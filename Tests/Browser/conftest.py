"""A real Koers with a throw-away database, and a real browser to look at it with."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from crawl import pages_of
from lives import Life
from places import MANAGER
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from running import ROOT, Koers, Running
from visitor import Answer, Visitor, visitors_of
from words import Harmless


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--koers", help="the koers program", default=".build/debug/koers")
    parser.addoption("--chromium", help="the browser", default="/usr/bin/chromium")
    parser.addoption("--pictures", help="a folder for pictures of pages that a story looks at")
    parser.addoption("--providers", help="sign in at real providers", action="store_true")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The providers are large, so only ops/providers asks for their tests."""
    if collection_path.name == "providers" and not config.getoption("--providers"):
        return True
    return None


@contextmanager
def serving(request: pytest.FixtureRequest, port: int = 0) -> Iterator[Koers]:
    """A program with a database of its own; a clean end is part of the test."""
    program = str((ROOT / request.config.getoption("--koers")).resolve())
    with tempfile.TemporaryDirectory(prefix="koers-browser-") as directory:
        Path(directory).chmod(0o755)
        running = Running(program, Path(directory), port)
        try:
            yield running.koers
        finally:
            status = running.stop()
            log = running.log.read_text()
        if status != 0:
            print(log)
        assert status == 0, "koers did not end cleanly"


@pytest.fixture(scope="session")
def koers(request: pytest.FixtureRequest) -> Iterator[Koers]:
    """The program that all tests of a run look at."""
    with serving(request) as koers:
        yield koers


@pytest.fixture(scope="module")
def start_koers(request: pytest.FixtureRequest) -> Iterator[Callable[..., Koers]]:
    """Starts another program, for tests that need one where nobody else does anything."""
    with ExitStack() as started:
        yield lambda port=0: started.enter_context(serving(request, port))


@pytest.fixture(scope="session")
def visitors(koers: Koers) -> dict[str, Visitor]:
    return visitors_of(koers)


@pytest.fixture(scope="session")
def life(visitors: dict[str, Visitor]) -> Life:
    """Everything done once."""
    return Life(visitors, Harmless()).live()


@pytest.fixture(scope="session")
def pages(life: Life) -> dict[str, list[Answer]]:
    return pages_of(life)


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=request.config.getoption("--chromium"),
            # Chromium's sandbox refuses to run as root.
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, koers: Koers) -> Iterator[BrowserContext]:
    """A visitor nobody knows yet, whose clock and language are those of the Netherlands."""
    context = browser.new_context(
        base_url=koers.address, locale="nl-NL", timezone_id="Europe/Amsterdam"
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def signed_in(context: BrowserContext, koers: Koers) -> Page:
    """A page of somebody who may do all that a programme manager may."""
    page = context.new_page()
    page.goto(koers.sign_in[MANAGER])
    return page
