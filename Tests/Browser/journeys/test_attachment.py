"""Somebody adds a file to a session, others take it along as it was, and it is taken away again."""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from acting import Cast, Person, signed_in
from inspection import DESKTOP, PHONE, inspect
from playwright.sync_api import Browser, expect
from running import Koers

IS_STORY = True
NAME = "verslag één.docx"


@dataclass
class Report:
    """A document as an office program writes it, somewhere on a disk."""

    path: Path

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("documents") / NAME
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document>" + "Wat er gezegd is. " * 40_000)
        # What does not get shorter, so that the content falls into several parts.
        archive.writestr("word/media/image1.bin", hashed(range(20_000)))
    return Report(path)


def hashed(numbers: range) -> bytes:
    return b"".join(hashlib.sha256(str(number).encode()).digest() for number in numbers)


@pytest.fixture(scope="module")
def session(cast: Cast, koers: Koers, browser: Browser) -> str:
    """The address of a session that goes on."""
    yara = signed_in(koers, browser, "analyst")
    yara.goes("/references")
    if yara.main.locator('a[href="/references/adoption"]').count():
        yara.goes("/references/adoption")
        yara.saves()
    yara.context.close()
    noor = cast.noor
    noor.goes("/?group=all")
    noor.follows("Veiligheid op het spoor")
    toolbox = f"{noor.path.split('?')[0]}/toolbox"
    noor.goes(f"{toolbox}/beginning")
    noor.saves()
    noor.goes(f"{toolbox}/sessions")
    made = noor.form.locator('[name="command"]').get_attribute("value")
    noor.saves(step="choose", title="Gesprek met de branche", form="focusGroup", held="1-9-2026")
    return f"{toolbox}/sessions/{made}"


def chooses(person: Person, path: Path) -> None:
    person.form.locator('[name="file"]').set_input_files(path)


def test_what_is_not_taken_comes_back_with_the_other_fields(
    cast: Cast, session: str, tmp_path: Path
) -> None:
    program = tmp_path / "programma.pdf"
    program.write_bytes(b"MZ\x90\x00\x03")
    noor = cast.noor
    noor.goes(session)
    noor.sees("Er zijn nog geen bijlagen.")
    noor.follows("Voeg een bijlage toe")
    chooses(noor, program)
    noor.is_refused("Dit soort bestand nemen we niet aan.", description="Zoals besproken")
    expect(noor.form.locator('[name="description"]')).to_have_value("Zoals besproken")
    noor.sees("Kies het bestand opnieuw")
    assert list(inspect(noor.page)) == []


def test_a_file_is_added(cast: Cast, session: str, report: Report) -> None:
    noor = cast.noor
    noor.goes(f"{session}/attachments")
    chooses(noor, report.path)
    noor.saves(description="Wat er gezegd is")
    noor.sees(NAME, "Wat er gezegd is", "document (Word)", "toegevoegd door Noor")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_everybody_can_use_the_pages(cast: Cast, session: str, size: dict[str, int]) -> None:
    noor = cast.noor
    for path in (session, f"{session}/attachments"):
        noor.goes(path)
        noor.page.set_viewport_size(size)
        assert list(inspect(noor.page)) == []
        noor.page.set_viewport_size(DESKTOP)


def test_a_colleague_takes_it_along_as_it_was(
    cast: Cast, session: str, report: Report, tmp_path: Path
) -> None:
    lotte = cast.lotte
    lotte.goes(session)
    assert taken_along(lotte, tmp_path).digest == report.digest
    expect(lotte.main.get_by_role("link", name="Voeg een bijlage toe")).to_have_count(0)


def taken_along(person: Person, folder: Path) -> Report:
    with person.page.expect_download() as download:
        person.main.get_by_role("link", name=NAME).first.click()
    assert download.value.suggested_filename == NAME
    path = folder / NAME
    download.value.save_as(path)
    return Report(path)


def test_it_works_without_script(
    koers: Koers, browser: Browser, session: str, report: Report, tmp_path: Path
) -> None:
    context = browser.new_context(base_url=koers.address, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    page.goto(koers.sign_in["programme-manager"])
    page.goto(f"{session}/attachments")
    letter = tmp_path / "brief.txt"
    letter.write_text("Beste Joris", encoding="utf-8")
    page.locator('[name="file"]').set_input_files(letter)
    page.locator("main form.form .form-actions button").click()
    expect(page.locator("main")).to_contain_text("brief.txt")
    person = Person(page)
    assert taken_along(person, tmp_path).digest == report.digest
    context.close()


def test_it_is_taken_away_with_a_reason(cast: Cast, session: str) -> None:
    noor = cast.noor
    noor.goes(session)
    noor.follows(f"Haal weg: {NAME}")
    noor.sees(NAME)
    noor.saves(reason="Verkeerde versie")
    noor.sees_no(NAME)
    noor.sees("brief.txt")
    noor.goes(f"{session.split('/sessions/')[0]}/history")
    noor.sees("Verkeerde versie", NAME)
