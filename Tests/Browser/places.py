"""Who goes where: the parts that people play, the kinds of places there are, and days."""

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

MANAGER, MEMBER, DECIDER = "programme-manager", "team-member", "decision-maker"
LEADER, ADMINISTRATOR, PARTNER = "leadership", "administrator", "partner"
PRIVACY_OFFICER = "privacy-officer"
KEEPER = "records-manager"
ANALYST = "analyst"
# What stands behind these says which of them, in a word of its own.
KEYED = {
    "determinants",
    "editions",
    "handlers",
    "segments",
    "survey",
    "take-part",
    "types",
    "versions",
}
IDENTITY = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def kind(path: str) -> str:
    """The kind of place that a path is: the same for every programme, `*` for whose it is."""
    steps = urlsplit(path).path.strip("/").split("/")
    shown = [
        "*" if IDENTITY.match(step) or before in KEYED else step
        for before, step in zip(["", *steps], steps, strict=False)
    ]
    if len(shown) > 3 and shown[2] == "team":
        shown[3] = "*"
    return "/".join(shown)


def today() -> date:
    """The day as the site has it, wherever the machine stands that runs the tests."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def day(days: int) -> str:
    """A day so many days from now, as people write it."""
    then = today() + timedelta(days=days)
    return f"{then.day}-{then.month}-{then.year}"
