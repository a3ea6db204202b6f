"""The file of the data bank: what goes out, and what comes in, is as docs/bank-file.md says."""

import copy
import json
import re
from collections.abc import Callable

import pytest
from documents import controls
from jsonschema import Draft202012Validator
from running import ROOT
from texts import texts
from visitor import Answer, Visitor

ANALYST = "analyst"
DOCUMENT = ROOT / "docs" / "bank-file.md"
SCHEMA = json.loads((ROOT / "docs" / "bank-file.schema.json").read_text())
BOUNDARY = "what-no-file-has-in-it"


@pytest.fixture(scope="module")
def exported(visitors: dict[str, Visitor]) -> dict:
    answer = visitors[ANALYST].get("/bank/file")
    assert answer.status == 200, answer
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    return json.loads(answer.content)


def faults(file: object) -> list[str]:
    """What the schema has against a file."""
    found = Draft202012Validator(SCHEMA).iter_errors(file)
    return [f"{one.json_path}: {one.message}" for one in found]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_an_export_is_as_its_schema_says(exported: dict) -> None:
    assert not faults(exported), "\n".join(faults(exported))
    assert len(exported["entries"]) >= 20
    assert all(one["provenance"]["licence"] for one in exported["entries"])


def test_the_example_of_the_document_is_as_the_schema_says() -> None:
    example = re.search(r"```json\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    assert example, "the document shows no file"
    assert not faults(json.loads(example[1]))


def test_an_export_that_comes_back_changes_nothing(
    visitors: dict[str, Visitor], exported: dict
) -> None:
    answer = brought(visitors[ANALYST], exported)
    assert answer.status == 200, answer
    said = answer.content.decode()
    assert said.count(texts("nl")["bank.takeover.same"]) == len(exported["entries"])
    assert texts("nl")["bank.takeover.nothing"] in said


def changed(*way: str | int, to: object) -> Callable[[dict], None]:
    """Puts something else in a place of a file."""

    def change(file: dict) -> None:
        at = file
        for step in way[:-1]:
            at = at[step]
        at[way[-1]] = to

    return change


def without(*way: str | int) -> Callable[[dict], None]:
    """Takes something out of a file."""

    def change(file: dict) -> None:
        at = file
        for step in way[:-1]:
            at = at[step]
        del at[way[-1]]

    return change


FAULTS = {
    "another format": changed("format", to="koers-taxi"),
    "a later version": changed("formatVersion", to=2),
    "no licence": without("licence"),
    "a day that is none": changed("writtenOn", to="gisteren"),
    "an unknown name": changed("entries", 0, "stars", to=5),
    "nothing for a title": changed("entries", 0, "title", to="   "),
    "a title too long": changed("entries", 0, "title", to="a" * 201),
    "null": changed("entries", 0, "sector", to=None),
    "another kind": changed("entries", 0, "kind", to="rumour"),
    "a grade that is none": changed("entries", 0, "evidence", to="certain"),
    "a script for an address": changed(
        "entries", 0, "source", to={"text": "Bron", "address": "javascript:alert(1)"}
    ),
    "a code twice": changed("entries", 0, "determinants", to=["T1", "T1"]),
    "version nought": changed("entries", 0, "provenance", "version", to=0),
    "no provenance": without("entries", 0, "provenance"),
    "an identity that is none": changed("entries", 0, "id", to="../../etc/passwd"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_schema_refuses_is_refused(
    fault: str, visitors: dict[str, Visitor], exported: dict
) -> None:
    file = copy.deepcopy(exported)
    FAULTS[fault](file)
    assert faults(file), f"the schema has nothing against {fault}"
    answer = brought(visitors[ANALYST], file)
    assert answer.status == 422, answer


def brought(visitor: Visitor, file: dict) -> Answer:
    """What the page says of a file before anything is taken over."""
    (form,) = visitor.get("/bank/import").document.by_class("form")
    parts = [
        (f'name="{one.name}"', value.encode())
        for one in controls(form).values()
        if one.kind == "hidden"
        for value in one.values
    ]
    content = json.dumps(file, ensure_ascii=False).encode()
    parts.append(('name="file"; filename="databank.json"', content))
    body = b"".join(
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + value + b"\r\n"
        for head, value in parts
    )
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return visitor.post(
        "/bank/import", body + f"--{BOUNDARY}--\r\n".encode(), {"Content-Type": kind}
    )
