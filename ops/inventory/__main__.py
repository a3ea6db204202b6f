"""`ops/sbom`: everything in one file, valid by CycloneDX's own schema."""

import json
import re
import subprocess
import sys
import uuid
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from inventory import debian, pypi, swift

PROGRAM = Path("Sources/App/Koers.swift")


def bill() -> dict:
    components = [*swift.components(), *debian.components(), *pypi.components()]
    version = re.search(r'static let version = "([^"]+)"', PROGRAM.read_text())[1]
    ours = f"pkg:generic/koers@{version}"
    needed = [one["bom-ref"] for one in components if one["scope"] == "required"]
    content = json.dumps(components, sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same components have the same number, whoever counts them.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}",
        "version": 1,
        "metadata": {
            "timestamp": commit_moment(),
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": ours,
                "name": "koers",
                "version": version,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
                "purl": ours,
            },
        },
        "components": components,
        "dependencies": [{"ref": ours, "dependsOn": needed}],
    }


def commit_moment() -> str:
    done = subprocess.run(
        ["git", "log", "-1", "--format=%cI"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def main() -> None:
    file = Path(sys.argv[1])
    text = json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault:
        raise SystemExit(f"sbom: not CycloneDX 1.6: {fault}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    count = len(json.loads(text)["components"])
    print(f"{file}: {count} components, valid by CycloneDX 1.6")


if __name__ == "__main__":
    main()
