"""Looking back: by day and by position, with a banner, without forms, on every kind of page."""

from datetime import timedelta

import pytest
from acting import Cast, history
from album import as_of, main
from places import today
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def seeded(cast: Cast) -> str:
    """One of the nine programmes that were there from the start."""
    cast.noor.goes("/")
    cast.noor.follows("Bodem")
    return cast.noor.path


def test_a_page_that_looks_back_says_so_and_offers_no_change(cast: Cast, seeded: str) -> None:
    noor = cast.noor
    noor.goes(seeded)
    position = history(noor, seeded)[0]
    expect(noor.main.locator("a.act").first).to_be_visible()
    noor.follows("Geschiedenis")
    noor.main.get_by_role("link", name="Bekijk de pagina zoals toen").first.click()
    banner = noor.page.get_by_role("region", name="Terugkijken")
    expect(banner).to_contain_text("U ziet deze pagina zoals die was na gebeurtenis")
    expect(banner).to_contain_text("Wijzigen kan alleen in het heden.")
    assert f"as-of={position}" in noor.path
    for page in (seeded, "/", "/explorations", "/signals", "/history", f"{seeded}/history"):
        noor.goes(as_of(page, position))
        expect(banner).to_be_visible()
        expect(noor.main.locator("form[method=post]")).to_have_count(0)
        expect(noor.main.locator("a.act")).to_have_count(0)
        # Every way on from here stays at that moment.
        links = noor.main.locator("a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        assert links and all("as-of=" in link for link in links), links
    banner.get_by_role("link", name="Terug naar nu").click()
    expect(banner).to_have_count(0)
    assert noor.path == f"{seeded}/history"


def test_a_change_posted_while_looking_back_is_refused(cast: Cast, seeded: str) -> None:
    noor = cast.noor
    before = history(noor, seeded)
    noor.goes(f"{seeded}/goals")
    noor.fills(text="Een doel in het verleden")
    noor.form.evaluate("(form, action) => form.action = action", as_of(f"{seeded}/goals", 1))
    answer = noor.sends()
    assert answer.status == 400
    noor.sees("Wijzigen kan alleen in het heden.")
    assert history(noor, seeded) == before


def test_a_day_shows_all_that_was_recorded_up_to_its_end(cast: Cast, seeded: str) -> None:
    lotte = cast.lotte
    lotte.goes(seeded)
    lotte.page.get_by_text("Terugkijken", exact=True).click()
    lotte.page.get_by_label("Bekijk deze pagina zoals op").fill(f"{today():%-d-%-m-%Y}")
    lotte.page.get_by_role("button", name="Toon").click()
    banner = lotte.page.get_by_role("region", name="Terugkijken")
    expect(banner).to_contain_text("U ziet deze pagina zoals die vandaag is, tot nu toe.")
    pages = [seeded, "/?group=all", "/explorations", "/signals", f"{seeded}/history"]
    now = [main(document) for document in lotte.reads(*pages)]
    day = [main(document) for document in lotte.reads(*(as_of(page, today()) for page in pages))]
    assert day == now

    # Before anything was recorded, nothing was there.
    yesterday = today() - timedelta(days=1)
    lotte.goes(as_of("/", yesterday))
    lotte.sees("Er waren toen nog geen programma's.")
    lotte.goes(as_of(seeded, yesterday), status=404)
    expect(banner).to_be_visible()


@pytest.mark.parametrize("moment", ["gisteren", "31-2-2026", "-1", "1e9", "99999999999999999999"])
def test_a_moment_that_cannot_be_read_is_said_to_be_so(cast: Cast, moment: str) -> None:
    cast.lotte.goes(as_of("/", moment), status=400)
    cast.lotte.sees("De dag waarop u wilt terugkijken is niet te lezen.")


def test_looking_back_shows_no_more_than_one_may_see_now(cast: Cast, seeded: str) -> None:
    cast.lotte.goes(as_of(f"{seeded}/goals", 1), status=403)
