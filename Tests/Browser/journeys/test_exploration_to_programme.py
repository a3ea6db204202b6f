"""A problem is explored, becomes a programme, goes through its phases, is evaluated and ends."""

import re
from dataclasses import dataclass

import pytest
from acting import Cast, Person, history
from album import Album
from playwright.sync_api import expect

IS_STORY = True

TITLE = "Lachgas uit losse cilinders"
NAME = "Lachgas van de straat"


@dataclass
class Places:
    """Where the story takes place, as the persons find out on the way."""

    exploration: str = ""
    decision: str = ""
    programme: str = ""
    indicator: str = ""
    intervention: str = ""

    @property
    def beside(self) -> list[str]:
        """The pages on which the programme shows too."""
        own = [self.indicator, self.intervention]
        return ["/?group=all", self.exploration, *filter(None, own)]


@pytest.fixture(scope="module")
def places() -> Places:
    return Places()


def test_noor_opens_an_exploration_with_the_keyboard(
    cast: Cast, album: Album, places: Places
) -> None:
    noor = cast.noor
    noor.goes("/explorations")
    noor.follows("Nieuwe verkenning")
    keyboard = noor.page.keyboard
    noor.form.get_by_label("Titel").focus()
    keyboard.type(TITLE)
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(noor.form.get_by_label("risico uit de IBRA")).to_be_checked()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    expect(noor.form.get_by_label("ontwikkeling", exact=True)).to_be_checked()
    keyboard.press("Tab")
    with noor.page.expect_navigation() as navigation:
        keyboard.press("Enter")
    assert navigation.value.status == 200
    expect(noor.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    noor.sees("Opgeslagen.", "wordt verkend", "beschrijf het maatschappelijk probleem")
    places.exploration = noor.path
    album.keep("opened", places.exploration, "/explorations")


def test_no_decision_can_be_proposed_while_something_is_missing(cast: Cast, places: Places) -> None:
    noor = cast.noor
    noor.goes(places.exploration)
    expect(noor.main.get_by_role("link", name="Stel een besluit voor")).to_have_count(0)
    noor.goes(f"{places.exploration}/decisions")
    noor.is_refused(
        "De verkenning is nog niet volledig. Nog nodig: beschrijf het maatschappelijk probleem",
        outcome="programme",
        grounds="Het moet nu.",
        alternatives="Geen.",
    )
    expect(noor.form.locator('[name="grounds"]')).to_have_value("Het moet nu.")
    assert len(history(cast.lotte, places.exploration)) == 1


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("problem", "Cilinders ontploffen in ovens van afvalverwerkers.\n\nMensen raken gewond."),
        ("causes", "Handelaren verkopen grote cilinders zonder statiegeld."),
        ("influence", "De inspectie kan handelaren controleren en de handel stilleggen."),
        ("system", "Opiumwet, Wet milieubeheer; politie, gemeenten en afvalverwerkers."),
    ],
)
def test_the_sections_are_written(
    cast: Cast, album: Album, places: Places, part: str, text: str
) -> None:
    amina = cast.amina
    amina.goes(places.exploration)
    amina.page.locator(f"#{part}").get_by_role("link", name="Schrijf deze tekst").click()
    amina.saves(text=text)
    amina.sees(text.splitlines()[0], "Geschreven door Amina Yılmaz")
    album.keep(f"wrote {part}", places.exploration, "/explorations")


def test_parties_findings_and_arguments_come_and_go(
    cast: Cast, album: Album, places: Places
) -> None:
    amina, exploration = cast.amina, places.exploration
    amina.goes(exploration)
    amina.follows("Voeg een partij toe")
    amina.saves(name="Afvalverwerkers", role="gedupeerden")
    album.keep("party", exploration)
    amina.follows("Wijzig: Afvalverwerkers")
    amina.saves(role="gedupeerden en melders")
    album.keep("party revised", exploration)
    amina.follows("Voeg een partij toe")
    amina.saves(name="Horeca", role="afnemers")
    amina.follows("Verwijder: Horeca")
    amina.saves(reason="Speelt in dit probleem geen rol.")
    amina.sees("Verwijderde partijen (1)")
    album.keep("party removed", exploration)

    amina.follows("Leg een bevinding vast")
    amina.saves(text="In een jaar 300 ontploffingen in ovens.", source="Brancheregister 2026")
    amina.sees("In een jaar 300 ontploffingen in ovens.", "Bron: Brancheregister 2026")
    amina.follows("Leg een bevinding vast")
    amina.saves(text="De schade is een miljard.", source="Krantenbericht")
    amina.follows("Trek in: De schade is een miljard.")
    amina.saves(reason="De krant heeft het bericht ingetrokken.")
    amina.sees("Ingetrokken bevindingen (1)")
    album.keep("findings", exploration)

    for side, text in [
        ("Voor een programma", "De schade groeit en niemand anders pakt dit op."),
        ("Tegen een programma", "Het verbod werkt misschien al."),
    ]:
        amina.follows(f"Voeg een argument toe: {side}")
        amina.saves(text=text)
        amina.sees(text)
        album.keep(side, exploration)
    amina.sees("De verkenning is volledig. Een programmamanager kan een besluit voorstellen.")


def test_what_was_written_can_be_revised(cast: Cast, album: Album, places: Places) -> None:
    noor = cast.noor
    noor.goes(places.exploration)
    noor.follows("Wijzig: Het maatschappelijk probleem")
    noor.saves(text="Cilinders ontploffen in ovens van afvalverwerkers. In 2025 driehonderd keer.")
    noor.sees("In 2025 driehonderd keer.")
    noor.sees_no("Mensen raken gewond.")
    album.keep("problem revised", places.exploration, "/explorations")


def test_noor_proposes_a_programme_and_cannot_decide_on_it(
    cast: Cast, album: Album, places: Places
) -> None:
    noor = cast.noor
    noor.goes(places.exploration)
    noor.follows("Stel een besluit voor")
    # What she tried too early was kept for her.
    expect(noor.form.locator('[name="grounds"]')).to_have_value("Het moet nu.")
    noor.starts_over()
    noor.saves(
        outcome="programme",
        grounds="De schade groeit, en alleen samen is zij te stoppen.",
        alternatives="Een project: te kort.\nEen signaal: er is al een verbod.",
    )
    noor.sees("wacht op besluit", "U hebt dit zelf voorgesteld", "Daan de Vries")
    expect(noor.main.get_by_role("link", name="Neem dit besluit")).to_have_count(0)
    noor.follows(re.compile("^Programma$"))
    places.decision = noor.path
    album.keep("proposed", places.exploration, places.decision, "/explorations")
    noor.goes(f"{places.decision}/adoption", status=403)
    noor.goes(f"{places.exploration}/title")
    noor.is_refused("Er wacht een voorstel op besluit.", title="Iets anders")


def test_daan_adopts_it_with_another_opinion_on_record(
    cast: Cast, album: Album, places: Places
) -> None:
    daan = cast.daan
    daan.goes(places.exploration)
    daan.follows("Neem dit besluit")
    # Another programme already has the number 1 of the plan of 2020.
    charter = {
        "grounds": "Dit is nu het grootste vermijdbare risico bij afvalverwerkers.",
        "dissent_by_1": "Amina Yılmaz",
        "dissent_1": "Een project was genoeg geweest.",
        "name": NAME,
        "manager": "Noor Bakker",
        "start": "1-1-2026",
        "review": "1-1-2028",
        "end": "31-12-2028",
    }
    daan.is_refused("Nummer 1 is in plan 2020 al in gebruik.", year="2020", number="1", **charter)
    daan.saves(year="2026", number="1")
    expect(daan.main.get_by_text("besloten").first).to_be_visible()
    daan.sees("Andere mening van Amina Yılmaz", "Een project was genoeg geweest.")
    daan.follows("Naar het programma")
    expect(daan.page.get_by_role("heading", level=1)).to_have_text(NAME)
    places.programme = daan.path
    album.keep("adopted", places.exploration, "/explorations")
    # The decision names its programme, which the log holds one event later.
    album.keep("established", places.programme, places.decision, *places.beside)


def test_everyone_sees_it_in_the_portfolio(cast: Cast, places: Places) -> None:
    lotte = cast.lotte
    lotte.goes("/")
    row = lotte.main.get_by_role("row").filter(has_text=NAME)
    expect(row).to_contain_text("Ontwikkeling")
    expect(row).to_contain_text("Noor Bakker")
    row.get_by_role("link", name=NAME).click()
    lotte.sees("Besluit na een verkenning", "Nummer 1 in plan 2026")
    lotte.follows("Besluit na een verkenning")
    lotte.sees(TITLE)


def test_the_gate_to_execution_is_shut_while_something_lacks(
    cast: Cast, album: Album, places: Places
) -> None:
    noor, programme = cast.noor, places.programme
    noor.goes(programme)
    noor.sees("Volgende poort: naar Uitvoering.", "een doel", "een indicator")
    noor.follows("Plan de dag van de poort")
    noor.saves(expected_on="1-3-2027")
    album.keep("gate planned", programme, *places.beside)
    expect(noor.main.get_by_role("link", name="Ga door de poort")).to_have_count(0)
    noor.goes(f"{programme}/gate")
    noor.is_refused(
        "De poort is nog dicht. Er ontbreekt: "
        "een doel, een indicator en een interventie die gepland staat.",
        grounds="We willen beginnen.",
    )


def test_noor_says_what_it_is_for(cast: Cast, album: Album, places: Places) -> None:
    noor, programme = cast.noor, places.programme
    noor.goes(programme)
    noor.follows(re.compile("^een doel$"))
    noor.saves(text="Minder ontploffingen in ovens")
    album.keep("goal", programme, *places.beside)
    noor.follows("Zeg het anders: Minder ontploffingen in ovens")
    noor.saves(text="De helft minder ontploffingen in ovens")
    album.keep("goal reworded", programme, *places.beside)
    noor.follows("Stel een doel")
    noor.saves(text="Iedereen tevreden")
    noor.follows("Laat vervallen: Iedereen tevreden")
    noor.saves(reason="Niet te meten.")
    album.keep("goal dropped", programme, *places.beside)

    noor.follows(re.compile("^een indicator$"))
    noor.saves(
        name="Ontploffingen per jaar",
        kind="counted",
        unit="ontploffingen",
        baseline="300",
        baseline_on="31-12-2025",
        target="150",
        aim="atMost",
        by="31-12-2027",
        goal="De helft minder ontploffingen in ovens",
        source="Brancheregister",
    )
    noor.follows("Ontploffingen per jaar")
    noor.sees("300 ontploffingen", "ten hoogste 150 ontploffingen, uiterlijk 31 december 2027")
    places.indicator = noor.path
    album.keep("indicator", programme, *places.beside)

    noor.goes(programme)
    noor.follows("Leg een schatting vast")
    noor.is_refused(
        "De hoogste schatting moet ten minste zo hoog zijn als de laagste.",
        low="9.000.000",
        high="5.000.000",
        year="2025",
        source="Schaderegister",
        certainty="sourced",
    )
    noor.saves(low="5.000.000", high="9.000.000")
    noor.sees("5 tot 9 miljoen euro per jaar")
    album.keep("damage", programme, *places.beside)
    noor.follows("Voeg een doelgroep toe")
    noor.saves(name="Handelaren in cilinders")
    album.keep("target group", programme, *places.beside)


def test_the_team_and_the_partners_are_brought_together(
    cast: Cast, album: Album, places: Places
) -> None:
    noor, programme = cast.noor, places.programme
    noor.goes(programme)
    noor.follows("Voeg iemand toe")
    noor.saves(person="Amina Yılmaz", role="projectleider")
    noor.sees("Amina Yılmaz, projectleider")
    album.keep("team", programme, *places.beside)

    amina = cast.amina
    amina.goes(programme)
    amina.follows("Betrek een partner")
    amina.saves(name="Vereniging Afvalbedrijven", kind="external", role="meldt ontploffingen")
    album.keep("partner", programme, *places.beside)
    amina.follows("Leg een afspraak vast: Vereniging Afvalbedrijven")
    amina.saves(text="Elke ontploffing binnen een week gemeld.")
    amina.sees("Elke ontploffing binnen een week gemeld.")
    album.keep("agreement", programme, *places.beside)


def test_amina_plans_an_intervention_and_the_gate_opens(
    cast: Cast, album: Album, places: Places
) -> None:
    amina, programme = cast.amina, places.programme
    amina.goes(programme)
    amina.follows("Plan een interventie")
    amina.saves(name="Controles bij groothandels")
    album.keep("intervention planned", programme, *places.beside)
    amina.follows(re.compile("^Controles bij groothandels$"))
    places.intervention = amina.path
    amina.sees("Nodig om te kunnen starten: een eigenaar, een periode, een verwacht effect")
    amina.follows("Wijzig het plan")
    amina.is_refused(
        "De periode eindigt voordat zij begint.",
        owner="Amina Yılmaz",
        **{"from": "1-6-2026", "to": "1-5-2026"},
        effect="Groothandels vragen statiegeld.",
        hours="400",
        group="Handelaren in cilinders",
        goal="De helft minder ontploffingen in ovens",
        indicator="Ontploffingen per jaar",
    )
    amina.saves(to="31-12-2026")
    album.keep("plan filled in", programme, *places.beside)

    noor = cast.noor
    noor.goes(programme)
    noor.sees("Voor deze poort ontbreekt niets meer.")
    noor.follows("Ga door de poort")
    noor.starts_over()
    noor.saves(grounds="Doel, indicator en eerste interventie staan.")
    noor.sees("Volgende poort: naar Evaluatie.", "een interventie die is gestart")
    album.keep("to execution", programme, *places.beside)


def test_the_intervention_starts_and_is_measured_and_finished(
    cast: Cast, album: Album, places: Places
) -> None:
    amina, programme = cast.amina, places.programme
    amina.goes(places.intervention)
    amina.follows("Start")
    amina.saves()
    album.keep("started", programme, *places.beside)

    amina.goes(places.indicator)
    amina.follows("Leg een meting vast")
    amina.saves(value="21", source="Brancheregister, eerste halfjaar")
    album.keep("measured", programme, *places.beside)
    amina.goes(places.indicator)
    amina.follows("Corrigeer")
    amina.saves(value="210", reason="Een nul vergeten.")
    album.keep("corrected", programme, *places.beside)
    amina.goes(places.indicator)
    amina.sees("210 ontploffingen", "Eerst 21 ontploffingen", "Een nul vergeten.")
    amina.sees("doel nog niet gehaald")

    amina.goes(places.intervention)
    amina.follows("Rond af")
    amina.saves(result="Alle twaalf groothandels vragen nu statiegeld.")
    album.keep("finished", programme, *places.beside)
    amina.goes(places.intervention)
    amina.sees("afgerond", "Alle twaalf groothandels vragen nu statiegeld.")


def test_a_revised_target_leaves_the_old_one_in_sight(
    cast: Cast, album: Album, places: Places
) -> None:
    noor = cast.noor
    noor.goes(places.indicator)
    noor.follows("Herzie de streefwaarde")
    expect(noor.form.locator('[name="target"]')).to_have_value("150")
    noor.saves(target="220", reason="Er zijn meer ovens bijgekomen dan verwacht.")
    album.keep("target revised", places.programme, *places.beside)
    noor.goes(places.indicator)
    targets = noor.main.locator("#target-table").get_by_role("row")
    expect(targets.nth(1)).to_contain_text("ten hoogste 220 ontploffingen")
    expect(targets.nth(1)).to_contain_text("Er zijn meer ovens bijgekomen dan verwacht.")
    expect(targets.nth(2)).to_contain_text("ten hoogste 150 ontploffingen")
    expect(targets.nth(2)).to_contain_text("eerste streefwaarde")
    noor.sees("doel gehaald")
    noor.goes("/")
    expect(noor.main.get_by_role("row").filter(has_text=NAME)).to_contain_text("doel gehaald")


def test_new_insight_leads_back_and_forward_again(cast: Cast, album: Album, places: Places) -> None:
    noor, programme = cast.noor, places.programme
    noor.goes(programme)
    noor.follows("Ga terug naar een eerdere fase")
    noor.saves(to="development", reason="Webwinkels blijken de grootste verkopers.")
    album.keep("looped back", programme, *places.beside)
    noor.sees("Teruggegaan: Webwinkels blijken de grootste verkopers.")
    noor.follows("Ga door de poort")
    noor.saves(grounds="De aanpak is aangevuld met webwinkels.")
    album.keep("forward again", programme, *places.beside)
    noor.sees("Uitvoering", "De aanpak is aangevuld met webwinkels.")


def test_daan_extends_it_and_its_manager_cannot(cast: Cast, album: Album, places: Places) -> None:
    noor, daan, programme = cast.noor, cast.daan, places.programme
    noor.goes(programme)
    expect(noor.main.get_by_role("link", name="Besluit tot verlenging")).to_have_count(0)
    noor.goes(f"{programme}/extension", status=403)
    daan.goes(programme)
    daan.follows("Besluit tot verlenging")
    daan.is_refused(
        "Het nieuwe einde moet na 31 december 2028 liggen.",
        review="1-1-2029",
        end="1-6-2028",
        reason="De webwinkels vragen een jaar extra.",
    )
    daan.saves(end="31-12-2029")
    daan.sees("De einddatum was eerst 31 december 2028.", "De webwinkels vragen een jaar extra.")
    album.keep("extended", programme, *places.beside)


def test_it_is_evaluated_without_a_bare_claim(cast: Cast, album: Album, places: Places) -> None:
    noor, programme = cast.noor, places.programme
    noor.goes(f"{programme}/end")
    noor.is_refused("Dit kan alleen in de fase Evaluatie.", reason="Klaar.")
    noor.goes(programme)
    noor.follows("Ga door de poort")
    noor.saves(grounds="De interventie is afgerond en gemeten.")
    album.keep("to evaluation", programme, *places.beside)
    noor.sees("Dit is de laatste fase.")
    noor.goes(f"{programme}/end")
    noor.starts_over()
    noor.is_refused("Het programma is nog niet geëvalueerd.", reason="Klaar.")
    noor.goes(programme)
    noor.follows("Leg de evaluatie vast")
    words = {
        "contribution": "Het statiegeld kwam eerder dan zonder het programma.",
        "confidence_reason": "Alle groothandels noemen de controles.",
        "explanations": "Het verbod en de hogere prijs.",
        "worked": "Samen optrekken met afvalbedrijven.",
        "did_not_work": "Brieven aan handelaren.",
        "lessons": "Begin bij de webwinkels.",
        "continuation": "Regulier toezicht op groothandels.",
    }
    noor.fills(**words)
    answer = noor.sends()
    assert answer.status == 422
    noor.sees("Hoe zeker is dit oordeel?")
    noor.saves(confidence="medium")
    album.keep("evaluated", programme, *places.beside)
    noor.sees("zekerheid van dit oordeel: gemiddeld", "Het verbod en de hogere prijs.")
    noor.follows("Herzie de evaluatie")
    noor.saves(
        lessons="Begin bij de webwinkels, en meet vanaf de eerste dag.",
        reason="Het team miste een les.",
    )
    noor.sees("Eén eerdere versie")
    album.keep("evaluation revised", programme, *places.beside)


def test_it_ends_and_then_only_a_measurement_can_be_corrected(
    cast: Cast, album: Album, places: Places
) -> None:
    noor, programme = cast.noor, places.programme
    noor.goes(programme)
    noor.follows("Beëindig het programma")
    noor.starts_over()
    noor.saves(reason="Het doel is gehaald en de lijn neemt het over.")
    noor.sees("Dit programma is beëindigd op")
    album.keep("ended", programme, *places.beside)

    for person in (cast.noor, cast.amina, cast.daan):
        person.goes(programme)
        expect(person.main.locator("a.act, a.button")).to_have_count(0)
        expect(person.main.locator("form")).to_have_count(0)
    noor.goes(f"{programme}/goals")
    noor.is_refused(
        "Alleen metingen corrigeren en interventies evalueren kan nog.",
        text="Nog een doel na het einde",
    )
    noor.goes("/")
    noor.sees_no(NAME)
    noor.follows("Beëindigd")
    noor.sees(NAME)

    amina = cast.amina
    amina.goes(places.indicator)
    expect(amina.main.locator("a.act")).to_have_count(1)
    amina.follows("Corrigeer")
    amina.saves(value="205", reason="Vijf meldingen waren dubbel.")
    amina.goes(places.indicator)
    amina.sees("205 ontploffingen", "Eerst 210 ontploffingen", "Eerst 21 ontploffingen")
    album.keep("corrected after the end", programme, *places.beside)


def test_the_history_of_the_exploration_reads_as_a_story(cast: Cast, places: Places) -> None:
    reads_as(
        cast.lotte,
        places.exploration,
        [
            f"De verkenning ‘{TITLE}’ is geopend.",
            "Het onderdeel ‘Het maatschappelijk probleem’ is beschreven.",
            "Het onderdeel ‘Oorzaken en veroorzakers’ is beschreven.",
            "Het onderdeel ‘Invloed en bevoegdheden’ is beschreven.",
            "Het onderdeel ‘Het stelsel’ is beschreven.",
            "De partij ‘Afvalverwerkers’ is toegevoegd.",
            "De gegevens van de partij ‘Afvalverwerkers’ zijn gewijzigd.",
            "De partij ‘Horeca’ is toegevoegd.",
            "De partij ‘Horeca’ is verwijderd.",
            "Er is een bevinding vastgelegd.",
            "Er is een bevinding vastgelegd.",
            "Een bevinding is ingetrokken.",
            "Er is een argument vóór een programma toegevoegd.",
            "Er is een argument tegen een programma toegevoegd.",
            "Het onderdeel ‘Het maatschappelijk probleem’ is herschreven.",
            "Noor Bakker heeft voorgesteld om een programma te starten.",
            "Daan de Vries heeft besloten om een programma te starten.",
        ],
    )
    revised = cast.lotte.main.locator(".timeline > li").filter(has_text="is herschreven.")
    expect(revised.locator(".change dd").first).to_contain_text("Mensen raken gewond.")
    expect(revised.locator(".change dd").last).to_contain_text("In 2025 driehonderd keer.")
    expect(revised).to_contain_text("Noor Bakker")


def test_the_history_of_the_programme_reads_as_a_story(cast: Cast, places: Places) -> None:
    indicator = "de indicator ‘Ontploffingen per jaar’"
    reads_as(
        cast.lotte,
        places.programme,
        [
            f"Het programma ‘{NAME}’ is gestart na een besluit.",
            "De poort naar de fase ‘Uitvoering’ is gepland op 1 maart 2027.",
            "Het doel ‘Minder ontploffingen in ovens’ is gesteld.",
            "Een doel is anders verwoord.",
            "Het doel ‘Iedereen tevreden’ is gesteld.",
            "Het doel ‘Iedereen tevreden’ is vervallen.",
            "De indicator ‘Ontploffingen per jaar’ is vastgesteld.",
            "De schade is geschat op 5 tot 9 miljoen euro per jaar.",
            "De doelgroep ‘Handelaren in cilinders’ is toegevoegd.",
            "Amina Yılmaz is in het team gekomen.",
            "‘Vereniging Afvalbedrijven’ is partner geworden.",
            "Met de partner ‘Vereniging Afvalbedrijven’ is een afspraak gemaakt.",
            "De interventie ‘Controles bij groothandels’ is gepland.",
            "Het plan voor de interventie ‘Controles bij groothandels’ is gewijzigd.",
            "Het programma is verdergegaan naar de fase ‘Uitvoering’.",
            "De interventie ‘Controles bij groothandels’ is begonnen.",
            re.compile("^De indicator ‘Ontploffingen per jaar’ is gemeten op "),
            f"Een meting van {indicator} is gecorrigeerd.",
            "De interventie ‘Controles bij groothandels’ is afgerond.",
            f"De streefwaarde van {indicator} is gewijzigd.",
            "Het programma is teruggegaan naar de fase ‘Ontwikkeling’.",
            "Het programma is verdergegaan naar de fase ‘Uitvoering’.",
            "Daan de Vries heeft besloten het programma te verlengen tot 31 december 2029.",
            "Het programma is verdergegaan naar de fase ‘Evaluatie’.",
            "Noor Bakker heeft het programma geëvalueerd.",
            "Noor Bakker heeft de evaluatie herzien.",
            "Het programma is beëindigd.",
            f"Een meting van {indicator} is gecorrigeerd.",
        ],
    )
    target = cast.lotte.main.locator(".timeline > li").filter(has_text="De streefwaarde van")
    expect(target.locator(".change dd").first).to_contain_text("ten hoogste 150 ontploffingen")
    expect(target.locator(".change dd").last).to_contain_text("ten hoogste 220 ontploffingen")
    expect(target).to_contain_text("Er zijn meer ovens bijgekomen dan verwacht.")


def test_looking_back_shows_each_step_as_it_was(album: Album) -> None:
    assert len({picture.step for picture in album.pictures}) > 40
    differences = album.differences()
    assert not differences, "\n".join(differences)


def reads_as(person: Person, subject: str, sentences: list[str | re.Pattern[str]]) -> None:
    """Opens the history of `subject`: the sentences, oldest first, each with its teller and day."""
    person.goes(subject)
    person.follows("Geschiedenis")
    told = person.main.locator(".timeline-sentence")
    expect(told).to_have_text(list(reversed(sentences)))
    for who in person.main.locator(".timeline-who").all_inner_texts():
        assert re.search(r"Noor Bakker|Amina Yılmaz|Daan de Vries", who), who
        assert re.search(r"\d{4}", who), who
