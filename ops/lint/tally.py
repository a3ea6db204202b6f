"""Counts the tests in a JUnit report and prints "passed failed".

A report that is missing, unreadable or empty is a failure: its runner ended before it could say
what it had found.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree


def tally(report: Path) -> tuple[int, int]:
    """How many tests of one report passed and failed; skipped ones count as neither."""
    try:
        cases = list(ElementTree.parse(report).iter("testcase"))
    except (OSError, ElementTree.ParseError) as error:
        print(f"tally: {report}: {error}", file=sys.stderr)
        return 0, 1
    if not cases:
        print(f"tally: {report} names no test", file=sys.stderr)
        return 0, 1
    failed = sum(any(case.find(tag) is not None for tag in ("failure", "error")) for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    return len(cases) - failed - skipped, failed


if __name__ == "__main__":
    print(*tally(Path(sys.argv[1])))
