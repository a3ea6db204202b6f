"""An exploration ends in a signal that asks action; it is answered and handled."""

import re
from dataclasses import dataclass

import pytest
from acting import Cast
from album import Album
from playwright.sync_api import expect
from test_exploration_to_programme import reads_as

IS_STORY = True

TITLE = "Woonboten zonder riool"
SIGNAL = "Lozen door woonboten vraagt een wet"


@dataclass
class Places:
    exploration: str = ""
    signal: str = ""


@pytest.fixture(scope="module")
def places() -> Places:
    return Places()


def test_a_complete_exploration_is_proposed_as_a_signal(
    cast: Cast, album: Album, places: Places
) -> None:
    noor = cast.noor
    noor.goes("/explorations/new")
    noor.saves(title=TITLE, origin="obligation")
    places.exploration = noor.path
    for lack, values in [
        ("beschrijf het maatschappelijk probleem", {"text": "Woonboten lozen op het water."}),
        ("beschrijf oorzaken en veroorzakers", {"text": "Aansluiten is duur."}),
        ("beschrijf invloed en bevoegdheden", {"text": "Er is geen verbod."}),
        ("beschrijf het stelsel", {"text": "Waterwet; gemeenten en waterschappen."}),
        ("noem ten minste één partij", {"name": "Waterschappen", "role": "beheerders"}),
        (
            "geef ten minste één argument",
            {"side": "against", "text": "Zonder wet kan een inspecteur niets."},
        ),
    ]:
        noor.follows(lack)
        noor.saves(**values)
        noor.goes(places.exploration)
    album.keep("complete", places.exploration, "/explorations")
    noor.follows("Stel een besluit voor")
    noor.saves(
        outcome="signal",
        grounds="Alleen een wet helpt.",
        alternatives="Een programma: zonder wet kansloos.",
    )
    album.keep("proposed", places.exploration, "/explorations")


def test_daan_first_rejects_and_then_adopts_it(cast: Cast, album: Album, places: Places) -> None:
    noor, daan = cast.noor, cast.daan
    daan.goes(places.exploration)
    daan.follows("Wijs het voorstel af")
    daan.saves(grounds="Vraag eerst de waterschappen.")
    album.keep("rejected", places.exploration, "/explorations")

    noor.goes(places.exploration)
    noor.follows("Leg een bevinding vast")
    noor.saves(text="Ook de waterschappen vragen om een wet.", source="Brief van de waterschappen")
    noor.follows("Stel een besluit voor")
    noor.saves(
        outcome="signal",
        grounds="De waterschappen vragen er ook om.",
        alternatives="Een programma: zonder wet kansloos.",
    )
    album.keep("proposed again", places.exploration, "/explorations")

    daan.goes(places.exploration)
    daan.follows("Neem dit besluit")
    daan.is_refused(
        "Antwoord nodig op: Vul dit in.",
        grounds="Nu is het rond.",
        kind="askingAction",
        addressee="minister",
        title=SIGNAL,
    )
    daan.saves(due="31-12-2030")
    daan.follows("Naar het signaal")
    places.signal = daan.path
    daan.sees("actievragend", "de minister", "31 december 2030", "Woonboten lozen op het water.")
    album.keep("adopted", places.exploration, "/explorations")
    album.keep("raised", places.signal, "/signals")


def test_it_is_sent_answered_and_handled(cast: Cast, album: Album, places: Places) -> None:
    noor, signal = cast.noor, places.signal
    noor.goes(signal)
    noor.sees("nog niet verstuurd")
    expect(noor.main.get_by_role("link", name="Handel het signaal af")).to_have_count(0)
    noor.main.locator("#message").get_by_role("link", name="Wijzig").click()
    noor.saves(text="Woonboten lozen op het water. Alleen een wet maakt daar een eind aan.")
    album.keep("revised", signal, "/signals")
    noor.follows("Verstuur het signaal")
    noor.saves()
    album.keep("sent", signal, "/signals")
    expect(noor.main.locator("#message").get_by_role("link", name="Wijzig")).to_have_count(0)
    noor.goes(f"{signal}/message")
    noor.is_refused("Daarna staat de tekst vast.", title="Iets anders")

    noor.goes(f"{signal}/handling")
    noor.is_refused("kan pas na een beleidsreactie worden afgehandeld")
    noor.goes(signal)
    noor.follows("Zet op in behandeling")
    noor.saves()
    album.keep("in treatment", signal, "/signals")
    noor.follows("Leg een beleidsreactie vast")
    noor.saves(**{"from": "Directie Water"}, text="Er komt een wetsvoorstel voor de zomer.")
    noor.sees("Directie Water", "Er komt een wetsvoorstel voor de zomer.")
    album.keep("answered", signal, "/signals")
    noor.follows("Handel het signaal af")
    noor.saves()
    noor.sees("Het signaal is afgehandeld.")
    album.keep("handled", signal, "/signals")

    lotte = cast.lotte
    lotte.goes("/signals?status=handled")
    row = lotte.main.get_by_role("row").filter(has_text=SIGNAL)
    expect(row).to_contain_text("afgehandeld")


def test_both_histories_read_as_a_story(cast: Cast, places: Places) -> None:
    reads_as(
        cast.lotte,
        places.signal,
        [
            f"Het signaal ‘{SIGNAL}’ is opgesteld.",
            "De inhoud van het signaal is gewijzigd.",
            "Het signaal is verstuurd aan de minister.",
            "Het signaal is in behandeling genomen.",
            "Directie Water heeft gereageerd.",
            "Het signaal is afgehandeld.",
        ],
    )
    changed = cast.lotte.main.locator(".timeline > li").filter(has_text="is gewijzigd.")
    expect(changed.locator(".change dd").last).to_contain_text("Alleen een wet")
    cast.lotte.goes(f"{places.exploration}/history")
    told = cast.lotte.main.locator(".timeline-sentence")
    expect(told.first).to_have_text("Daan de Vries heeft besloten om een signaal af te geven.")
    expect(told).to_contain_text(
        [
            re.compile("besloten om een signaal"),
            re.compile("voorgesteld om een signaal"),
            re.compile("Er is een bevinding"),
            re.compile("Daan de Vries heeft het voorstel afgewezen om een signaal"),
        ]
    )


def test_looking_back_shows_each_step_as_it_was(album: Album) -> None:
    differences = album.differences()
    assert not differences, "\n".join(differences)
