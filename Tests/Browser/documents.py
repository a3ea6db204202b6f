"""What stands in a page, without a browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import lxml.html

# The hint of a field that takes a day shows one.
EXAMPLE_OF_A_DAY = re.compile(r"31-3-\d{4}")


@dataclass
class Control:
    """One named control of a form: what it takes, what stands in it, and what it offers."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    is_wrong: bool = False
    is_optional: bool = False
    # The answers to other fields with which it counts.
    when: dict[str, list[str]] = field(default_factory=dict)

    def counts(self, sent: dict[str, list[str]]) -> bool:
        """Whether what was sent asks for it."""
        return all(set(sent.get(name, [])) & set(those) for name, those in self.when.items())

    @property
    def is_text(self) -> bool:
        return self.kind in ("line", "prose")


@dataclass
class Form:
    """A form that changes something: where it goes, and what it asks."""

    action: str
    controls: dict[str, Control]

    @property
    def values(self) -> dict[str, list[str]]:
        """What a browser would send."""
        return {control.name: control.values for control in self.controls.values()}

    @property
    def asked(self) -> list[Control]:
        """What a person fills in."""
        return [control for control in self.controls.values() if control.kind != "hidden"]


class Document:
    """A page, read to be asked what stands in it."""

    def __init__(self, content: bytes, address: str = "") -> None:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        self.root: Element = lxml.html.document_fromstring(content or b"<p>", parser=parser)
        self.address = address

    @cached_property
    def elements(self) -> list[Element]:
        return [element for element in self.root.iter() if isinstance(element.tag, str)]

    def all(self, name: str) -> Iterator[Element]:
        return (element for element in self.elements if element.tag == name)

    def first(self, name: str) -> Element | None:
        return next(self.all(name), None)

    def by_class(self, name: str) -> list[Element]:
        return [one for one in self.elements if name in one.get("class", "").split()]

    @property
    def language(self) -> str:
        return self.root.get("lang", "")

    @property
    def title(self) -> str:
        return text(self.first("title"))

    @property
    def headings(self) -> list[str]:
        return [text(heading) for heading in self.all("h1")]

    @cached_property
    def text(self) -> str:
        """Everything that the page says."""
        return text(self.first("body"))

    @cached_property
    def links(self) -> list[str]:
        """The addresses on this site that the page leads to, in order, without what follows `#`."""
        links = []
        for anchor in self.all("a"):
            target = urljoin(self.address, anchor.get("href", "")).partition("#")[0]
            if urlsplit(target).netloc in ("", urlsplit(self.address).netloc):
                links.append(target)
        return list(dict.fromkeys(links))

    @cached_property
    def form(self) -> Form | None:
        """The form with which the page changes something; None for a page to read."""
        forms = [one for one in self.all("form") if "data-draft" in one.attrib]

        if len(forms) != 1:
            return None
        return Form(forms[0].get("action"), controls(forms[0]))


@dataclass
class Structure:
    """What a browser makes of a page, but for what people wrote in it."""

    errors: list[str]
    elements: list[str]

    def __init__(self, content: bytes) -> None:
        parser = html5lib.HTMLParser()
        root = parser.parse(content, transport_encoding="utf-8")
        self.errors = [name for _, name, _ in parser.errors]
        self.elements = list(walk(root, 0))


def walk(element: Element, depth: int) -> Iterator[str]:
    """Each element with the names of its attributes, at its depth."""
    if not isinstance(element.tag, str):
        yield f"{depth} a comment"
        return
    yield f"{depth} {element.tag} {sorted(element.attrib)}"
    for child in element:
        yield from walk(child, depth + 1)


def text(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def controls(form: Element) -> dict[str, Control]:
    found: dict[str, Control] = {}
    for frame in form.iter():
        tag = frame.tag if isinstance(frame.tag, str) else ""
        name = frame.get("name")
        if tag not in ("input", "textarea", "select") or not name:
            continue
        control = found.setdefault(name, Control(name, kind(tag, frame)))
        control.is_wrong |= frame.get("aria-invalid") == "true"
        for group in frame.iterancestors("{*}fieldset"):
            if condition := group.get("data-when"):
                control.when[condition] = group.get("data-values", "").split()
        match control.kind:
            case "radio" | "checkbox":
                control.choices.append(frame.get("value", "on"))
                if "checked" in frame.attrib:
                    control.values.append(frame.get("value", "on"))
            case "select":
                for option in frame.iter("option"):
                    control.choices.append(option.get("value", ""))
                    if "selected" in option.attrib:
                        control.values = [option.get("value", "")]
                control.values = control.values or control.choices[:1]
            case "prose":
                # A browser sends the ends of lines in this form.
                written = "".join(frame.itertext()).removeprefix("\n")
                control.values = [written.replace("\n", "\r\n")]
            case "hidden":
                control.values.append(frame.get("value", ""))
            case _:
                control.values = [frame.get("value", "")]
    mark_frames(form, found)
    return found


def mark_frames(form: Element, found: dict[str, Control]) -> None:
    """What the frame around a control says about it: that it may be left out, that it is wrong."""
    for frame in form.iter():
        if not isinstance(frame.tag, str) or "field" not in frame.get("class", "").split():
            continue
        inner = {child.get("name") for child in frame.iter() if child.get("name")}
        classes = {name for child in frame.iter() for name in child.get("class", "").split()}
        for name in inner & found.keys():
            found[name].is_wrong |= "field-error" in classes
            found[name].is_optional |= "field-optional" in classes
            if found[name].kind == "day" and not EXAMPLE_OF_A_DAY.search(text(frame)):
                found[name].kind = "line"


def kind(tag: str, frame: Element) -> str:
    if tag == "select":
        return "select"
    if tag == "textarea":
        return "prose"
    if frame.get("type") in ("hidden", "radio", "checkbox", "file"):
        return frame.get("type", "")
    classes = frame.get("class", "").split()
    if frame.get("inputmode") == "url":
        return "address"
    if "input-number" in classes:
        return "number"
    return "day" if "input-medium" in classes else "line"
