"""Every kind of page that links lead to."""

from collections import deque
from urllib.parse import parse_qsl, urlsplit

from lives import Life
from places import (
    ADMINISTRATOR,
    ANALYST,
    DECIDER,
    KEEPER,
    LEADER,
    MANAGER,
    PARTNER,
    PRIVACY_OFFICER,
    kind,
)
from visitor import Answer, Visitor

# Who sees pages of their own: whoever writes, keeps what all choose from, decides, watches, lets
# people in, guards what is known of others, keeps the records, and a partner.
DIFFERENT = [MANAGER, ANALYST, DECIDER, LEADER, ADMINISTRATOR, PRIVACY_OFFICER, KEEPER, PARTNER]


def pages_of(life: Life) -> dict[str, list[Answer]]:
    """One page of each kind that a person can reach once everything was done, by part played.

    The other parts see what a programme manager sees, with fewer forms or the same ones.
    """
    return {role: crawl(life.visitors[role], life.seen_by(role)) for role in DIFFERENT}


def crawl(visitor: Visitor, things: list[str]) -> list[Answer]:
    """One page of each kind, the pages of `things` before others of their kind."""
    visitor = visitor.twin()
    waiting = deque([*things, "/"])
    first, seen = set(things), set()
    pages: list[Answer] = []
    while waiting:
        address = waiting.popleft()
        if address not in first and shape(address) in seen:
            continue
        first.discard(address)
        seen.add(shape(address))
        answer = visitor.get(address)
        if answer.status == 303:
            waiting.append(answer.headers["location"])
            continue
        assert answer.status == 200, f"a link leads to {answer}"
        if not answer.is_page:
            continue
        pages.append(answer)
        for link in answer.document.links:
            local = link.removeprefix(visitor.address)
            if "lang" not in questions(local) and len(questions(local)) < 2:
                waiting.append(local or "/")
    return pages


def questions(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))


def shape(address: str) -> tuple[str, ...]:
    """The kind of page with the names of what is asked of it."""
    return (kind(address), *sorted(questions(address)))
