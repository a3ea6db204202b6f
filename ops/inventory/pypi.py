"""The Python packages of the checks and the browser tests; none of them runs with Koers."""

from importlib.metadata import Distribution, distributions


def components() -> list[dict]:
    found = {one.metadata["Name"].lower(): one for one in distributions()}
    return [component(name, found[name]) for name in sorted(found)]


def component(name: str, package: Distribution) -> dict:
    purl = f"pkg:pypi/{name.replace('_', '-')}@{package.version}"
    found = {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": package.version,
        "scope": "excluded",
        "purl": purl,
    }
    if expression := package.metadata.get("License-Expression"):
        return found | {"licenses": [{"expression": expression}]}
    named = classified(package) or (package.metadata.get("License") or "").split("\n")[0]
    return found | ({"licenses": [{"license": {"name": named}}]} if named else {})


def classified(package: Distribution) -> str:
    """The licence as older packages say it, in a list of subjects."""
    begin = "License :: OSI Approved :: "
    subjects = package.metadata.get_all("Classifier") or []
    return next((one.removeprefix(begin) for one in subjects if one.startswith(begin)), "")
