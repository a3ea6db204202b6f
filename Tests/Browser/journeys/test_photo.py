"""An inspector files a photo and a letter of which nobody needs to know who made it, and where."""

import base64
import subprocess
import zipfile
from pathlib import Path

import pytest
from acting import Cast, Person
from inspection import DESKTOP, PHONE, inspect
from playwright.sync_api import expect

CASE = "Koelhuis met oude installatie (voorbeeld)"
PHOTO = Path(__file__).parents[2] / "WebTests/Documents/Photos/gevel.jpg"

# What a browser makes of a photo: its width and height the right side up, and every point of it.
DRAWN = """async text => {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const photo = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const canvas = new OffscreenCanvas(photo.width, photo.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(photo, 0, 0);
  const points = pen.getImageData(0, 0, photo.width, photo.height).data;
  return [photo.width, photo.height, Array.from(points).join(" ")];
}"""


@pytest.fixture
def form(cast: Cast) -> Person:
    """Sem, before the form that adds a document to a case."""
    sem = cast.sem
    sem.goes("/cases")
    sem.page.get_by_role("row", name=CASE).get_by_role("link").first.click()
    sem.follows("Document of foto toevoegen")
    return sem


def stripped(person: Person, file: Path, folder: Path) -> Path:
    """What the case gives back of a file that went in with the tick to take its metadata out."""
    description = f"Zonder maker: {file.name}"
    person.form.locator('[name="file"]').set_input_files(file)
    person.form.locator('[name="strip"]').check()
    person.saves(description=description)
    item = person.main.get_by_role("listitem").filter(has_text=description)
    expect(item).to_contain_text("zonder gegevens over de opname en de maker")
    with person.page.expect_download() as download:
        item.get_by_role("link", name=file.name, exact=True).click()
    path = folder / f"terug-{file.name}"
    download.value.save_as(path)
    return path


def drawn(person: Person, photo: bytes) -> list:
    return person.page.evaluate(DRAWN, base64.b64encode(photo).decode())


def groups(photo: bytes) -> set[str]:
    """What ExifTool finds written beside the picture, by who reads it."""
    said = subprocess.run(
        ["exiftool", "-G1", "-s", "-"], input=photo, stdout=subprocess.PIPE, check=True
    ).stdout.decode()
    groups = {line[1 : line.index("]")] for line in said.splitlines() if line.startswith("[")}
    return groups - {"ExifTool", "System", "File", "Composite"}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_everybody_can_use_the_form(form: Person, size: dict[str, int]) -> None:
    form.page.set_viewport_size(size)
    assert list(inspect(form.page)) == []
    form.page.set_viewport_size(DESKTOP)


def test_a_photo_comes_out_without_its_position_and_is_the_same_picture(
    form: Person, tmp_path: Path
) -> None:
    path = stripped(form, PHOTO, tmp_path)
    before, after = PHOTO.read_bytes(), path.read_bytes()
    assert groups(before) >= {"GPS", "IFD1", "ExifIFD", "IPTC", "XMP-dc"}
    assert groups(after) == {"JFIF", "IFD0"}
    width, height, points = drawn(form, after)
    assert (width, height) == (120, 160), "it still stands on its side"
    assert [width, height, points] == drawn(form, before)


def test_a_letter_comes_out_without_its_author_and_says_the_same(
    form: Person, tmp_path: Path
) -> None:
    text = "<w>Een plas olie</w>"
    letter = tmp_path / "brief.docx"
    properties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    with zipfile.ZipFile(letter, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            "<Relationships><Relationship "
            f'Target="docProps/core.xml" Type="{properties}core-properties"/></Relationships>',
        )
        archive.writestr("word/document.xml", text)
        archive.writestr("docProps/core.xml", "<p>Piet Melder</p>")
    with zipfile.ZipFile(stripped(form, letter, tmp_path)) as archive:
        assert "docProps/core.xml" not in archive.namelist()
        assert archive.read("word/document.xml").decode() == text
        assert b"core" not in archive.read("_rels/.rels")


def test_nobody_is_told_that_something_was_taken_out_of_a_text(
    form: Person, tmp_path: Path
) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Beste Joris")
    form.form.locator('[name="file"]').set_input_files(letter)
    form.form.locator('[name="strip"]').check()
    form.is_refused("Uit dit soort bestand kunnen we niets weghalen.", description="Brief")
    assert list(inspect(form.page)) == []
