"""The Swift packages that were resolved, and the toolchain whose libraries go along."""

import json
import re
import subprocess
from pathlib import Path

CHECKOUTS = Path(".build/checkouts")
APACHE_FOR_SWIFT = "Apache-2.0 WITH Swift-exception"


def components() -> list[dict]:
    pins = json.loads(Path("Package.resolved").read_text())["pins"]
    return [package(pin) for pin in pins] + [toolchain()]


def package(pin: dict) -> dict:
    location = pin["location"].removesuffix(".git")
    version, revision = pin["state"]["version"], pin["state"]["revision"]
    purl = f"pkg:swift/{location.removeprefix('https://')}@{version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": pin["identity"],
        "version": version,
        "scope": "required",
        "licenses": [licence(location.rpartition("/")[2])],
        "purl": purl,
        # What was resolved is a commit, not an archive with a digest of its own.
        "pedigree": {"commits": [{"uid": revision, "url": f"{location}/commit/{revision}"}]},
        "externalReferences": [{"type": "vcs", "url": pin["location"]}],
    }


def licence(folder: str) -> dict:
    """As the package's own file says it."""
    file = next((CHECKOUTS / folder).glob("LICENSE*"))
    text = file.read_text(encoding="utf-8")
    if "Runtime Library Exception" in text:
        return {"expression": APACHE_FOR_SWIFT}
    if "Apache License" in text[:200]:
        return {"license": {"id": "Apache-2.0"}}
    if "MIT License" in text[:200]:
        return {"license": {"id": "MIT"}}
    raise SystemExit(f"sbom: {file}: which licence is this?")


def toolchain() -> dict:
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True)
    version = re.search(r"Swift version ([0-9.]+)", said.stdout)[1]
    return {
        "type": "platform",
        "bom-ref": f"pkg:generic/swift@{version}",
        "name": "swift",
        "version": version,
        "scope": "required",
        "licenses": [{"expression": APACHE_FOR_SWIFT}],
        "purl": f"pkg:generic/swift@{version}",
    }
