"""Somebody new does the whole of the first step: with others, each for themselves, by keyboard."""

import re
from dataclasses import dataclass

import pytest
from acting import Cast, Person
from inspection import DESKTOP, PHONE, inspect
from playwright.sync_api import Locator, expect

IS_STORY = True

PROGRAMME = "Veilig en duurzaam Schiphol"
FIRST, SECOND = "Afhandelen onder tijdsdruk", "Voertuigen op het platform"
GROUP = "Grondafhandelaars"
ROUND = "Hoe groot is het?"


@dataclass
class Places:
    """Where the story takes place, as the persons find out on the way."""

    programme: str = ""
    step: str = ""
    session: str = ""


@pytest.fixture(scope="module")
def places() -> Places:
    return Places()


def goes_by_keyboard(person: Person, target: Locator) -> None:
    """Presses Tab until the focus is on `target`, as somebody without a mouse does."""
    for _ in range(150):
        if target.evaluate("one => one === document.activeElement"):
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {target}")


def presses(person: Person, target: Locator) -> None:
    """Goes to a link or a button by keyboard and takes it."""
    goes_by_keyboard(person, target)
    with person.page.expect_navigation() as navigation:
        person.page.keyboard.press("Enter")
    assert navigation.value.status == 200


def types(person: Person, label: str, text: str) -> None:
    goes_by_keyboard(person, person.form.get_by_label(label, exact=True).first)
    person.page.keyboard.type(text)


def chooses(person: Person, name: str, times: int) -> None:
    """Comes to a group of radio buttons and goes down in it, from the first."""
    goes_by_keyboard(person, person.form.locator(f'[name="{name}"]').first)
    person.page.keyboard.press("Space")
    for _ in range(times):
        person.page.keyboard.press("ArrowDown")


def button(person: Person) -> Locator:
    return person.form.locator(".form-actions button").first


def test_noor_begins_with_the_toolbox_by_keyboard(cast: Cast, places: Places) -> None:
    noor = cast.noor
    noor.goes("/?group=all")
    presses(noor, noor.main.get_by_role("link", name=PROGRAMME).first)
    places.programme = noor.path.split("?")[0]
    presses(noor, noor.main.get_by_role("link", name="Toolbox", exact=True).first)
    noor.sees("De toolbox is voor dit programma nog niet gebruikt.")
    presses(noor, noor.main.get_by_role("link", name="Begin met de toolbox").first)
    noor.sees("U werkt met de nieuwste editie van de referentieset.")
    presses(noor, button(noor))
    noor.sees("Opgeslagen.", "Kiezen", "Begrijpen", "Aanpakken")


def test_she_adds_sub_risks_by_keyboard(cast: Cast, places: Places) -> None:
    noor = cast.noor
    presses(noor, noor.main.get_by_role("link", name="Kiezen", exact=True).first)
    places.step = noor.path.split("?")[0]
    for title in (FIRST, SECOND):
        presses(noor, noor.main.get_by_role("link", name="Voeg een deelrisico toe").first)
        types(noor, "Deelrisico", title)
        presses(noor, button(noor))
        noor.sees("Opgeslagen.", title)


def test_the_step_cannot_be_finished_yet(cast: Cast, places: Places) -> None:
    noor = cast.noor
    noor.goes(f"{places.step}/conclusion")
    noor.is_refused("Nog niet alles is er.", conclusion="Wij zijn er al uit.")
    noor.sees(f"de weging van ‘{FIRST}’", "de focus")
    noor.goes(places.step)
    noor.sees("er wordt aan gewerkt")


def test_she_convenes_a_session_with_a_colleague(cast: Cast, places: Places) -> None:
    noor = cast.noor
    noor.goes(places.step)
    noor.follows("Beleg een sessie")
    expect(noor.form.locator('[name="step"][value="choose"]')).to_be_checked()
    noor.saves(title="Ochtend op het platform", form="brainstorm")
    if "/sessions/" not in noor.path:
        noor.goes(places.step)
        noor.follows("Ochtend op het platform")
    places.session = noor.path.split("?")[0]
    for person in ("Noor Bakker", "Amina Yılmaz"):
        noor.goes(places.session)
        noor.follows("Nodig iemand uit")
        noor.saves(person=person)
    noor.goes(places.session)
    noor.sees("Noor Bakker", "Amina Yılmaz")


def test_each_scores_before_seeing_what_the_other_did(cast: Cast, places: Places) -> None:
    noor, amina = cast.noor, cast.amina
    noor.goes(places.session)
    noor.follows("Open een ronde")
    for risk in noor.form.locator('[name^="risk-"]').all():
        risk.check()
    noor.saves(title=ROUND)
    scores(amina, places, [4, 4, 1, 1])
    noor.goes(places.session)
    noor.sees("1 van 2 deelnemers hebben gescoord.")
    noor.sees_no("van 1 tot", "loopt ver uiteen")
    scores(noor, places, [0, 3, 1, 2])


def scores(person: Person, places: Places, steps: list[int]) -> None:
    """Scores by keyboard, so many below the first for each question."""
    person.goes(places.session)
    presses(person, person.main.get_by_role("link", name="Scoor zelf").first)
    content = person.page.content()
    names = list(dict.fromkeys(re.findall(r'name="(score-[0-9a-f-]+)"', content)))
    assert len(names) == len(steps)
    for name, times in zip(names, steps, strict=True):
        chooses(person, name, times)
    presses(person, button(person))
    person.sees("Opgeslagen.")


def test_once_the_round_is_closed_the_spread_shows(cast: Cast, places: Places) -> None:
    noor = cast.noor
    noor.goes(places.session)
    noor.follows("Sluit de ronde")
    noor.saves()
    noor.goes(places.session)
    noor.sees("van 1 tot 5", "loopt ver uiteen, praat erover", "van 4 tot 5")
    cast.amina.goes(places.session)
    cast.amina.sees("van 1 tot 5")


@pytest.mark.parametrize(
    ("risk", "chance", "effect", "reason"),
    [
        (FIRST, "3", "4", "De een zag het dagelijks, de ander nooit: wij houden het midden."),
        (SECOND, "2", "2", "Wij zijn het eens: het gebeurt weinig."),
    ],
)
def test_she_judges_with_a_reason_and_says_on_which_round(
    cast: Cast, places: Places, risk: str, chance: str, effect: str, reason: str
) -> None:
    noor = cast.noor
    noor.goes(places.step)
    noor.follows(f"Weeg: {risk}")
    noor.sees("Ochtend op het platform")
    ground = noor.form.locator('[name="round"] option').last.inner_text()
    noor.saves(round=ground, chance=chance, effect=effect, reason=reason)
    noor.goes(places.step)
    noor.sees(reason, "Samen gescoord in:")


def test_she_puts_them_in_order_and_chooses_a_group(cast: Cast, places: Places) -> None:
    noor = cast.noor
    noor.goes(places.step)
    noor.follows("Bepaal de volgorde")
    noor.saves(reason="Tijdsdruk zit achter de meeste ongevallen.")
    noor.goes(places.step)
    noor.follows("Kies de focus")
    noor.form.get_by_label(FIRST, exact=True).check()
    noor.form.get_by_label(GROUP, exact=True).check()
    noor.saves(reason="Hier begint het, en hier kunnen wij iets doen.")
    noor.goes(places.step)
    noor.sees("De maatschappelijke schade van het probleem is niet geschat.", GROUP)
    expect(noor.main.get_by_role("img", name=re.compile("Risicomatrix"))).to_be_visible()


def test_she_finishes_the_step_and_the_next_one_is_about_that_group(
    cast: Cast, places: Places
) -> None:
    noor = cast.noor
    noor.goes(places.step)
    presses(noor, noor.main.get_by_role("link", name="Rond de stap af").first)
    noor.starts_over()
    types(noor, "Conclusie", "Eerst de tijdsdruk bij het afhandelen.")
    presses(noor, button(noor))
    noor.sees("Opgeslagen.")
    noor.goes(places.step)
    noor.sees("Kiezen, versie 1", "afgerond op", "Eerst de tijdsdruk bij het afhandelen.")
    noor.follows("Begrijpen")
    noor.sees(GROUP, "Nog uit te zoeken:")
    noor.sees_no("Luchtvaartmaatschappijen")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_everybody_can_use_the_pages_of_the_step(
    cast: Cast, places: Places, size: dict[str, int]
) -> None:
    noor = cast.noor
    for path in (places.step, places.session, f"{places.step}/focus"):
        noor.page.set_viewport_size(size)
        noor.goes(path)
        assert list(inspect(noor.page)) == []
    noor.page.set_viewport_size(DESKTOP)
