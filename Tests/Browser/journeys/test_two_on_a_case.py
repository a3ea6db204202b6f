"""Two inspectors at work on one case at once: each sees what the other did, and loses nothing."""

import re

import pytest
from acting import Cast, Person, history
from inspection import inspect
from playwright.sync_api import expect

IS_STORY = True
CHECK = "Onaangekondigde inspectie, themaactie"
CALL = "Voorlichting"
HIS_REPORT = "De koeling staat uit en de deur sluit niet."
HER_REPORT = 'Gebeld met de eigenaar: "morgen" komt de monteur.\n\nZie ook é & <b>.'
HER_EXPLANATION = "De monteur is geweest; de deur sluit weer."


@pytest.fixture(scope="module")
def case(cast: Cast) -> str:
    """A case that Sem opened and that Amina handles with him."""
    sem = cast.sem
    sem.goes("/cases/new")
    sem.saves(title="Slagerij met warme koeling", origin="ownObservation")
    case = sem.path.partition("#")[0]
    sem.goes(f"{case}/handlers")
    sem.saves(person="Amina Yılmaz")
    return case


def log(person: Person) -> list[str]:
    return [text.split("\n")[0] for text in person.main.locator(".case-log > li").all_inner_texts()]


def test_two_who_log_at_once_both_have_their_visit_kept(cast: Cast, case: str) -> None:
    sem, amina = cast.sem, cast.amina
    for person in (sem, amina):
        person.goes(f"{case}/interventions")
    amina.fills(when="vandaag", kind=CALL, summary=HER_REPORT)
    sem.saves(when="vandaag", kind=CHECK, summary=HIS_REPORT)
    # Whoever only adds is not in the way of others; where she ends, she sees what he did.
    amina.saves()
    assert sorted(log(amina)) == [CHECK, CALL]
    amina.sees(HIS_REPORT, "Vastgelegd door Sem van Dijk", "Zie ook é & <b>.")


def test_the_case_as_it_stands_open_shows_the_others_work_at_the_next_load(
    cast: Cast, case: str
) -> None:
    sem = cast.sem
    assert log(sem) == [CHECK]
    sem.page.reload()
    assert sorted(log(sem)) == [CHECK, CALL]
    sem.sees("Vastgelegd door Amina Yılmaz", "Zie ook é & <b>.")


def test_whoever_closes_a_case_is_first_told_what_was_done_on_it(cast: Cast, case: str) -> None:
    sem, amina = cast.sem, cast.amina
    amina.goes(f"{case}/outcome")
    amina.fills(result="restored", compliance="reached", explanation=HER_EXPLANATION)
    sem.goes(f"{case}/interventions")
    sem.saves(when="vandaag", kind=CALL, summary="De monteur belde terug.")
    assert len(history(cast.lotte, case)) == 5

    is_told(amina, "Sem van Dijk", "De monteur belde terug.")
    holds(amina, explanation=HER_EXPLANATION)
    expect(amina.form.locator('[name="result"][value="restored"]')).to_be_checked()
    expect(amina.form.locator('[name="compliance"][value="reached"]')).to_be_checked()
    assert list(inspect(amina.page)) == []
    assert len(history(cast.lotte, case)) == 5


def is_told(person: Person, other: str, what: str) -> None:
    """Sends the form; it comes back beneath what the other did meanwhile."""
    answer = person.sends()
    assert answer.status == 409
    notice = person.main.locator(".conflict")
    expect(notice.get_by_role("heading", level=2)).to_have_text("Iemand anders was u voor")
    expect(notice).to_be_focused()
    expect(notice.locator(".timeline > li")).to_have_count(1)
    expect(notice.locator(".timeline > li")).to_contain_text(other)
    expect(notice.locator(".timeline > li")).to_contain_text(what)


def holds(person: Person, **values: str) -> None:
    for name, value in values.items():
        expect(person.form.locator(f'[name="{name}"]')).to_have_value(value)


def test_of_two_who_close_at_once_the_second_sees_how_it_was_closed(cast: Cast, case: str) -> None:
    sem, amina = cast.sem, cast.amina
    sem.goes(f"{case}/interventions")
    sem.fills(when="vandaag", kind=CALL, summary=HIS_REPORT)
    other = sem.context.new_page()
    closing = Person(other)
    closing.goes(f"{case}/outcome")
    closing.fills(result="inOrder", explanation="Er was niets aan de hand.")

    # She has seen what he did, and goes on.
    amina.saves()
    is_told(closing, "Amina Yılmaz", HER_EXPLANATION)
    holds(closing, explanation="Er was niets aan de hand.")
    closing.is_refused("De zaak is op")
    holds(closing, explanation="Er was niets aan de hand.")
    other.close()


def test_a_visit_to_a_case_that_was_closed_meanwhile_is_kept_until_it_is_reopened(
    cast: Cast, case: str
) -> None:
    sem = cast.sem
    sem.is_refused("De zaak is")
    holds(sem, summary=HIS_REPORT)
    link = sem.main.get_by_role("link", name="Zaak heropenen")
    with sem.page.expect_navigation():
        link.click()
    sem.saves(reason="Er was nog een gesprek.")
    sem.goes(f"{case}/interventions")
    sem.sees("Wat u eerder invulde en nog niet had verstuurd, is teruggezet.")
    holds(sem, summary=HIS_REPORT)
    sem.saves()
    expect(sem.main.locator("#log")).to_contain_text(re.compile(f"{CALL}.*{CALL}", re.DOTALL))
