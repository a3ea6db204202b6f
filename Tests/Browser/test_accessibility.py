"""Every kind of page, in every way that people read and use it."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from crawl import shape
from documents import Document
from inspection import inspect
from lives import Exchange, Life
from places import (
    ADMINISTRATOR,
    ANALYST,
    DECIDER,
    KEEPER,
    LEADER,
    MANAGER,
    PARTNER,
    PRIVACY_OFFICER,
    day,
    kind,
)
from playwright.sync_api import Browser, BrowserContext, Page, Route
from running import Koers
from texts import texts
from visitor import Answer, Visitor

RESPECTS = [
    "axe",
    "dark",
    "forced colours",
    "reduced motion",
    "320 pixels",
    "text spacing",
    "keyboard",
    "print",
    "console",
]


@pytest.fixture(scope="module")
def kinds(pages: dict[str, list[Answer]]) -> dict[tuple[str, ...], tuple[str, Answer]]:
    """One page of each kind and who sees it: the first part whose links lead there.

    A partner sees the same kinds of pages with less in them, which are looked at by themselves.
    """
    found: dict[tuple[str, ...], tuple[str, Answer]] = {}
    for role in (MANAGER, ANALYST, DECIDER, LEADER, ADMINISTRATOR, PRIVACY_OFFICER, KEEPER):
        for page in pages[role]:
            # What is taken along as a file is no page to open here.
            if "attachment" not in page.headers.get("content-disposition", ""):
                found.setdefault(shape(page.address), (role, page))
    return found


@pytest.fixture(scope="module")
def open_pages(browser: Browser, koers: Koers) -> Iterator[dict[str, Page]]:
    """A page in a browser of each part that sees other pages, and of who did not sign in."""
    contexts: list[BrowserContext] = []

    def visit(link: str) -> Page:
        context = browser.new_context(
            base_url=koers.address, locale="nl-NL", timezone_id="Europe/Amsterdam"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(link)
        return page

    # These see pages that differ; what the others see is among them.
    roles = (MANAGER, ANALYST, DECIDER, LEADER, ADMINISTRATOR, PRIVACY_OFFICER, KEEPER, PARTNER)
    yield {role: visit(koers.sign_in[role]) for role in roles} | {"nobody": visit("/")}
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def faults(
    kinds: dict[tuple[str, ...], tuple[str, Answer]],
    life: Life,
    open_pages: dict[str, Page],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[str]]:
    """What is wrong with any of the pages, by the respect in which it is."""
    faults: dict[str, list[str]] = {respect: [] for respect in RESPECTS}
    at = {"name": ""}
    for page in open_pages.values():
        page.on(
            "console",
            lambda line: is_fault(line) and faults["console"].append(f"{at['name']}: {line.text}"),
        )
        page.on("pageerror", lambda error: faults["console"].append(f"{at['name']}: {error}"))

    def look(name: str, page: Page) -> None:
        at["name"] = name
        for respect, fault in inspect(page):
            faults[respect].append(f"{name}: {fault}")

    for where, (role, answer) in kinds.items():
        is_list = where[0].count("/") < 2
        if where[1:] in ((), ("as-of",) if is_list else ()):
            open_pages[role].goto(answer.address)
            look(" ".join(where) or "home", open_pages[role])
    for name, role, address, status in ERRORS:
        assert open_pages[role].goto(address).status == status, name
        look(name, open_pages[role])
    for address in ("/", "/explorations", "/signals"):
        open_pages[PARTNER].goto(address)
        look(f"{address} with little in it", open_pages[PARTNER])
    open_pages["nobody"].goto(life.guest)
    look("what a guest sees", open_pages["nobody"])
    manager = open_pages[MANAGER]
    for one in told_off(life):
        show(manager, one.answer)
        look(one.name, manager)
    manager.goto(taken_along(life, tmp_path_factory.mktemp("held")).as_uri())
    look("the file of everything about somebody", manager)
    return faults


def taken_along(life: Life, folder: Path) -> Path:
    """Everything that is held about somebody, as it is opened by whoever was handed it."""
    answer = life.visitors[PRIVACY_OFFICER].get(f"{life.accounts[0]}/held/file")
    assert answer.headers["content-disposition"].startswith("attachment"), answer
    path = folder / "held.html"
    path.write_bytes(answer.content)
    return path


ERRORS = [
    ("signing in", "nobody", "/sign-in", 200),
    ("accessibility", "nobody", "/accessibility", 200),
    ("400", MANAGER, "/?as-of=nonsense", 400),
    ("403", LEADER, "/explorations/new", 403),
    ("404", MANAGER, "/nothing-here", 404),
    ("404 for who did not sign in", "nobody", "/nothing-here", 404),
    ("405", MANAGER, "/sign-out", 405),
]


def told_off(life: Life) -> list[Exchange]:
    """Forms that came back with a problem and as a conflict, some of each area."""
    found: dict[tuple[str, str, int], Exchange] = {}
    for one in life.exchanges:
        if one.answer.status in (409, 422):
            area, _, rest = kind(urlsplit(one.answer.address).path).partition("/")
            found.setdefault((one.what, area, min(rest.count("/"), 1)), one)
    return list(found.values())


def show(page: Page, answer: Answer) -> None:
    """Puts an answer that was given to somebody else before the eyes of this one."""
    address = f"{answer.address}?shown"

    def fulfil(route: Route) -> None:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        for name in ("set-cookie", "content-length", "transfer-encoding"):
            headers.pop(name, None)
        route.fulfill(status=answer.status, headers=headers, body=answer.content)

    page.route(address, fulfil)
    page.goto(address)
    page.unroute(address)


def is_fault(line) -> bool:
    """Chromium also reports the status of a page that says no, which is what it should be."""
    return line.type == "error" and "the server responded with a status of" not in line.text


@pytest.mark.parametrize("respect", RESPECTS)
def test_every_kind_of_page_is_sound(respect: str, faults: dict[str, list[str]]) -> None:
    assert not faults[respect], "\n".join(faults[respect])


def test_every_page_says_what_it_is(kinds: dict[tuple[str, ...], tuple[str, Answer]]) -> None:
    documents = {
        where[0] or "home": answer.document
        for where, (_, answer) in kinds.items()
        if len(where) == 1
    }
    for where, document in documents.items():
        assert len(document.headings) == 1, where
        assert document.headings[0], where
        assert document.title.startswith(document.headings[0]), where
        assert document.language == "nl", where
    titles = Counter(document.title for document in documents.values())
    twice = {title for title, count in titles.items() if count > 1}
    assert not {where: it.title for where, it in documents.items() if it.title in twice}


def test_a_page_in_english_has_no_dutch_left(
    kinds: dict[tuple[str, ...], tuple[str, Answer]], visitors: dict[str, Visitor]
) -> None:
    found = list(leftovers(kinds, visitors, "en", "nl"))
    assert not found, "\n".join(found)


def test_a_page_in_dutch_has_no_english_left(
    kinds: dict[tuple[str, ...], tuple[str, Answer]], visitors: dict[str, Visitor]
) -> None:
    found = list(leftovers(kinds, visitors, "nl", "en"))
    assert not found, "\n".join(found)


def leftovers(
    kinds: dict[tuple[str, ...], tuple[str, Answer]],
    visitors: dict[str, Visitor],
    language: str,
    other: str,
) -> Iterator[str]:
    """Words of the interface in `other` on pages in `language`."""
    foreign = pieces(other) - pieces(language)
    twins = {role: visitor.twin() for role, visitor in visitors.items()}
    for where, (role, answer) in kinds.items():
        path = urlsplit(answer.address)
        mark = "&" if path.query else ""
        page = twins[role].get(f"{path.path}?{path.query}{mark}lang={language}")
        assert page.document.language == language, where
        assert "⟦" not in page.content.decode(), where
        for said in sayings(page.document):
            for piece in foreign & {said} if len(said) < 40 else said_within(said, foreign):
                yield f"{where}: {piece}"


def pieces(language: str) -> set[str]:
    """The parts of the texts of a language that stand on a page as they are.

    What the samples of the page of components say could as well be the name of a programme.
    """
    parts = [
        part
        for key, text in texts(language).items()
        if not key.startswith(("components.", "sample."))
        for part in re.split(r"{[^}]*}", text)
    ]
    return {" ".join(part.split()) for part in parts if len(part.strip()) > 3}


def said_within(said: str, foreign: set[str]) -> set[str]:
    return {piece for piece in foreign if len(piece) > 24 and piece in said}


def sayings(document: Document) -> set[str]:
    """Each run of text on the page, and what is only said to some."""
    said = set()
    for element in document.elements:
        if element.get("lang") not in (None, document.language):
            continue
        parts = [element.text, *(child.tail for child in element)]
        parts += [element.get(name) for name in ("aria-label", "placeholder", "title", "alt")]
        said |= {" ".join(part.split()) for part in parts if part and part.strip()}
    return said


def test_everything_works_without_javascript(browser: Browser, koers: Koers) -> None:
    context = browser.new_context(base_url=koers.address, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    page.goto(koers.sign_in[MANAGER])
    page.goto("/explorations/new")
    page.locator("[name=title]").fill("Zonder script")
    page.locator("[name=on]").fill("geen dag")
    page.locator("form[data-draft] button").click()
    assert page.locator(".error-summary").is_visible()
    assert page.locator("[name=title]").input_value() == "Zonder script"
    page.locator(".error-summary a").last.click()
    page.locator("[name=origin]").first.check()
    page.locator("[name=on]").fill(day(0))
    page.locator("form[data-draft] button").click()
    assert page.locator("h1").inner_text() == "Zonder script"
    assert texts("nl")["notice.saved"] in page.locator("[role=status]").inner_text()
    page.locator(".site-language").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".look-back summary").click()
    page.locator("#as-of").fill(day(-1))
    page.locator(".look-back button").click()
    assert page.locator("h1").count() == 1
    context.close()
