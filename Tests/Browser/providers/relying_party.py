"""Koers, started as a client of one provider, and what its pages and its log say of who comes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import BrowserContext, Page
from provider import Client, Process, Provider, Site, answers
from running import ROOT, environment, free_port
from texts import texts

SIGN_IN = "/sign-in/provider"
ACCOUNT = "/account"
SESSION_COOKIE = "__Host-koers"
DEPARTURE_COOKIE = "__Host-koers-departure"
GROUPS = "koers-programme-managers=programme-manager,koers-leadership=leadership"
# The language of who has chosen none.
LANGUAGE = "nl"


def new_site() -> Site:
    return Site(f"http://localhost:{free_port()}")


@dataclass
class RelyingParty:
    """The running program and its log, of which every refusal is looked at once."""

    site: Site
    provider: Provider
    process: Process
    looked_at: int = 0

    def look_away(self) -> None:
        """Leaves what happened until now to whoever was there."""
        self.looked_at = len(self.process.log.read_text())

    def refusals(self, what: str) -> list[str]:
        """Why `what` was refused, of all that happened since the last look."""
        log = self.process.log.read_text()
        news = log[self.looked_at :]
        self.looked_at = len(log)
        pattern = rf'koers\.provider {what} .*\brefusal=(?:"([^"]*)"|(\S+))'
        return [quoted or plain for quoted, plain in re.findall(pattern, news)]

    def refusal(self, page: Page, sentence: str = "sign-in.provider.refused") -> str:
        """Why somebody was not let in, who is told no more than what to do."""
        assert texts(LANGUAGE)[sentence] in page.inner_text("main")
        assert who(page) is None
        (reason,) = self.refusals("sign-in refused")
        return reason


@contextmanager
def running(
    program: Path, site: Site, provider: Provider, client: Client, directory: Path
) -> Iterator[RelyingParty]:
    """The program, with the settings that make it a client of the provider."""
    settings = {
        "KOERS_ORIGIN": site.address,
        "KOERS_OIDC_ISSUER": provider.issuer,
        "KOERS_OIDC_CLIENT_ID": client.id,
        "KOERS_OIDC_CLIENT_SECRET": client.secret,
        "KOERS_OIDC_CLIENT_KEY": client.key and str(client.key),
        "KOERS_OIDC_GROUPS": GROUPS,
        "KOERS_HOME": str(ROOT),
    }
    port = site.address.rpartition(":")[2]
    process = Process(
        [
            *(str(program), "serve", "--no-seed", "--log-level", "notice"),
            *("--port", port, "--data-dir", str(directory / "data")),
        ],
        directory / "koers.log",
        environment() | {name: value for name, value in settings.items() if value},
    )
    process.start(lambda: answers(site.address))
    try:
        yield RelyingParty(site, provider, process)
    finally:
        status = process.stop()
        print(process.log.read_text())
    assert status == 0, "koers did not end cleanly"


def who(page: Page) -> str | None:
    """Whose name the page bears; nobody's when nobody is signed in."""
    name = page.locator(".site-person strong")
    return name.inner_text() if name.count() else None


def roles(page: Page) -> set[str]:
    """The roles of who is signed in, by the page of the own account."""
    page.goto(urljoin(page.url, ACCOUNT))
    said = texts(LANGUAGE)
    words = {text: key for key, text in said.items() if key.startswith("role.")}
    items = page.locator(f"h2:text-is('{said['account.rights']}') + ul > li").all_inner_texts()
    return {words[item.split(",")[0]].removeprefix("role.") for item in items}


def departure_cookies(context: BrowserContext) -> list[dict]:
    return [cookie for cookie in context.cookies() if cookie["name"] == DEPARTURE_COOKIE]
