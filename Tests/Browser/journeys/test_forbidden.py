"""Nobody does what their part does not allow, and strangers are led to the sign-in."""

import re

import pytest
from acting import Cast, visitor
from playwright.sync_api import Browser, expect
from running import Koers

FORMS = [
    "/explorations/new",
    "/signals/new",
    "/programmes/new",
    "{exploration}/title",
    "{exploration}/decisions",
    "{programme}/goals",
    "{programme}/extension",
    "{programme}/end",
    "{signal}/responses",
]


@pytest.fixture(scope="module")
def places(cast: Cast) -> dict[str, str]:
    """One exploration, one programme and one signal that are there from the start."""
    places = {}
    for kind, page, name in [
        ("exploration", "/explorations", "Vertrouwen in instituties"),
        ("programme", "/", "Schoon schip"),
        ("signal", "/signals", "African Blends"),
    ]:
        cast.lotte.goes(page)
        cast.lotte.follows(name)
        places[kind] = cast.lotte.path
    return places


@pytest.mark.parametrize("form", FORMS)
def test_leadership_gets_no_form(cast: Cast, places: dict[str, str], form: str) -> None:
    cast.lotte.goes(form.format(**places), status=403)
    expect(cast.lotte.page.get_by_role("heading", level=1)).to_have_text("Dit mag u niet")
    cast.lotte.sees("Uw rol geeft geen recht om dit te zien of te doen. Er is niets opgeslagen.")


def test_leadership_sees_no_way_to_change_anything(cast: Cast, places: dict[str, str]) -> None:
    lotte = cast.lotte
    pages = ["/", "/explorations", "/signals", "/history", *places.values()]
    for page in pages:
        lotte.goes(page)
        links = lotte.main.locator("a[href]").evaluate_all(
            """links => links.filter(link => link.host === location.host)
              .map(link => link.pathname)"""
        )
        for link in sorted(set(links)):
            (document,) = lotte.reads(link)
            assert '<form class="form" method="post"' not in document, f"{page} leads to {link}"
        expect(lotte.main.locator("form[method=post], a.act")).to_have_count(0)


@pytest.mark.parametrize(
    ("who", "form"),
    [
        ("amina", "{exploration}/decisions"),
        ("amina", "{programme}/goals"),
        ("amina", "{signal}/responses"),
        ("noor", "{programme}/extension"),
        ("daan", "{exploration}/title"),
        ("daan", "{programme}/goals"),
        ("daan", "{programme}/interventions"),
    ],
)
def test_each_part_has_its_bounds(cast: Cast, places: dict[str, str], who: str, form: str) -> None:
    getattr(cast, who).goes(form.format(**places), status=403)


def test_a_stranger_is_led_through_the_sign_in_to_the_page(
    koers: Koers, browser: Browser, places: dict[str, str]
) -> None:
    stranger = visitor(koers, browser)
    stranger.goes(f"{places['programme']}?lang=nl")
    assert stranger.path.startswith("/sign-in?")
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    stranger.page.get_by_role("button", name=re.compile("Lotte Jansen")).click()
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("Schoon schip")
    stranger.page.get_by_role("button", name="Uitloggen").click()
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    stranger.goes(places["programme"])
    assert stranger.path.startswith("/sign-in?")
    stranger.context.close()


def test_a_link_to_sign_in_with_another_token_is_refused(koers: Koers, browser: Browser) -> None:
    stranger = visitor(koers, browser)
    stranger.goes(f"/sign-in/as/{'A' * 43}", status=403)
    stranger.sees("Deze inloglink is niet geldig.")
    stranger.context.close()
