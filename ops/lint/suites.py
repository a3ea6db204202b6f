"""Knows which test suites have yet to run: those that read other files than when they last passed.

    suites.py waiting           names the suites that must run, a line each
    suites.py resting           prints how many tests the others have, which passed before
    suites.py settle REPORT     notes that the suites in a report of nothing but passed tests passed

A suite reads the sources of its target and of all it is built on, and what those read at run time.
Its digest is over these files and the tools; it rests only while nothing that it reads changes.
"""

import hashlib
import json
import subprocess
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.etree import ElementTree

REPORTS = Path(".build/reports")
ASKED = REPORTS / "asked.json"
PASSED = REPORTS / "passed.json"
BROWSER = "Browser"

# What a target's code, or a test of it, opens by name.
READS = {
    "Postgres": ["sql/migrations"],
    "EventStore": ["sql"],
    "Web": ["web"],
    "TestStaging": ["sql"],
    "App": ["data", "docs", "sql", "web"],
    "CredentialsTests": ["data/passwords", "Tests/CredentialsTests"],
    "WebTests": ["docs/input.md"],
    "TidyTests": ["."],
    BROWSER: ["data", "docs", "ops", "sql", "web", "Tests/WebTests/Website"],
}
ALWAYS = ["Package.swift", "ops/test", "ops/lint"]
TOOLS = ["swift --version", "/usr/lib/postgresql/*/bin/postgres -V", "chromium --version"]


@dataclass
class Target:
    path: str
    needs: list[str]
    is_test: bool


@dataclass
class Standing:
    """What a suite read when it passed, and how many tests it had."""

    digest: str
    passed: int


def targets() -> dict[str, Target]:
    """The targets of the package, and the browser tests as one more, which look at the program."""
    dumped = subprocess.run(["swift", "package", "dump-package"], capture_output=True, check=True)
    found = {}
    for target in json.loads(dumped.stdout)["targets"]:
        name, is_test = target["name"], target["type"] == "test"
        named = [one["byName"][0] for one in target["dependencies"] if "byName" in one]
        usual = f"{'Tests' if is_test else 'Sources'}/{name}"
        found[name] = Target(target.get("path") or usual, named, is_test)
    return found | {BROWSER: Target(f"Tests/{BROWSER}", ["App"], True)}


def folders(suite: str, all_targets: dict[str, Target]) -> set[str]:
    """Where everything is that a suite reads."""
    seen: set[str] = set()
    waiting = [suite]
    while waiting:
        name = waiting.pop()
        if name not in seen and name in all_targets:
            seen.add(name)
            waiting += all_targets[name].needs
    read = {folder for name in seen for folder in READS.get(name, [])}
    return read | {all_targets[name].path for name in seen} | set(ALWAYS)


def contents() -> dict[str, str]:
    """A digest of every file that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True, check=True
    )
    paths = sorted({path for path in listed.stdout.decode().split("\0") if Path(path).is_file()})
    return {path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in paths}


def digests() -> dict[str, str]:
    """What each suite would read now."""
    all_targets, files = targets(), contents()
    tools = [
        subprocess.run(tool, shell=True, capture_output=True, check=False).stdout.decode()
        for tool in TOOLS
    ]

    def digest(suite: str) -> str:
        places = folders(suite, all_targets)
        read = {path: at for path, at in files.items() if is_in(path, places)}
        return hashlib.sha256(json.dumps([tools, read]).encode()).hexdigest()

    return {name: digest(name) for name, target in all_targets.items() if target.is_test}


def is_in(path: str, places: set[str]) -> bool:
    return "." in places or any(path == at or path.startswith(f"{at}/") for at in places)


def standings() -> dict[str, Standing]:
    """The suites that passed, by name."""
    try:
        return {name: Standing(**one) for name, one in json.loads(PASSED.read_text()).items()}
    except (OSError, ValueError, TypeError):
        return {}


def waiting() -> list[str]:
    """The suites that read something else than when they passed; notes what each is to read."""
    asked, passed = digests(), standings()
    ASKED.write_text(json.dumps(asked))
    return [name for name, at in asked.items() if name not in passed or passed[name].digest != at]


def resting() -> int:
    """How many tests the suites have that need not run again; names these on standard error."""
    asked, passed = json.loads(ASKED.read_text()), standings()
    at_rest = {name: one.passed for name, one in passed.items() if asked.get(name) == one.digest}
    for name, count in at_rest.items():
        print(f"{name}: {count} passed before, and read nothing that has changed", file=sys.stderr)
    return sum(at_rest.values())


def settle(report: Path) -> None:
    """Notes each suite of the report with what it was to read when it was asked for, not now."""
    asked = json.loads(ASKED.read_text())
    cases = list(ElementTree.parse(report).iter("testcase"))
    counts = Counter(suite_of(case) for case in cases if case.find("skipped") is None)
    passed = standings()
    passed |= {name: Standing(asked[name], count) for name, count in counts.items()}
    PASSED.write_text(json.dumps({name: asdict(one) for name, one in passed.items()}))


def suite_of(case: ElementTree.Element) -> str:
    """Swift's reports begin a class name with the target; pytest's name the file."""
    first = case.get("classname", "").split(".")[0]
    return first if first != "Tests" else BROWSER


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["waiting"]:
            print(*waiting(), sep="\n")
        case ["resting"]:
            print(resting())
        case ["settle", report]:
            settle(Path(report))
        case _:
            sys.exit(__doc__)
