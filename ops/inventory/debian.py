"""The packages of Debian that ops/setup installs."""

import re
import subprocess
from pathlib import Path

LISTED = re.compile(r'^  "([a-z0-9.+-]+)\|', re.MULTILINE)
RELEASE = "debian"


def components() -> list[dict]:
    """What runs Koers, with what that depends on at once, and what only checks or measures it."""
    lists = Path("ops/setup").read_text(encoding="utf-8").split("\nfor_")[1:]
    running = LISTED.findall(lists[0])
    needed = sorted({part for name in running for part in [name, *depended(name)]} - {""})
    others = sorted({name for text in lists[1:] for name in LISTED.findall(text)} - set(needed))
    found = [component(name, "required") for name in needed]
    found += [component(name, "excluded") for name in others]
    return [one for one in found if one]


def asked(name: str, field: str) -> str:
    """What dpkg knows of an installed package; nothing when it is not installed."""
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", f"${{db:Status-Status}} ${{{field}}}", name],
        capture_output=True,
        text=True,
        check=False,
    )
    status, _, value = done.stdout.partition(" ")
    return value.strip() if status == "installed" else ""


def depended(name: str) -> list[str]:
    """The packages it needs in any case; of alternatives, the ones that are installed."""
    parts = re.split(r"[,|]", asked(name, "Depends"))
    names = [re.sub(r"[(:].*", "", part).strip() for part in parts]
    return [one for one in names if one and asked(one, "Version")]


def component(name: str, scope: str) -> dict | None:
    version = asked(name, "Version")
    if not version:
        return None
    purl = f"pkg:deb/{RELEASE}/{name}@{version}?arch={asked(name, 'Architecture')}"
    found = {
        "type": "library" if name.startswith("lib") else "application",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "scope": scope,
        "licenses": [{"license": {"name": one}} for one in licences(name)],
        "purl": purl,
    }
    digest = archive_digest(name, version)
    return found | ({"hashes": [{"alg": "SHA-256", "content": digest}]} if digest else {})


def licences(name: str) -> list[str]:
    """What the package's copyright file names, if it is written for machines."""
    file = Path(f"/usr/share/doc/{name}/copyright")
    if not file.exists():
        return []
    lines = re.findall(r"^License: *(\S.*)$", file.read_text(errors="replace"), re.MULTILINE)
    return sorted({line.strip() for line in lines})


def archive_digest(name: str, version: str) -> str | None:
    """Of the .deb as Debian's lists have it; nothing when they no longer name this version."""
    done = subprocess.run(
        ["apt-cache", "show", f"{name}={version}"], capture_output=True, text=True, check=False
    )
    found = re.search(r"^SHA256: ([0-9a-f]{64})$", done.stdout, re.MULTILINE)
    return found[1] if found else None
