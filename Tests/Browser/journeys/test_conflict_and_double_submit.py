"""Two people at once, one press too many, a session that ends: nothing is lost or done twice."""

import pytest
from acting import SESSION, Cast, history
from playwright.sync_api import expect


@pytest.fixture
def exploration(cast: Cast) -> str:
    """An exploration with a first version of its problem."""
    noor = cast.noor
    noor.goes("/explorations/new")
    noor.saves(title="Vuurwerk zonder keurmerk", origin="ibraRisk")
    path = noor.path
    noor.goes(f"{path}/problem")
    noor.saves(text="Vuurwerk ontploft te vroeg.")
    return path


def test_whoever_comes_second_sees_what_the_other_did_and_may_go_on(
    cast: Cast, exploration: str
) -> None:
    noor, amina = cast.noor, cast.amina
    noor.goes(f"{exploration}/problem")
    amina.goes(f"{exploration}/problem")
    noor.saves(text="Vuurwerk ontploft te vroeg of helemaal niet.")
    amina.fills(text="Drie op de vier stuks voldoen niet.")
    answer = amina.sends()
    assert answer.status == 409
    expect(amina.page.get_by_role("heading", level=2).first).to_have_text(
        "Iemand anders was u voor"
    )
    theirs = amina.main.locator(".conflict .timeline > li")
    expect(theirs).to_have_count(1)
    expect(theirs).to_contain_text("Noor Bakker")
    expect(theirs.locator(".change dd").first).to_have_text("Vuurwerk ontploft te vroeg.")
    expect(theirs.locator(".change dd").last).to_have_text(
        "Vuurwerk ontploft te vroeg of helemaal niet."
    )
    expect(amina.form.locator('[name="text"]')).to_have_value("Drie op de vier stuks voldoen niet.")
    assert len(history(cast.lotte, exploration)) == 3

    amina.saves()
    amina.sees("Drie op de vier stuks voldoen niet.")
    assert len(history(cast.lotte, exploration)) == 4


def test_whoever_only_adds_is_not_in_the_way_of_others(cast: Cast, exploration: str) -> None:
    noor, amina = cast.noor, cast.amina
    noor.goes(f"{exploration}/parties")
    amina.goes(f"{exploration}/parties")
    noor.saves(name="Importeurs", role="veroorzakers")
    amina.saves(name="Omwonenden", role="gedupeerden")
    amina.sees("Importeurs", "Omwonenden")


def test_a_form_that_is_sent_twice_is_recorded_once(cast: Cast, exploration: str) -> None:
    noor = cast.noor
    noor.goes(f"{exploration}/findings")
    noor.fills(text="Twee partijen afgekeurd.", source="Steekproef")
    with noor.page.expect_request(lambda request: request.method == "POST") as sent:
        noor.saves()
    before = history(cast.lotte, exploration)
    again = noor.page.evaluate(
        """async ([url, body]) => {
          const answer = await fetch(url, {
            method: "POST", body, headers: {"Content-Type": "application/x-www-form-urlencoded"},
          });
          return [answer.status, answer.url];
        }""",
        [sent.value.url, sent.value.post_data],
    )
    status, place = again
    assert status == 200
    assert place.split("#")[0].endswith(exploration)
    # What a script fetches leaves the notice to the page that somebody looks at next.
    noor.goes(exploration)
    noor.sees("Opgeslagen.")
    assert history(cast.lotte, exploration) == before


def test_going_back_finds_an_empty_form_for_the_next(cast: Cast, exploration: str) -> None:
    noor = cast.noor
    noor.goes(f"{exploration}/parties")
    first = noor.form.locator('[name="command"]').input_value()
    noor.saves(name="Keuringsdienst", role="toezichthouder")
    noor.page.go_back()
    expect(noor.form.locator('[name="name"]')).to_have_value("")
    assert noor.form.locator('[name="command"]').input_value() != first
    noor.saves(name="Brandweer", role="melder")
    noor.sees("Keuringsdienst", "Brandweer")


def test_what_was_typed_survives_a_session_that_ended(cast: Cast, exploration: str) -> None:
    noor = cast.noor
    noor.goes(f"{exploration}/causes")
    typed = 'Regel één\n\nRegel "twee" & <b>drie</b>, met é als e\u0301.'
    noor.fills(text=typed)
    noor.context.clear_cookies(name=SESSION)
    answer = noor.sends()
    assert answer.status == 401
    expect(noor.page.get_by_role("heading", level=1)).to_have_text("U bent niet meer ingelogd")
    noor.sees("Wat u had ingevuld is nog niet opgeslagen, maar staat nog op deze pagina.")
    assert len(history(cast.lotte, exploration)) == 2

    with noor.page.expect_popup() as popup:
        noor.main.get_by_role("link", name="Log in").click()
    popup.value.get_by_role("button", name="Noor Bakker").click()
    expect(popup.value.get_by_role("heading", level=1)).to_have_text("Portefeuille")
    popup.value.close()
    with noor.page.expect_navigation() as navigation:
        noor.main.get_by_role("button", name="Verstuur opnieuw").click()
    assert navigation.value.status == 200
    noor.sees('Regel "twee" & <b>drie</b>, met é als é.')
    assert len(history(cast.lotte, exploration)) == 3


def test_an_unfinished_form_is_kept_in_the_browser(cast: Cast, exploration: str) -> None:
    amina = cast.amina
    amina.goes(f"{exploration}/system")
    amina.fills(text="Half een zin over het ste")
    amina.goes("/")
    amina.goes(f"{exploration}/system")
    amina.sees("Wat u eerder invulde en nog niet had verstuurd, is teruggezet.")
    amina.saves(text="Een hele zin over het stelsel.")
    amina.goes(f"{exploration}/system")
    amina.sees_no("Wat u eerder invulde")
