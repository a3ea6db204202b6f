"""Hostile text in every field of every form, on its way through every page."""

import difflib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from crawl import crawl, shape
from documents import Form, Structure, controls
from lives import Exchange, Life
from places import ADMINISTRATOR, ANALYST, DECIDER, MANAGER, kind, today
from playwright.sync_api import Browser, Route
from running import Koers
from visitor import Answer, visitors_of
from words import Harmless, Hostile

Shown = list[tuple[str, Answer]]
# What was chosen there stood there already, so nothing happened, for no reason.
UNCHANGED = {"cases/*/programme", "cases/*/confidentiality"}
BOUNDARY = "what-no-document-has-in-it"
# It shows whose names resemble the own one, and names that are all letters do.
RESEMBLING = "entities/*/merge"


@dataclass
class World:
    """A program of its own, with everything done in it once and every page that came of it."""

    life: Life
    pages: Shown


def live(koers: Koers, words: Hostile) -> World:
    life = Life(visitors_of(koers), words).live()
    file(life)
    return World(life, seen(life))


def file(life: Life) -> None:
    """A document with a name of its own goes to the case that was opened first, and is open."""
    visitor = life.visitors[MANAGER].proving()
    case = next(thing for thing in life.things if kind(thing) == "cases/*")
    drawn = life.keep("form", visitor.get(f"{case}/documents"), {})
    (asked,) = drawn.document.by_class("form")
    form = Form(asked.get("action"), controls(asked))
    (chosen,) = (one.name for one in form.asked if one.kind == "file")
    filled = {one.name: life.fill(one, None) for one in form.asked if one.kind != "file"}
    filled |= {one.name: one.values for one in form.controls.values() if one.kind == "hidden"}
    # A browser says what is in no folder, with its quotes as %22.
    name = life.words.line()[:150].translate({ord("/"): "-", ord("\\"): "-", ord('"'): "%22"})
    parts = [(f'name="{one}"', value) for one, values in filled.items() for value in values]
    parts.append((f'name="{chosen}"; filename="{name.strip()}"', "tekst"))
    body = "".join(
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n"
        for head, value in parts
    )
    kind_of_form = f"multipart/form-data; boundary={BOUNDARY}"
    answer = visitor.post(
        form.action, f"{body}--{BOUNDARY}--\r\n".encode(), {"Content-Type": kind_of_form}
    )
    life.keep("done", answer, filled, form)
    assert answer.status == 303, answer
    page = visitor.get(answer.headers["location"])
    assert squeezed(name) in shown_in(page)


@pytest.fixture(scope="module")
def worlds(start_koers: Callable[[], Koers]) -> tuple[World, World]:
    """Two that are the same but for what was written: what is hostile, and what is harmless.

    Pages speak of days, so that both are of one day.
    """
    begun, ended, both = None, today(), ()
    while begun != ended:
        begun = today()
        both = (live(start_koers(), Hostile()), live(start_koers(), Harmless()))
        ended = today()
    return both


@pytest.fixture(scope="module")
def hostile(worlds: tuple[World, World]) -> World:
    return worlds[0]


@pytest.fixture(scope="module")
def harmless(worlds: tuple[World, World]) -> World:
    return worlds[1]


def seen(life: Life) -> Shown:
    """Every answer on the way, then every page at the end: now, in English and looking back."""
    answers = [(one.name, one.answer) for one in life.exchanges if one.answer.is_page]
    for role in (MANAGER, ANALYST, DECIDER, ADMINISTRATOR):
        for page in crawl(life.visitors[role], histories(life.seen_by(role))):
            # What the reader chooses to see of a list is the same list.
            if set(shape(page.address)[1:]) <= {"as-of"} and kind(page.address) != RESEMBLING:
                answers.append((f"the {role} sees {' '.join(shape(page.address))}", page))
    visitor = life.visitors[MANAGER].twin()
    for path in [*histories(life.things), "/", "/explorations", "/signals", "/history"]:
        for question in (f"as-of={visitor.head}", "lang=en"):
            name = f"the {MANAGER} sees {kind(path)} with {question.partition('=')[0]}"
            answers.append((name, visitor.get(f"{path}?{question}")))
        visitor.speaking("nl")
    return answers


def histories(things: list[str]) -> list[str]:
    """The things, and then what happened to each; of a finding, its case tells that."""
    told = [thing for thing in things if "/findings/" not in thing]
    return [*things, *(f"{thing}/history" for thing in told)]


def test_no_text_becomes_an_element_or_an_attribute(harmless: World, hostile: World) -> None:
    assert [name for name, _ in harmless.pages] == [name for name, _ in hostile.pages]
    faults = [
        f"{name}: {fault}"
        for (name, one), (_, other) in zip(harmless.pages, hostile.pages, strict=True)
        for fault in differences(Structure(one.content), Structure(other.content))
    ]
    assert not faults, "\n".join(faults)


def differences(harmless: Structure, hostile: Structure) -> Iterator[str]:
    for structure in (harmless, hostile):
        if structure.errors:
            yield f"a parser stumbles: {structure.errors[:3]}"
    if harmless.elements != hostile.elements:
        lines = difflib.unified_diff(harmless.elements, hostile.elements, lineterm="", n=1)
        yield " ".join(list(lines)[2:8])


def test_every_text_is_shown_as_it_was_written(hostile: World) -> None:
    shown = "\n".join(shown_in(answer) for name, answer in hostile.pages if "sees" in name)
    missing = [
        f"{one.name}: {line}"
        for one in hostile.life.exchanges
        if one.what == "done"
        for line in lines(one)
        if line in hostile.life.words.written and squeezed(line) not in shown
    ]
    assert not missing, "\n".join(missing)


def lines(one: Exchange) -> Iterator[str]:
    """What was written into the text fields of a form that counted, line by line."""
    if not one.form or one.name.removeprefix(f"{one.what} ") in UNCHANGED:
        return
    asked = {it.name for it in one.form.asked if it.is_text and it.counts(one.sent)}
    for name in asked & one.sent.keys():
        for value in one.sent[name]:
            yield from (line for line in value.split("\r\n") if line)


def shown_in(answer: Answer) -> str:
    return squeezed(answer.document.text)


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_no_script_runs(browser: Browser, hostile: World) -> None:
    """Every kind of answer as Chromium shows it, with the headers it came with."""
    # A form that came back shows all that it showed when it was empty, and more.
    kinds = {name: answer for name, answer in hostile.pages if not name.startswith("form ")}
    origin = hostile.life.visitors[MANAGER].address
    context = browser.new_context(locale="nl-NL")
    shown = {f"{origin}/shown/{at}": answer for at, answer in enumerate(kinds.values())}

    def show(route: Route) -> None:
        answer = shown[route.request.url]
        headers = {name.lower(): value for name, value in answer.headers.items()}
        for name in ("set-cookie", "content-length", "transfer-encoding"):
            headers.pop(name, None)
        if headers.get("content-disposition", "").startswith("attachment"):
            # Whoever saved it opens it without any of them.
            headers = {"content-type": headers["content-type"]}
        route.fulfill(status=answer.status, headers=headers, body=answer.content)

    context.route("**/shown/*", show)
    # A page that follows what others do hears that there is nothing to follow.
    context.route("**/changes", lambda route: route.fulfill(status=204))
    page, faults = context.new_page(), []
    page.on("dialog", lambda dialog: (faults.append(f"{page.url}: a dialog"), dialog.dismiss()))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda line: faults.append(f"{page.url}: {line.text}") if is_fault(line) else None,
    )
    for (name, answer), address in zip(kinds.items(), shown, strict=True):
        page.goto(address)
        if page.title() != answer.document.title:
            faults.append(f"{name}: the title became {page.title()}")
        if page.url != address:
            faults.append(f"{name}: the page went to {page.url}")
    context.close()
    assert not faults, "\n".join(faults)


def is_fault(line) -> bool:
    """Chromium also reports the status of a page that says no, which is what it should be."""
    return line.type == "error" and "the server responded with a status of" not in line.text


def test_the_two_ways_of_writing_have_the_same_shape() -> None:
    hostile, harmless = Hostile(), Harmless()
    for _ in range(50):
        for one, other in (
            (hostile.line(), harmless.line()),
            (hostile.prose(), harmless.prose()),
            (hostile.address(), harmless.address()),
        ):
            assert len(one) == len(other)
            assert [mark.isspace() for mark in one] == [mark.isspace() for mark in other]
            assert "<" not in other and '"' not in other
