"""A real Koers with a throw-away database, and a real browser to look at it with."""

import os
import queue
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--koers", help="the koers program", default=".build/debug/koers")
    parser.addoption("--chromium", help="the browser", default="/usr/bin/chromium")


@dataclass
class Koers:
    """One running program: where it answers and how each demo person signs in."""

    address: str = ""
    sign_in: dict[str, str] = field(default_factory=dict)


class Running:
    """Starts `koers serve` on a free port and reads what it prints until it is ready."""

    def __init__(self, program: str, directory: Path) -> None:
        self.koers = Koers()
        self.log = directory / "koers.log"
        self.lines: queue.Queue[str | None] = queue.Queue()
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("KOERS_") and name != "DATABASE_URL"
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [program, "serve", "--demo", "--port", "0", "--data-dir", str(directory / "data")],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        threading.Thread(target=self._read, daemon=True).start()
        self._wait_until_ready()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.strip())
        self.lines.put(None)

    def _wait_until_ready(self) -> None:
        while line := self.lines.get(timeout=120):
            if match := re.fullmatch(r"sign-in (\S+) (\S+)", line):
                self.koers.sign_in[match[1]] = match[2]
            elif match := re.fullmatch(r"ready (\S+)", line):
                self.koers.address = match[1].rstrip("/")
                return
        raise RuntimeError(f"koers ended before it was ready:\n{self.log.read_text()}")

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=60)


@pytest.fixture(scope="session")
def koers(request: pytest.FixtureRequest) -> Iterator[Koers]:
    """The program that all tests of a run look at; a clean end is part of the test."""
    program = str((ROOT / request.config.getoption("--koers")).resolve())
    with tempfile.TemporaryDirectory(prefix="koers-browser-") as directory:
        Path(directory).chmod(0o755)
        running = Running(program, Path(directory))
        try:
            yield running.koers
        finally:
            status = running.stop()
            log = running.log.read_text()
        if status != 0:
            print(log)
        assert status == 0, "koers did not end cleanly"


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
    role = next((role for role in koers.sign_in if "manager" in role), None)
    assert role, f"no demo person is a manager: {sorted(koers.sign_in)}"
    page.goto(koers.sign_in[role])
    return page
