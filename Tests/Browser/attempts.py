"""Everything that can be wrong with what a browser sends, tried on forms that are else right."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit
from uuid import uuid4

from documents import Control
from lives import Asked
from places import IDENTITY, MANAGER, PARTNER, kind
from visitor import FORM, Answer, Visitor

LONG = "x" * 10_001
STEERING = "a\u0007b\u001b[31m\u202ec"
QUOTED = "\"\u0301><b>'\u0301"
BOTH = ("nl", "en")
TOO_MUCH = b"title=" + b"x" * (10 * 1024 * 1024)
MALFORMED_BODIES = {
    "no body": b"",
    "half a percent sign": b"title=%f",
    "no hexadecimal": b"title=%zz&on=1",
    "no UTF-8, percent-encoded": b"title=%ff%fe%c3",
    "no UTF-8 at all": b"title=\xff\xfe",
    "an overlong encoding": b"title=%c0%bc",
    "half a surrogate pair": b"title=%ed%a0%80",
    "a NUL": b"title=a%00b",
    "a name that is too long": b"n" * 200 + b"=1",
    "too many fields": b"a=1&" * 2000,
    "JSON": b'{"title": "a"}',
}
OTHER_TYPES = {
    "JSON": "application/json",
    "plain text": "text/plain",
    "a form with files": "multipart/form-data; boundary=x",
    "nonsense": "\"'\t;;",
    "nothing": "",
}
MALFORMED_IDENTITIES = {
    "a word": "x",
    "a quote with an accent": quote(QUOTED),
    "digits": "1" * 36,
    "too long": "0" * 5000,
    "no UTF-8": "%ff%fe",
    "half a percent sign": "%f",
    "a NUL": "%00",
    "a slash": "%2F..%2F",
    "an identity with more behind it": "00000000-0000-7000-8000-000000000000%20",
}
MOMENTS = ("nonsense", "-1", "31-2-2026", "9" * 30, "%00", "%ff", quote(QUOTED), "1e3")


@dataclass
class Attempt:
    """One thing that was wrong, how it had to be answered and how it was."""

    what: str
    expected: tuple[int, ...]
    language: str
    answer: Answer
    sent: dict[str, list[str]]
    control: Control | None = None

    def __str__(self) -> str:
        at = f" in {self.control.name}" if self.control else ""
        place = kind(urlsplit(self.answer.address).path)
        return f"{self.answer.method} {place}: {self.what}{at} [{self.language}]"


class Attempts:
    """Tries every fault on each kind of form, the first time that somebody is about to send it."""

    def __init__(self, visitors: dict[str, Visitor]) -> None:
        self.visitors = {role: visitor.twin() for role, visitor in visitors.items()}
        self.stranger = Visitor(next(iter(visitors.values())).address)
        self.made: dict[str, list[Attempt]] = {}
        self.heads: dict[str, tuple[int, int]] = {}

    def on(self, asked: Asked) -> None:
        here = kind(asked.address)
        if here in self.made:
            return
        visitor = self.visitors[asked.role].proving()
        # Whoever may read the work sees how far the log is, whatever happened last.
        reader = self.visitors[MANAGER]
        before = reader.head
        self.made[here] = [
            *self.fields(visitor, asked),
            *self.envelopes(visitor, asked),
            *self.bodies(visitor, asked),
            *self.senders(visitor, asked),
            *self.places(visitor, asked),
        ]
        self.heads[here] = (before, reader.head)

    @property
    def all(self) -> list[Attempt]:
        return [attempt for made in self.made.values() for attempt in made]

    def fields(self, visitor: Visitor, asked: Asked) -> Iterator[Attempt]:
        for control in asked.form.asked:
            if (kind(asked.address), control.name) in UNREAD:
                continue
            for what, value in faults(control):
                for language in BOTH if what == "too long" else BOTH[:1]:
                    sent = asked.filled | {control.name: [value] if value is not None else []}
                    answer = visitor.speaking(language).post(asked.address, sent)
                    yield Attempt(what, (422,), language, answer, sent, control)

    def envelopes(self, visitor: Visitor, asked: Asked) -> Iterator[Attempt]:
        faults = {"no command": {"command": []}, "a command that is none": {"command": [QUOTED]}}
        if "version" in asked.filled:
            for version in ("x", "-1", "9" * 30, "1.0", "\u0661"):
                faults[f"version {version}"] = {"version": [version]}
        for what, other in faults.items():
            for language in BOTH:
                sent = asked.filled | other
                answer = visitor.speaking(language).post(asked.address, sent)
                yield Attempt(what, (400,), language, answer, sent)

    def bodies(self, visitor: Visitor, asked: Asked) -> Iterator[Attempt]:
        place, good = asked.address, urlencode(asked.filled, doseq=True).encode()
        for at, (what, body) in enumerate(MALFORMED_BODIES.items()):
            language = BOTH[at % 2]
            yield Attempt(what, (400,), language, visitor.speaking(language).post(place, body), {})
        for at, (what, type) in enumerate(OTHER_TYPES.items()):
            language = BOTH[at % 2]
            answer = visitor.speaking(language).post(place, good, {"Content-Type": type})
            # One that takes files is of that type, and this is none.
            takes = type.startswith("multipart") and any(
                control.kind == "file" for control in asked.form.asked
            )
            yield Attempt(what, (400,) if takes else (415,), language, answer, {})
        for language in BOTH:
            answer = visitor.speaking(language).post(place, TOO_MUCH)
            yield Attempt("ten megabytes", (413,), language, answer, {})
        longer = good + b"&more=" + b"x" * 300_000
        yield Attempt("too much", (413,), "nl", visitor.speaking("nl").post(place, longer), {})

    def senders(self, visitor: Visitor, asked: Asked) -> Iterator[Attempt]:
        for at, site in enumerate(("cross-site", "same-site", "none", "", "same-origin, x")):
            language = BOTH[at % 2]
            sender = {"Sec-Fetch-Site": site}
            answer = visitor.speaking(language).post(asked.address, asked.filled, sender)
            yield Attempt(f"from elsewhere ({site})", (403,), language, answer, {})
        for language in BOTH:
            place = asked.address
            partner = self.visitors[PARTNER].speaking(language)
            yield Attempt("no right", (403,), language, partner.post(place, asked.filled), {})
            yield Attempt("no right", (403,), language, partner.get(place), {})
            answer = self.stranger.speaking(language).post(place, asked.filled)
            yield Attempt("not signed in", (401,), language, answer, asked.filled)
        for method in ("PUT", "DELETE", "PATCH"):
            headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": FORM}
            answer = visitor.speaking("en").send(method, asked.address, b"a=1", headers)
            yield Attempt("another method", (405,), "en", answer, {})

    def places(self, visitor: Visitor, asked: Asked) -> Iterator[Attempt]:
        steps = asked.address.split("/")
        for at, step in enumerate(steps):
            if not IDENTITY.match(step):
                continue
            others = {"unknown": str(uuid4()), **MALFORMED_IDENTITIES}
            for number, (what, other) in enumerate(others.items()):
                language = BOTH[number % 2]
                place = "/".join([*steps[:at], other, *steps[at + 1 :]])
                visitor.speaking(language)
                what = f"identity: {what}"
                answer = visitor.get(place) if number % 2 else visitor.post(place, asked.filled)
                yield Attempt(what, (400, 404), language, answer, {})
            place = "/".join([*steps[:at], str(uuid4()), *steps[at + 1 :]])
            yield Attempt("identity: unknown", (404,), "nl", visitor.speaking("nl").get(place), {})
        more = "&" if "?" in asked.address else "?"
        for number, moment in enumerate(MOMENTS):
            language = BOTH[number % 2]
            place = f"{asked.address}{more}as-of={moment}"
            visitor.speaking(language)
            answer = visitor.get(place) if number % 2 else visitor.post(place, asked.filled)
            yield Attempt(f"as of {moment}", (400,), language, answer, {})
        answer = visitor.speaking("en").post(f"{asked.address}{more}as-of=1", asked.filled)
        yield Attempt("in the past", (400,), "en", answer, {})


# What is only read with another answer to the question before it.
ADDRESS = ("postcode", "street", "house-number", "town", "lines", "country")
NUMBERS_OF_OTHERS = ("number-imo", "number-eni", "number-mmsi", "number-plate")
UNREAD = {
    *(("cases/new", name) for name in ("reporter", "reported", "agency", "intervention")),
    *(("entities/new", name) for name in (*NUMBERS_OF_OTHERS, "number-establishment", *ADDRESS)),
    *(("entities/*/particulars", name) for name in ADDRESS),
    ("explorations/*/decisions", "look-again"),
    ("people/*/grants", "programme"),
    ("people/*/grants", "case-type"),
}


def faults(control: Control) -> Iterator[tuple[str, str | None]]:
    """What can be wrong with a field, each with a value; None leaves it out."""
    if control.kind in ("checkbox", "file"):
        return
    yield "too long", LONG
    yield "characters that steer", STEERING
    if not control.is_text:
        yield "a quote with an accent", QUOTED
    if control.kind in ("radio", "select"):
        yield "an identity of nothing", str(uuid4())
        yield "a name of nobody", "nobody-at-all"
    if control.kind in ("number", "day"):
        yield "no digits", "\u0663"
        yield "far too much", "9" * 40
    if control.kind == "address":
        yield "a script", "javascript:alert(1)"
    if not control.is_optional:
        yield "empty", ""
        yield "only space", " \u200b\u00a0\t"
        yield "left out", None
