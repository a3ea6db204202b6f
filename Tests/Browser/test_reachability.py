"""Every page that there is, is reached by following links: what no page leads to, nobody finds."""

import re
from urllib.parse import urlsplit

from lives import Life
from places import kind
from running import ROOT
from visitor import Answer

TABLES = ROOT / "Tests" / "WebTests" / "Website"
PAGE = re.compile(r'\b(?:page|form)\(\s*"([^"\\]*)"')
# Where many pages are for the same people, a table lists their addresses.
LISTED = re.compile(r'"([a-z]+(?:/[:a-zA-Z-]+)+)"')

# Addresses to which something else than a link leads, and what does; or who does that is not here.
BROWSER = "a browser or a machine asks for it by itself"
SIGNING_IN = "whoever is not signed in is led there"
RECORDS = "the records manager does that, when somebody is to be erased"
OWN_SECRETS = "whoever signs in with a password of Koers does that, which nobody does here"
FILE = "a file, which is no page"
BY_OTHER_WAYS: dict[str, str] = {
    ".well-known/security.txt": BROWSER,
    "account/codes": OWN_SECRETS,
    "account/passkeys": OWN_SECRETS,
    "account/password": OWN_SECRETS,
    "assets/*": BROWSER,
    "bank/file": FILE,
    "cases/*/destruction/approval": "a second records manager does that",
    "cases/*/documents/*": FILE,
    "cases/*/documents/*/end": "a file was added before it",
    "cases/*/documents/*/version": "a file was added before it",
    "cases/*/reports/*/pdf": FILE,
    "emergencies/*": "emergency access was taken before it",
    "emergencies/*/review": "emergency access was taken before it",
    "favicon.ico": BROWSER,
    "handover": "somebody left before it",
    "health/live": BROWSER,
    "health/ready": BROWSER,
    "people/*/erasures/*/approval": RECORDS,
    "people/*/erasures/*/declining": RECORDS,
    "people/*/erasures/new": RECORDS,
    "people/*/grants/*/admission": "a group of the directory asked for it",
    "people/*/held/data": FILE,
    "people/review/file": FILE,
    "programmes": "an address that somebody types leads on to the portfolio",
    "programmes/*/toolbox/sessions/*/attachments/*": FILE,
    "programmes/*/toolbox/sessions/*/attachments/*/end": "a file was added before it",
    "programmes/*/toolbox/sessions/*/changes": "the script of the page listens there",
    "reads/file": FILE,
    "references/adoption": "there is a reference set from the beginning here",
    "robots.txt": BROWSER,
    "sign-in": SIGNING_IN,
    "sign-in/as/*": SIGNING_IN,
    "sign-in/code": SIGNING_IN,
    "sign-in/link/*": SIGNING_IN,
    "sign-in/provider": SIGNING_IN,
    "sign-in/return": SIGNING_IN,
    "take-part/*/changes": "the script of the page listens there",
}


def routes() -> set[str]:
    """The kinds of pages that the table of rights has."""
    patterns = PAGE.findall((TABLES / "RightsTable.swift").read_text())
    assert len(patterns) > 100, "the table of rights is written otherwise"
    for table in TABLES.glob("RightsTable+*.swift"):
        patterns += LISTED.findall(table.read_text())
    return {re.sub(r":\w+", "*", pattern) for pattern in patterns}


def test_every_page_is_reached_by_links(life: Life, pages: dict[str, list[Answer]]) -> None:
    seen = [page.address for found in pages.values() for page in found]
    reached = {kind(urlsplit(address).path) for address in seen}
    # The forms that were found on the way, some of which are offered for a while only.
    reached |= {kind(urlsplit(one.answer.address).path) for one in life.exchanges}
    unreached = routes() - reached - BY_OTHER_WAYS.keys()
    assert not unreached, "\n".join(sorted(unreached))


def test_what_is_reached_by_links_is_not_excused(
    life: Life, pages: dict[str, list[Answer]]
) -> None:
    seen = {kind(urlsplit(page.address).path) for found in pages.values() for page in found}
    excused = BY_OTHER_WAYS.keys() & seen
    assert not excused, "\n".join(sorted(excused))
