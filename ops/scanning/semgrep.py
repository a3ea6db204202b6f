"""semgrep holds the sources against our own rules of what is dangerous here."""

import json
import os
import subprocess
from pathlib import Path

from scanning.findings import Finding

RULES = Path(__file__).with_name("rules.yml")
FOLDERS = ["Sources", "sql", "web/assets", "ops"]


def scan(folder: Path) -> list[Finding]:
    report = folder / "semgrep.json"
    environment = os.environ | {"PATH": f".venv-semgrep/bin:{os.environ['PATH']}"}
    subprocess.run(
        [
            *(".venv-semgrep/bin/semgrep", "scan", "--config", RULES, "--metrics=off"),
            *("--disable-version-check", "--quiet", "--json", "--output", report, *FOLDERS),
        ],
        check=True,
        env=environment,
    )
    told = json.loads(report.read_text())
    if not told["paths"]["scanned"]:
        raise SystemExit("scan: semgrep read nothing")
    return [
        Finding(
            "semgrep",
            one["check_id"].rpartition(".")[2],
            one["path"],
            f"line {one['start']['line']}",
        )
        for one in told["results"]
    ]
