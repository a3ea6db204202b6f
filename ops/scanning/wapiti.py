"""wapiti walks through the site as somebody who is signed in, and tries every form it finds."""

import json
import re
import subprocess
from pathlib import Path

from scanning.findings import Finding
from scanning.site import Site

MODULES = (
    "xss,permanentxss,sql,exec,file,crlf,redirect,csrf,csp,http_headers,cookieflags,methods,xxe"
)
# What would end the session that the walk is made in, or lead to where anybody else is let in.
LEFT_OUT = ["/sign-out*", "/account/sessions*", "/sign-in/as/*", "/assets/*"]
ROLE = "programme-manager"
# A walk that was signed out at once sees a handful of pages.
PAGES_LEAST = 40
SECONDS_WALKING = 90
SECONDS_EACH = 30


def scan(site: Site, folder: Path) -> list[Finding]:
    report = folder / "wapiti.json"
    excluded = [part for path in LEFT_OUT for part in ("-x", site.address + path)]
    subprocess.run(
        [
            *(".venv-wapiti/bin/wapiti", "-u", f"{site.address}/", "--scope", "domain"),
            *("-m", MODULES, "--verify-ssl", "0", "--no-bugreport", "--flush-session"),
            # A browser says so of every form on our pages; without it nothing would be let in.
            *("-H", "Sec-Fetch-Site: same-origin", "-H", f"Cookie: {site.cookie(ROLE)}"),
            *("--max-scan-time", str(SECONDS_WALKING), "--max-attack-time", str(SECONDS_EACH)),
            *("--store-session", folder / "wapiti", "-f", "json", "-o", report, *excluded),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return list(read(json.loads(report.read_text())))


def read(report: dict):
    if report["infos"]["crawled_pages_nbr"] < PAGES_LEAST:
        raise SystemExit("scan: wapiti saw too little of the site to say anything")
    for group in ("vulnerabilities", "anomalies"):
        for kind, found in report[group].items():
            for one in found:
                place = f"{one['method']} {pattern(one['path'])}"
                yield Finding("wapiti", kind, place, one["info"])


def pattern(path: str) -> str:
    """The address with every identity in it left out."""
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", ":id", path)
