"""What the tests know of a provider, whichever it is."""

import json
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page


@dataclass(frozen=True)
class Person:
    """Somebody who has an account at the provider."""

    login: str
    given_name: str
    family_name: str
    groups: tuple[str, ...]
    password: str = "Correct-Horse-9-Battery"

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def email(self) -> str:
        return f"{self.login}@example.org"


NOOR = Person("noor", "Noor", "van Dijk", ("koers-programme-managers", "other-group"))
SAM = Person("sam", "Sam", "de Boer", ("koers-leadership",))
KIM = Person("kim", "Kim", "Jansen", ("koers-programme-managers", "koers-leadership"))
LEE = Person("lee", "Lee", "Smit", ("other-group",))
PERSONS = (NOOR, SAM, KIM, LEE)


@dataclass(frozen=True)
class Site:
    """A site that people sign in to at the provider, by its addresses."""

    address: str

    @property
    def return_address(self) -> str:
        return f"{self.address}/sign-in/return"

    @property
    def signed_out_address(self) -> str:
        return f"{self.address}/sign-in"

    @property
    def logout_address(self) -> str:
        """Where the provider tells that somebody signed out."""
        return f"{self.address}/sign-out/by-provider"


@dataclass(frozen=True)
class Client:
    """How a site is known to a provider."""

    id: str
    secret: str | None = None
    key: Path | None = None


class Provider(Protocol):
    """A running provider with a few persons, at which sites can be registered."""

    name: str
    issuer: str
    names_itself: bool
    """Whether it promises its name in every answer (RFC 9207)."""
    invalid_grant: str
    """The reason it gives for a code that does not go with the verifier."""

    def register(self, site: Site, directory: Path) -> Client:
        """Makes the site known."""

    def sign_in(self, page: Page, person: Person) -> None:
        """Goes through the provider's own pages, until it sends the person back."""

    def take_out(self, person: Person, group: str) -> None:
        """Takes somebody out of a group."""

    def rest(self, page: Page) -> None:
        """Waits for as long as the provider needs between two visits of one person."""

    def go_on(self, page: Page) -> None:
        """Goes back to the site as somebody who was signed in already."""

    def confirm_sign_out(self, page: Page) -> None:
        """Goes through the provider's own pages after a site sent somebody there to sign out."""


def send(address: str, body: object, *, method: str = "POST", cookie: str = "") -> tuple[str, str]:
    """Sends JSON; gives the body of the answer and the cookie that came with it."""
    headers = {"Content-Type": "application/json"} | ({"Cookie": cookie} if cookie else {})
    request = urllib.request.Request(
        address, json.dumps(body).encode(), headers=headers, method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode(), answer.headers.get("Set-Cookie", "").split(";")[0]
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{method} {address}: {error.code} {error.read().decode()}") from error


@dataclass
class Process:
    """A program of the provider's, with its output in a file."""

    command: list[str]
    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    running: subprocess.Popen | None = None

    def start(self, is_ready: Callable[[], bool]) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        while not is_ready():
            try:
                self.running.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError(f"{self.command[0]} ended:\n{self.log.read_text()}")

    def stop(self) -> int:
        """Ends it; gives the status that it ended with."""
        self.running.terminate()
        return self.running.wait(timeout=60)


def answers(address: str) -> bool:
    """Whether a page is there."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
