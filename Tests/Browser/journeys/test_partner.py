"""A partner finds one programme, and wherever they look nothing of any other."""

import html
import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from album import as_of
from crawl import questions
from places import IDENTITY, kind, today
from running import Koers
from visitor import Answer, Visitor

OWN = "Schoon schip"
# Everybody's, and the names in its samples could as well be those of programmes.
OF_THE_PROGRAM = ("/components", "/accessibility")


def said(answer: Answer) -> str:
    """All that an answer says, in its text and in its markup."""
    return html.unescape(answer.content.decode(errors="replace"))


@dataclass
class Secrets:
    """All that is there but for the own programme: what it is called and where it stands."""

    titles: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    def found_in(self, text: str) -> list[str]:
        """Those that `text` gives away."""
        identities = {address.rsplit("/", 1)[-1] for address in self.addresses}
        return [secret for secret in self.titles | identities if secret in text]


@pytest.fixture(scope="module")
def leader(koers: Koers) -> Visitor:
    return Visitor(koers.address).sign_in(koers.sign_in["leadership"])


@pytest.fixture(scope="module")
def partner(koers: Koers) -> Visitor:
    return Visitor(koers.address).sign_in(koers.sign_in["partner"])


@pytest.fixture(scope="module")
def secrets(leader: Visitor) -> Secrets:
    """Every programme, exploration and signal that the leadership finds, but for the own one."""
    secrets = Secrets()
    for page in ("/?group=all", "/explorations", "/signals"):
        for link in leader.get(page).document.links:
            path = urlsplit(link).path
            if kind(path) not in ("programmes/*", "explorations/*", "signals/*"):
                continue
            (title,) = leader.get(path).document.headings
            if title != OWN:
                secrets.titles.add(title)
                secrets.addresses.add(path)
    kinds = {kind(address) for address in secrets.addresses}
    assert kinds == {"programmes/*", "explorations/*", "signals/*"}
    # Whoever sees all of it is told by every page that the tests below look at.
    for page in ("/", "/explorations", "/signals", "/history"):
        assert secrets.found_in(said(leader.get(page))), page
    return secrets


@pytest.fixture(scope="module")
def moments(leader: Visitor) -> list[str]:
    """Today, and positions in the log from its first to its last."""
    head = leader.head
    return [today().isoformat(), *(str(at) for at in range(1, head, max(head // 12, 1)))]


@pytest.fixture(scope="module")
def walked(partner: Visitor) -> dict[str, str]:
    """Every page that links lead a partner to, with one thing at a time asked of it."""
    found: dict[str, str] = {}
    waiting = deque(["/", "/programmes", "/explorations", "/signals", "/history", "/nothing-here"])
    while waiting:
        address = waiting.popleft()
        if address in found:
            continue
        answer = partner.get(address)
        found[address] = said(answer)
        if answer.status == 303:
            waiting.append(answer.headers["location"])
        for link in answer.document.links:
            local = link.removeprefix(partner.address) or "/"
            asked = questions(local).keys()
            if len(asked) < 2 and "lang" not in asked and not local.startswith(OF_THE_PROGRAM):
                waiting.append(local)
    return found


def test_a_partner_finds_the_own_programme(walked: dict[str, str]) -> None:
    assert OWN in walked["/"]
    kinds = {kind(address) for address in walked}
    assert {"programmes/*", "programmes/*/history", "history"} <= kinds
    assert any("as-of=" in address for address in walked)
    programmes = {urlsplit(one).path for one in walked if kind(one) == "programmes/*"}
    assert len(programmes) == 1


def test_no_page_names_anything_of_another_programme(
    walked: dict[str, str], secrets: Secrets
) -> None:
    told = {address: secrets.found_in(text) for address, text in walked.items()}
    assert not {address: found for address, found in told.items() if found}


def test_every_count_counts_the_own_programme_alone(walked: dict[str, str]) -> None:
    counts = {
        int(count)
        for address in ("/", "/?group=all", "/explorations", "/signals")
        for count in re.findall(r'class="filter-count">(\d+)<', walked[address])
    }
    assert counts == {0, 1}


def test_looking_back_shows_no_more(
    partner: Visitor, secrets: Secrets, moments: list[str], walked: dict[str, str]
) -> None:
    (own,) = {urlsplit(one).path for one in walked if kind(one) == "programmes/*"}
    pages = ["/", "/?group=all", "/explorations", "/signals", "/history", own, f"{own}/history"]
    told = {}
    for moment in moments:
        for page in pages:
            answer = partner.get(as_of(page, moment))
            # Before it began, the own programme was not there either.
            assert answer.status == 200 or (answer.status == 404 and page.startswith(own)), answer
            told[answer.address] = secrets.found_in(said(answer))
    assert not {address: found for address, found in told.items() if found}


def test_a_direct_address_leads_to_nothing(
    partner: Visitor, secrets: Secrets, moments: list[str]
) -> None:
    told = []
    for address in secrets.addresses:
        for page in (address, f"{address}/history", as_of(address, moments[-1])):
            answer = partner.get(page)
            # A programme is refused whether it is there or not; anything else is not found.
            expected = 403 if address.startswith("/programmes/") else 404
            if answer.status != expected:
                told.append(str(answer))
            told += [f"{page} tells {title}" for title in secrets.titles if title in said(answer)]
    assert not told, "\n".join(told)


def test_a_programme_that_is_not_there_is_answered_as_one_that_is(
    partner: Visitor, secrets: Secrets
) -> None:
    there = next(one for one in secrets.addresses if one.startswith("/programmes/"))
    nowhere = f"/programmes/{'0' * 8}-0000-7000-8000-{'0' * 12}"
    assert IDENTITY.match(nowhere.rsplit("/", 1)[-1])
    answers = [partner.get(one) for one in (there, nowhere)]
    assert answers[0].status == answers[1].status
    assert answers[0].document.headings == answers[1].document.headings


def test_nobody_of_the_organisation_is_named_who_is_not_in_the_programme(
    walked: dict[str, str],
) -> None:
    people = {"Fatima el Amrani", "Ruben Meijer", "Iris Smits", "Yara Visser", "Sem van Dijk"}
    named = {
        address: [person for person in people if person in text] for address, text in walked.items()
    }
    assert not {address: found for address, found in named.items() if found}
