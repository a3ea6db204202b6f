"""Everything that can be done, done once through the pages, from a question to an end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from case_life import CaseLife
from documents import Control, Form
from errands import Errands
from places import (
    ADMINISTRATOR,
    DECIDER,
    KEEPER,
    LEADER,
    MANAGER,
    MEMBER,
    PARTNER,
    day,
    kind,
    today,
)
from toolbox_life import ToolboxLife
from visitor import Answer, Visitor
from words import Hostile


@dataclass
class Exchange:
    """One answer with what it was the answer to."""

    what: str
    answer: Answer
    sent: dict[str, list[str]]
    form: Form | None = None

    @property
    def name(self) -> str:
        return f"{self.what} {kind(urlsplit(self.answer.address).path)}"


@dataclass
class Asked:
    """A form as somebody found it, with how it can be filled in."""

    role: str
    address: str
    form: Form
    filled: dict[str, list[str]]


class Life:
    """Fills in every form, with whatever `words` writes, and keeps each answer on the way."""

    def __init__(
        self,
        visitors: dict[str, Visitor],
        words: Hostile,
        before: Callable[["Asked"], None] = lambda asked: None,
    ) -> None:
        self.before = before
        self.visitors = visitors
        self.words = words
        self.exchanges: list[Exchange] = []
        self.forms: dict[str, Asked] = {}
        self.guarded: dict[str, bool] = {}
        self.things: list[str] = []
        self.accounts: list[str] = []
        self.toolboxes: list[str] = []
        self.guest = ""

    def live(self) -> "Life":
        exploration = self.explore()
        programme = self.decide(exploration)
        self.finish(programme)
        adopted = self.adopt()
        self.work(adopted)
        ToolboxLife(self, adopted).live()
        CaseLife(self, adopted).live()
        self.appoint()
        self.signal()
        self.admit()
        return self

    # An exploration, with everything that can be written in it.

    def explore(self) -> str:
        here = self.begin("/explorations/new")
        for part in ("title", "origin", "problem", "causes", "influence", "system"):
            self.do(here, part, **({"origin": last} if part == "origin" else {}))
        for part in ("parties", "findings", "arguments"):
            self.do(here, part)
            self.do(here, part, **({"side": last} if part == "arguments" else {}))
            self.do(here, part)
        self.do(here, "parties/*")
        self.do(here, "parties/*/removal")
        self.do(here, "findings/*/withdrawal")
        self.do(here, "arguments/*/withdrawal")
        self.do(here, "arguments", side=first)
        self.do(here, "arguments", side=last)
        return here

    def decide(self, here: str) -> str:
        self.propose(here, "project")
        self.do(here, "decisions/*/withdrawal")
        self.propose(here, "noAction", **{"look-again": day(300)})
        self.do(here, "decisions/*/rejection", actor=DECIDER, **SEEN_OTHERWISE)
        self.propose(here, "lineActivity")
        self.do(here, "decisions/*/adoption", actor=DECIDER, **SEEN_OTHERWISE)
        self.do(here, "reopening")
        self.propose(here, "signal")
        self.do(
            here,
            "decisions/*/adoption",
            actor=DECIDER,
            due=day(30),
            public="yes",
            **SEEN_OTHERWISE,
        )
        self.thing("signals", self.offered(here, "decisions/*"))
        self.do(here, "reopening")
        self.propose(here, "programme")
        self.do(here, "decisions/*/adoption", actor=DECIDER, **label(81), **TERM, **SEEN_OTHERWISE)
        return self.thing("programmes", self.offered(here, "decisions/*"))

    def propose(self, here: str, outcome: str, **filled: str) -> None:
        unread = {} if outcome in ("project", "lineActivity") else {"description": ""}
        self.do(here, "decisions", outcome=outcome, **unread, **filled)

    # A programme, from its first goal to its end.

    def finish(self, here: str) -> None:
        self.do(here, "goals")
        self.indicator(here)
        self.do(here, "interventions", **PERIOD)
        self.do(here, "gate")
        self.do(here, "interventions/*/start", actor=MEMBER)
        self.do(here, "gate")
        self.do(here, "interventions/*/result")
        self.do(here, "interventions/*/evaluation", **COMPARED)
        self.do(here, "interventions/*/evaluation/revision", **COMPARED)
        self.do(here, "evaluation")
        self.do(here, "end")

    def adopt(self) -> str:
        phase = {"phase": "exploration"}
        begun = {**TERM, "start": day(-1)}
        return self.begin("/programmes/new", actor=DECIDER, **label(82), **begun, **phase)

    def appoint(self) -> None:
        """Gives a programme that nobody leads yet its manager."""
        links = [urlsplit(link).path for link in self.visitors[MANAGER].get("/").document.links]
        programmes = [link for link in links if kind(link) == "programmes/*"]
        vacant = next(link for link in programmes if link not in self.things)
        self.do(vacant, "manager", manager="noor")

    def work(self, here: str) -> None:
        self.do(here, "name", **label(83))
        self.do(here, "problem")
        self.do(here, "extension", actor=DECIDER, review=day(500), end=day(900))
        self.do(here, "gate-days", **{"expected-on": day(100)})
        self.do(here, "team", person=last)
        self.do(here, "team", person=first)
        self.do(here, "team/*/end")
        for part, ways in PARTS.items():
            for _ in range(2):
                self.do(here, part)
            for way in ways:
                self.do(here, f"{part}/*/{way}")
        for _ in range(2):
            self.do(here, "damage", low="1.000.000", high="2.500.000,50", year="2024")
        self.do(here, "damage/*/withdrawal")
        self.indicators(here)
        self.interventions(here)
        self.do(here, "gate")
        self.do(here, "loop-back")
        self.do(here, "gate")
        self.do(here, "gate")
        self.do(here, "interventions/*/start")
        self.do(here, "gate")
        self.do(here, "evaluation")
        self.do(here, "evaluation/revision")

    def indicators(self, here: str) -> None:
        self.indicator(here)
        self.do(
            here, "indicators/*/counting", measure="closed", group="", intervention="", since=""
        )
        self.do(here, "indicators/*/count")
        self.do(here, "indicators/*/end")
        described = {"kind": "described", "unit": "", "by": day(400)}
        self.do(here, "indicators", **described, **{"baseline-on": day(-400)})
        self.do(here, "indicators/*/target")
        self.do(here, "indicators/*/measurements")
        self.do(here, "indicators/*/measurements/*/correction")
        self.indicator(here)

    def indicator(self, here: str) -> None:
        counted = {"kind": "counted", "baseline": "10,5", "target": "20", "by": day(400)}
        self.do(here, "indicators", **counted, **{"baseline-on": day(-400)})
        self.do(here, "indicators/*/target", target="1.000,25")
        for value in ("12", "15,5"):
            self.do(here, "indicators/*/measurements", actor=MEMBER, value=value)
        self.do(here, "indicators/*/measurements/*/correction", value="13")

    def interventions(self, here: str) -> None:
        self.do(here, "interventions", **PERIOD)
        self.do(here, "interventions/*/plan", **PERIOD)
        self.do(here, "interventions/*/cancellation")
        self.do(here, "interventions", **PERIOD)

    # A signal, sent and answered.

    def signal(self) -> None:
        here = self.begin("/signals/new", due=day(30))
        self.do(here, "message")
        self.do(here, "due-day", due=day(60))
        self.do(here, "sending")
        self.do(here, "treatment")
        self.do(here, "responses")
        self.do(here, "responses")
        self.do(here, "handling")
        self.do(here, "reopening")
        self.do(here, "publication")
        self.do(here, "withholding")

    # An account, from the first day to the roles that somebody plays.

    def admit(self) -> None:
        here = self.begin("/people/new", ADMINISTRATOR, mail="joris@voorbeeld.nl")
        self.do(here, "details", ADMINISTRATOR, mail="smit@voorbeeld.nl")
        self.do(here, "grants", ADMINISTRATOR, **WHOLE)
        self.do(here, "grants/*/revocation", ADMINISTRATOR)
        self.do(here, "closing", ADMINISTRATOR)
        self.do(here, "reopening", ADMINISTRATOR)
        for answer in ("declining", "confirmation"):
            self.do(here, "grants", ADMINISTRATOR, role="administrator", **WHOLE)
            self.do(here, f"grants/*/{answer}", LEADER)
        kept = Errands(self, here)
        for part in ("holds", "holds/*/lifting"):
            kept.do(f"{here}/erasures", part, KEEPER)

    # How each of them goes.

    def begin(self, address: str, actor: str = MANAGER, **filled: "Filled") -> str:
        self.carry_out(actor, address, filled)
        here = kind(address).partition("/")[0]
        return self.thing(here, self.exchanges[-1].answer)

    def thing(self, area: str, page: Answer) -> str:
        """The thing of a kind that a page, or the way to it, leads to."""
        for address in [page.headers.get("location") or page.address, *page.document.links]:
            path = urlsplit(address).path
            if kind(path) == f"{area}/*":
                (self.accounts if area == "people" else self.things).append(path)
                return path
        raise AssertionError(f"{page} leads to no {area}")

    def seen_by(self, role: str) -> list[str]:
        """The things that a role may see; a partner sees what is shown and no more."""
        work = [*self.toolboxes, *self.things]
        others = {
            ADMINISTRATOR: self.accounts,
            LEADER: [*work, *self.accounts],
            PARTNER: [],
        }
        return others.get(role, work)

    def do(self, here: str, part: str, actor: str = MANAGER, **filled: "Filled") -> None:
        if actor == MANAGER and here not in self.things:
            self.things.append(here)
        self.carry_out(actor, self.find(here, part, actor), filled)

    def offered(self, here: str, part: str) -> Answer:
        visitor = self.visitors[MANAGER]
        return visitor.get(self.find(here, part, MANAGER))

    def find(self, here: str, part: str, actor: str) -> str:
        """The address of a form as the page of a thing, or of a part of it, offers it."""
        wanted = f"{kind(here)}/{part}"
        page = self.visitors[actor].get(here)
        links = [urlsplit(link).path for link in page.document.links]
        parts = [link for link in links if PAGE_OF_A_PART.match(kind(link))]
        for link in links + [
            urlsplit(link).path
            for at in parts
            if kind(at) == "/".join(wanted.split("/")[:4])
            for link in self.visitors[actor].get(at).document.links
        ]:
            if kind(link) == wanted and link.startswith(here):
                return link
        raise AssertionError(f"{page} offers no {wanted} to the {actor}")

    def carry_out(
        self, role: str, address: str, given: dict[str, "Filled"], pressing: str = ""
    ) -> None:
        """Finds the form, sends it with a fault, sends it too late, and then sends it well.

        `pressing` names the button to send it with, where there is more than one.
        """
        visitor = self.visitors[role].proving()
        drawn = self.keep("form", visitor.get(address), {})
        form = drawn.document.form
        assert form, f"{drawn} shows no form to the {role}"
        filled = {
            one.name: self.fill(one, given.get(one.name, given.get(series(one.name))))
            for one in form.controls.values()
        }
        pressed = {pressing: ["yes"]} if pressing else {}
        filled |= pressed
        asked = Asked(role, address, form, filled)
        self.forms.setdefault(kind(address), asked)
        self.before(asked)
        visitor.proving()
        days = [one.name for one in form.asked if one.kind == "day"]
        if days:
            wrong = filled | {days[-1]: [self.words.line()]}
            self.keep("fault", visitor.post(address, wrong), wrong)
        # What is not there yet was not there before either.
        if filled.get("version", ["0"]) != ["0"]:
            # As if it was drawn before what stands in its fields now.
            filled_otherwise = filled | {"basis": ["0" * 32]}
            version = int(filled["version"][0])
            late = filled_otherwise | {"version": [str(version - 1)]}
            answer = self.keep("late", visitor.post(address, late), late)
            self.guarded[kind(address)] = answer.status == 409
            if answer.status == 409:
                early = filled_otherwise | {"version": ["1000000"]}
                self.keep("early", visitor.post(address, early), early)
                again = answer.document.form
                filled = again.values | pressed
                answer = visitor.post(address, filled)
        else:
            answer = visitor.post(address, filled)
        offered = answer.document.form
        if answer.status == 422 and offered and "seen" in offered.controls:
            # It shows what resembles it first; whoever saw that sends it once more.
            filled = offered.values
            answer = visitor.post(address, filled)
        self.keep("done", answer, filled, form)
        assert answer.status == 303, f"{answer} by the {role}: {complaints(answer)}"
        # The page after a change waits until the change can be seen, by everybody.
        visitor.get(answer.headers["location"])

    def keep(
        self, what: str, answer: Answer, sent: dict[str, list[str]], form: Form | None = None
    ) -> Answer:
        self.exchanges.append(Exchange(what, answer, sent, form))
        return answer

    def fill(self, control: Control, given: "Filled | None") -> list[str]:
        if callable(given):
            return [given(control)]
        if given is not None:
            return [given] if given or control.is_text else control.values
        match control.kind:
            case "hidden" | "checkbox":
                return control.values
            case "line":
                return [self.words.line()]
            case "prose":
                return [self.words.prose()]
            case "address":
                return [self.words.address()]
            case "radio" | "select":
                return [one for one in control.values if one] or [first(control)]
            case "number":
                return [one for one in control.values if one] or ["3"]
            case _:
                return control.values


Filled = str | Callable[[Control], str]


def series(name: str) -> str:
    """What the fields of one kind are called together, each of which ends in what it is about."""
    return f"{name.partition('-')[0]}-*"


def first(control: Control) -> str:
    return next((one for one in control.choices if one), "")


def last(control: Control) -> str:
    return control.choices[-1]


def label(number: int) -> dict[str, str]:
    """A place of its own in the plan of a year."""
    return {"year": str(today().year), "number": str(number)}


def complaints(answer: Answer) -> str:
    return " / ".join(
        " ".join("".join(one.itertext()).split())
        for one in answer.document.by_class("error-summary")
    )


PAGE_OF_A_PART = re.compile(r"^[a-z]+/\*/(indicators|interventions|decisions)/\*$")
TERM = {"manager": "noor", "start": day(0), "review": day(200), "end": day(700)}
# In the whole organisation no type of cases is read.
WHOLE = {"case-type": ""}
# From what there was at first to what was measured last.
COMPARED: dict[str, Filled] = {"before-*": lambda control: control.choices[1], "after-*": last}
PERIOD = {"from": day(0), "to": day(90), "hours": "120"}
SEEN_OTHERWISE: dict[str, Filled] = {
    "dissent-by-1": first,
    "dissent-by-2": last,
    "dissent-by-3": last,
}
PARTS = {
    "goals": ("wording", "end"),
    "target-groups": ("name", "end"),
    "partners": ("details", "agreements", "end"),
    "achievements": ("withdrawal",),
}
