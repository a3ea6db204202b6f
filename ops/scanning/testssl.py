"""testssl looks at what TLS the proxy speaks."""

import json
import subprocess
from pathlib import Path

from scanning.findings import Finding
from scanning.site import Site

GRAVE = {"LOW", "MEDIUM", "HIGH", "CRITICAL", "FATAL"}


def scan(site: Site, folder: Path) -> list[Finding]:
    report = folder / "testssl.json"
    subprocess.run(
        [
            *("testssl", "--quiet", "--warnings", "off", "--fast", "--color", "0", "--ip", "one"),
            *("--jsonfile", report, f"127.0.0.1:{site.port}"),
        ],
        check=False,
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    told = json.loads(report.read_text())
    if not any(one["id"] == "TLS1_3" and "offered" in one["finding"] for one in told):
        raise SystemExit("scan: testssl did not come as far as the protocols")
    return [
        Finding("testssl", one["id"], "proxy", one["finding"])
        for one in told
        if one["severity"] in GRAVE
    ]
