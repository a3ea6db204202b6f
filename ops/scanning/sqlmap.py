"""sqlmap puts SQL into every question that a list or a search takes."""

import re
import subprocess
from pathlib import Path

from scanning.findings import Finding
from scanning.site import Site

ROLE = "programme-manager"
REVIEWER = "leadership"

# The forms that look for something, with what a person would ask, and who asks it.
QUESTIONS = [
    (ROLE, "/?group=all&phase=execution&sort=number&order=descending&page=1"),
    (ROLE, "/signals?status=open&kind=askingAction&addressee=minister"),
    (ROLE, "/explorations?stage=open&as-of=2026-11-20"),
    (ROLE, "/history?about=programmes&before=40&since=2026-01-01"),
    (REVIEWER, "/people/review?period=2026-4"),
]
VULNERABLE = re.compile(r"^Parameter: (.+)$", re.MULTILINE)
SETTLED = re.compile(r"do not appear to be injectable|identified the following injection")


def scan(site: Site, folder: Path) -> list[Finding]:
    return [
        finding for role, question in QUESTIONS for finding in tried(site, folder, role, question)
    ]


def tried(site: Site, folder: Path, role: str, question: str) -> list[Finding]:
    cookie = site.cookie(role)
    if site.status(question, cookie) != 200:
        raise SystemExit(f"scan: {question} is no question of the site's")
    done = subprocess.run(
        [
            *("sqlmap", "-u", site.address + question, "--batch", "--flush-session"),
            *("--dbms", "postgresql", "--level", "2", "--risk", "1", "--technique", "BEUS"),
            *("--cookie", cookie, "--skip", "Cookie,User-Agent,Referer"),
            *("--ignore-code", "400", "--disable-coloring", "--output-dir", folder / "sqlmap"),
        ],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if not SETTLED.search(done.stdout):
        raise SystemExit(f"scan: sqlmap came to no end at {question}:\n{done.stdout[-2000:]}")
    place = question.partition("?")[0]
    return [Finding("sqlmap", "injection", place, name) for name in VULNERABLE.findall(done.stdout)]
