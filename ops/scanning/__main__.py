"""`ops/scan`: every scanner once, and whether anybody has yet to look at what it found."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scanning import semgrep, sqlmap, testssl, wapiti
from scanning.findings import Finding, reason, reviews
from scanning.site import Site

AT_THE_SITE = {"testssl": testssl.scan, "sqlmap": sqlmap.scan, "wapiti": wapiti.scan}
TOOLS = ["semgrep", *AT_THE_SITE]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ops/scan", description=__doc__)
    parser.add_argument("--koers", default=".build/debug/koers", help="the program to look at")
    parser.add_argument("--json", type=Path, help="write every finding to this file")
    parser.add_argument("tool", nargs="*", help=f"of {', '.join(TOOLS)}; none means all")
    chosen = parser.parse_args()
    for tool in chosen.tool:
        if tool not in TOOLS:
            parser.error(f"{tool}: not one of {', '.join(TOOLS)}")
    return chosen


def scans(chosen: argparse.Namespace, folder: Path) -> Iterator[tuple[str, list[Finding]]]:
    wanted = chosen.tool or TOOLS
    if "semgrep" in wanted:
        yield "semgrep", semgrep.scan(folder)
    # Each at a site of its own: what one leaves behind is not what another finds.
    for tool in [tool for tool in AT_THE_SITE if tool in wanted]:
        own = folder / tool
        own.mkdir()
        own.chmod(0o755)
        with Site(str(Path(chosen.koers).resolve()), own) as site:
            yield tool, AT_THE_SITE[tool](site, own)


def main() -> None:
    chosen = options()
    reviewed = reviews()
    found: list[Finding] = []
    with tempfile.TemporaryDirectory(prefix="koers-scan-", dir="/var/tmp") as folder:
        # PostgreSQL never runs as root, and its user must reach its folder.
        Path(folder).chmod(0o755)
        for tool, findings in scans(chosen, Path(folder)):
            print(f"scan: {tool}: {len(findings)}", file=sys.stderr, flush=True)
            found += findings
    new = [finding for finding in sorted(set(found)) if reason(finding, reviewed) is None]
    tell(sorted(set(found)), new, chosen.json)
    sys.exit(1 if new else 0)


def tell(found: list[Finding], new: list[Finding], file: Path | None) -> None:
    for finding in new:
        print(f"{finding.tool}: {finding.kind}: {finding.place}: {finding.text}")
    print(f"{len(found)} found, {len(found) - len(new)} of them explained, {len(new)} not")
    if file:
        reviewed = reviews()
        entries = [{**vars(one), "reason": reason(one, reviewed)} for one in found]
        file.write_text(json.dumps(entries, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
