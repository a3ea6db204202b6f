"""The site that people sign in to: started as its users start it, known to one provider."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from provider import Client, Process, Provider, Site, answers, free_port

SIGN_IN = "/sign-in"
SIGN_IN_ANEW = "/sign-in?anew"
SIGN_OUT = "/sign-out"
DEPARTURE_COOKIE = "departure"


def new_site(host: str = "localhost") -> Site:
    """Cookies know no ports: two sites in one browser need two hosts."""
    return Site(f"http://{host}:{free_port()}")


@contextmanager
def running(
    program: Path,
    site: Site,
    provider: Provider,
    client: Client,
    directory: Path,
    issuer: str | None = None,
) -> Iterator[Process]:
    """The program, with the settings that make it a client of the provider."""
    settings = {
        "ISSUER": issuer or provider.issuer,
        "CLIENT_ID": client.id,
        "CLIENT_SECRET": client.secret,
        "CLIENT_KEY": client.key and str(client.key),
        "ADDRESS": site.address,
        "PORT": site.address.rpartition(":")[2],
        "LOGOUT_TOKENS": provider.logout_tokens,
    }
    process = Process(
        [str(program)],
        directory / "relying-party.log",
        os.environ | {name: value for name, value in settings.items() if value},
    )
    process.start(lambda: answers(site.address))
    try:
        yield process
    finally:
        process.stop()
        print(process.log.read_text())


def who(page: Page) -> dict[str, str]:
    """Who is signed in, by the home page; nothing when nobody is."""
    text = page.inner_text("body").strip()
    if text == "nobody":
        return {}
    pairs = re.findall(r"(\w+)=(.*?)(?= \w+=|$)", text)
    assert pairs, text
    return dict(pairs)


def refusal(page: Page) -> str:
    """Why somebody was not let in."""
    text = page.inner_text("body").strip()
    assert text.startswith("refused: "), text
    return text.removeprefix("refused: ")


def departure_cookies(context: BrowserContext) -> list[dict]:
    return [cookie for cookie in context.cookies() if cookie["name"] == DEPARTURE_COOKIE]
