"""Every page that can be reached by following links: no fault of axe, no error of the browser."""

from collections import deque
from urllib.parse import urldefrag, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_every_page_that_links_lead_to_is_sound(signed_in: Page, koers) -> None:
    faults: list[str] = []
    signed_in.on("console", lambda line: line.type == "error" and faults.append(line.text))
    signed_in.on("pageerror", lambda error: faults.append(str(error)))
    seen = 0
    for address, status in reachable(signed_in, koers.address):
        seen += 1
        if status != 200:
            faults.append(f"{address} answers {status}")
        for fault in Axe().run(signed_in, options={"runOnly": RULES}).response["violations"]:
            where = ", ".join(str(node["target"][0]) for node in fault["nodes"][:3])
            faults.append(f"{address}: {fault['id']}: {fault['help']} ({where})")
    assert not faults, "\n".join(faults)
    assert seen > 1


def reachable(page: Page, start: str):
    """Opens each page once, one of each kind of address; yields where it is and its status."""
    waiting, kinds = deque([start + "/"]), set()
    while waiting:
        address = waiting.popleft()
        kind = shape(address)
        if kind in kinds:
            continue
        kinds.add(kind)
        answer = page.goto(address)
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield address, answer.status
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        waiting.extend(urldefrag(link).url for link in links if link.startswith(start + "/"))


def shape(address: str) -> tuple[str, ...]:
    """The kind of page: its path without identities and numbers, and its parameters' names."""
    parts = urlsplit(address)
    steps = ("*" if any(c.isdigit() for c in step) else step for step in parts.path.split("/"))
    names = sorted(pair.split("=")[0] for pair in parts.query.split("&") if pair)
    return (*steps, "?", *names)
