"""Names the tests in a stream of events of Swift Testing that began and never ended.

A run that had to be ended says nothing of its own about which test it waited for.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# Whoever ends the writer may do so in the middle of a line.
WHOLE = "}\n"


def stuck(lines: Iterable[str]) -> Iterator[str]:
    """The names, with where each test stands."""
    tests: dict[str, str] = {}
    begun: dict[str, None] = {}
    for line in lines:
        if not line.endswith(WHOLE):
            continue
        record = json.loads(line)
        said = record["payload"]
        if record["kind"] == "test":
            if said["kind"] == "function":
                place = said["sourceLocation"]
                name = said.get("displayName", said["name"])
                tests[said["id"]] = f"{place['fileID']}:{place['line']}: {name}"
        elif said["kind"] == "testStarted":
            begun[said["testID"]] = None
        elif said["kind"] == "testEnded":
            begun.pop(said["testID"], None)
    return (tests[test] for test in begun if test in tests)


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8", errors="replace") as events:
        for name in stuck(events):
            print(name)
