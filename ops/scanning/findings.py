"""What scanners found, and what was said of it before."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

FILE = Path(__file__).with_name("reviewed.toml")


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that a scanner says is wrong."""

    tool: str
    # What it is, in the scanner's own word.
    kind: str
    # The address, the file or the port that it is said of.
    place: str
    text: str = ""


@dataclass(frozen=True)
class Review:
    """Why findings of a kind are none; the place may hold `*`."""

    tool: str
    kind: str
    place: str
    reason: str

    def explains(self, finding: Finding) -> bool:
        return (
            self.tool == finding.tool
            and fnmatchcase(finding.kind, self.kind)
            and fnmatchcase(finding.place, self.place)
        )


def reviews() -> list[Review]:
    return [Review(**entry) for entry in tomllib.loads(FILE.read_text())["finding"]]


def reason(finding: Finding, reviewed: list[Review]) -> str | None:
    """Why it is none; nothing when nobody looked at it yet."""
    return next((review.reason for review in reviewed if review.explains(finding)), None)
