"""An inspector logs a standard visit by keyboard, at the speed of somebody who types."""

import re
import time
from pathlib import Path

from acting import Cast
from inspection import inspect
from playwright.sync_api import Page, expect

CASE = "Koelhuis met oude installatie (voorbeeld)"
SUMMARY = "De compressor in hal 3 lekt. Het logboek is bij."
# Four strokes a second is 48 words a minute: somebody who types every day, and no more than that.
BETWEEN_STROKES = 0.25
SECONDS_MAX = 60


class Typist:
    """Presses one key after another, never faster than somebody does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            time.sleep(BETWEEN_STROKES)

    def types(self, text: str) -> None:
        self.page.keyboard.type(text, delay=BETWEEN_STROKES * 1000)

    def focused(self) -> str:
        focus = "(focus => focus.name || focus.textContent.trim())(document.activeElement)"
        return self.page.evaluate(focus)

    def goes_to(self, name: str) -> None:
        """Presses Tab until a field called `name` has the focus."""
        for _ in range(40):
            if self.focused() == name:
                return
            self.presses("Tab")
        raise AssertionError(f"Tab never comes to {name}")


def test_a_visit_is_logged_within_a_minute_without_a_mouse(cast: Cast) -> None:
    page = cast.sem.page
    cast.sem.goes("/cases")
    page.get_by_role("row", name=CASE).get_by_role("link").first.click()
    page.get_by_role("link", name="Interventie vastleggen").first.focus()

    typist = Typist(page)
    began = time.monotonic()
    with page.expect_navigation():
        typist.presses("Enter")
    # It begins where one types, with the day of the plan in it; what one types takes its place.
    assert typist.focused() == "when"
    typist.presses("Control+a")
    typist.types("gisteren 0830")
    typist.goes_to("end-time")
    typist.types("10u")
    for question, steps in (("q1", 0), ("q2", 0), ("q3", 2), ("q4", 1)):
        typist.goes_to(f"check-{question}")
        typist.presses("Space", *["ArrowDown"] * steps)
    typist.goes_to("summary")
    typist.types(SUMMARY)
    typist.goes_to("Vastleggen")
    with page.expect_navigation():
        typist.presses("Enter")
    expect(page.get_by_text(SUMMARY)).to_be_visible()
    seconds = time.monotonic() - began

    assert seconds <= SECONDS_MAX, f"it took {seconds:.0f} seconds"
    log = page.locator("#log")
    expect(log).to_contain_text("08:30–10:00")
    expect(log).to_contain_text("Lekkage voorkomen en meteen herstellen")
    expect(log).to_contain_text(re.compile("2 van 3 in orde"))
    assert list(inspect(page)) == []


def test_what_was_typed_is_still_there_after_the_page_went(cast: Cast) -> None:
    page = cast.sem.page
    cast.sem.goes("/cases")
    page.get_by_role("row", name=CASE).get_by_role("link").first.click()
    page.get_by_role("link", name="Interventie vastleggen").first.click()
    form = page.url
    page.get_by_label("Verslag").fill("Half verhaal")
    cast.sem.goes("/cases")
    page.goto(form)
    expect(page.get_by_label("Verslag")).to_have_value("Half verhaal")
    page.get_by_role("button", name="Gooi die invoer weg").click()
    expect(page.get_by_label("Verslag")).to_have_value("")


def test_each_file_that_is_chosen_gets_a_line_to_say_what_it_shows(
    cast: Cast, tmp_path: Path
) -> None:
    page = cast.sem.page
    cast.sem.goes("/cases")
    page.get_by_role("row", name=CASE).get_by_role("link").first.click()
    page.get_by_role("link", name="Interventie vastleggen").first.click()
    files = [tmp_path / name for name in ("plas.txt", "klep.txt")]
    for file in files:
        file.write_text(file.name)
    shows = page.get_by_label("Wat de bestanden laten zien")
    page.locator('[name="file"]').set_input_files(files)
    expect(shows).to_have_value("plas.txt: \nklep.txt: ")
    shows.fill("plas.txt: olie onder de leiding\nklep.txt: ")
    page.locator('[name="file"]').set_input_files(files[:1])
    expect(shows).to_have_value("plas.txt: olie onder de leiding\nklep.txt: ")
    # What was planned was done before, so that nothing is chosen yet.
    page.locator('[name="kind"]').select_option("unannounced-inspection")
    page.locator('[name="when"]').fill("gisteren")
    assert list(inspect(page)) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_role("listitem").filter(has_text="plas.txt").first).to_contain_text(
        "olie onder de leiding"
    )
