"""Every page that there is, is reached by following links: what no page leads to, nobody finds."""

import re
from urllib.parse import urlsplit

from lives import Life
from places import kind
from running import ROOT
from visitor import Answer

TABLE = ROOT / "Tests" / "WebTests" / "Website" / "RightsTable.swift"
PAGE = re.compile(r'\b(?:page|form)\(\s*"([^"]*)"')

# Pages to which something else than a link of a page leads, and what does.
BY_OTHER_WAYS: dict[str, str] = {}


def routes() -> set[str]:
    """The kinds of pages that the table of rights has."""
    patterns = PAGE.findall(TABLE.read_text())
    assert len(patterns) > 100, "the table of rights is written otherwise"
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
    assert not BY_OTHER_WAYS.keys() & seen
