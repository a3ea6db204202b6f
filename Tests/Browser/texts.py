"""What the interface says, as the files of texts have it."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def texts(language: str) -> dict[str, str]:
    """Every text of a language by its key."""
    lines = [
        re.match(r"^([a-z0-9.-]+): *(.*)$", line)
        for file in sorted((ROOT / "web" / "text" / language).glob("*.yaml"))
        for line in file.read_text().splitlines()
    ]
    return {line[1]: plain(line[2]) for line in lines if line}


def plain(value: str) -> str:
    """The value without the quotes around it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        quote = value[0]
        return value[1:-1].replace(f"\\{quote}" if quote == '"' else "''", quote)
    return value
