"""Everything that can be done with parties, cases, checklists and letters, done once."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from documents import Control, Form, controls
from errands import Errands
from places import KEEPER, MANAGER, MEMBER, day
from visitor import Visitor

if TYPE_CHECKING:
    from lives import Filled, Life


def as_it_stands(control: Control) -> str:
    """What was filled in beforehand."""
    return next(iter(control.values), "")


UNNUMBERED = {"number-*": "", "address": "", "coordinates": ""}
HARSHER = {"measure": "deviate"}
TICKED = "on"


class EntityLife(Errands):
    """What is written down of one party, and of another that proves to be the same."""

    def live(self) -> str:
        other = self.register()
        others = self.words
        self.here = self.register()
        self.at("particulars", **UNNUMBERED)
        self.words = self.last_name
        self.at("aliases", since="")
        self.at("aliases/*/removal")
        name = other.rpartition("/")[2]
        self.life.carry_out(
            MANAGER, f"{self.here}/relations?q={others}", {"relation": "owns", "other": name}
        )
        self.at("relations/*/end")
        self.at("visits", **{"visited-on": day(-9)})
        self.at("visits/*/withdrawal")
        self.life.carry_out(MANAGER, f"{self.here}/merge?q={others}", {"other": name})
        self.at("merge/undo")
        return self.here

    def register(self) -> str:
        self.life.carry_out(MANAGER, "/entities/new", {"kind": "organisation", **UNNUMBERED})
        self.words = self.last_name
        return self.life.thing("entities", self.life.exchanges[-1].answer)

    @property
    def last_name(self) -> str:
        """What the name begins with that was written last, and no other name does."""
        return self.life.exchanges[-1].sent["name"][0].split()[0]


class CaseLife(Errands):
    """What is done on one case of a programme, from why it began to what came of it."""

    def __init__(self, life: "Life", programme: str) -> None:
        super().__init__(life, "")
        self.programme = programme.rpartition("/")[2]

    def live(self) -> None:
        party = EntityLife(self.life, "")
        entity = party.live()
        self.keep_checklists()
        self.keep_letters()
        other = self.open()
        self.here = self.open()
        self.handle(other, entity, party.words)
        self.plan()
        self.log()
        self.enforce()
        self.report()
        self.ask()
        self.close()
        self.publish()
        self.release()
        self.outlast()

    def open(self, days: int = -200) -> str:
        belonging = {"programme": self.programme, "group": "", "intervention": ""}
        opened = {"origin": "dataSelection", "reported": day(days - 10), **belonging}
        self.life.carry_out(MANAGER, "/cases/new", {**opened, "person": "noor", "on": day(days)})
        return self.life.thing("cases", self.life.exchanges[-1].answer)

    def keep_checklists(self) -> None:
        self.here = self.life.begin("/checklists/new", items="a? | b | c\r\nd? | e | f")
        self.at("editions", items="a? | b | c")
        self.at("end")

    def keep_letters(self) -> None:
        self.here = self.life.begin("/letters/new", text="Beste {partij}")
        self.at("editions", text="Beste {partij}, zaak {zaaknummer}")
        self.at("end")

    def handle(self, other: str, entity: str, words: str) -> None:
        self.at("title")
        self.at("programme", programme=self.programme, group="")
        self.at("confidentiality")
        self.at("handlers", person="amina")
        self.at("handlers/*/end", pick=-1)
        self.at("relations", other=other.rpartition("/")[2], number="")
        self.at("relations/*/end")
        self.life.carry_out(
            MANAGER, f"{self.here}/subject?q={words}", {"subject": entity.rpartition("/")[2]}
        )

    def plan(self) -> None:
        self.at("plan", day=day(3))
        for _ in range(3):
            self.at("tasks", due=day(30))
        self.at("tasks/*/due-day", due=day(40))
        self.at("tasks/*/done")
        self.at("tasks/*/end", pick=-1)
        self.at("tasks/*/done")

    def log(self) -> None:
        visit = {"when": f"{day(-190)} 0830", "end-time": "0930", "measurements": "a 3,5 b"}
        found = {"finding-*": "", "check-*": ""}
        self.at("interventions", shows="", **visit, **found)
        self.at("interventions/*/correction", **visit, **found)
        for _ in range(3):
            self.at("interventions/*/findings", outcome="violation")
        self.at("findings/*/correction", outcome="violation")
        self.at("findings/*/end", pick=-1)

    # One violation, from the matrix to the end of its objection.

    def enforce(self) -> None:
        self.finding = self.leads(self.here, "findings/*")
        self.place()
        self.decide()
        self.forfeit()
        self.object()
        self.drop()

    def place(self) -> None:
        self.on(-188, "report", time="0830", happened=day(-190), **{"fine-max": "300"})
        self.on(-187, "prosecution")
        self.on(-186, "position", consequence="1", offender="A")
        self.on(-185, "measure", **HARSHER, deviation="fine")
        self.on(-185, "rejection", MEMBER)
        self.on(-184, "measure", **HARSHER, deviation="orderUnderPenalty")
        self.on(-184, "confirmation", MEMBER)

    def decide(self) -> None:
        self.on(-180, "intention", **{"view-by": day(-170)})
        self.on(-175, "actions/*/view", view="received")
        order = {"term": day(-130), "amount": "1.000", "unit": "perDay", "maximum": "5.000"}
        self.on(-165, "actions/*/decision", **order)
        self.on(-164, "actions/*/sending")
        self.on(-164, "actions/*/effect")

    def forfeit(self) -> None:
        self.on(-125, "actions/*/reinspections", restored="not")
        self.on(-125, "actions/*/forfeitures", times="2")
        self.on(-124, "actions/*/collection-decisions", amount="2.000")
        self.on(-123, "actions/*/collections", amount="2.000")

    def object(self) -> None:
        self.on(-123, "actions/*/objection")
        self.on(-110, "actions/*/objection-outcome", outcome="unfounded")
        self.on(0, "actions/*/irrevocability")

    def drop(self) -> None:
        """A lighter measure, decided at once and withdrawn; then the end, taken back once."""
        self.on(0, "position", consequence="1", offender="A")
        self.on(0, "measure", measure="inform", deviation="", reason="")
        self.on(0, "decision")
        self.on(0, "actions/*/end", pick=-1)
        for part in ("outcome", "reopening", "outcome"):
            self.on(0, part)

    def report(self) -> None:
        about = {"kind": "inspectionReport", "finding-*": TICKED, "text": "Beste {partij}"}
        page = self.leads(self.here, "reports", root=self.here)
        self.life.carry_out(MANAGER, page, {**about, "address": "a 1\r\nb"}, pressing="issue")
        self.at("reports/*/end")

    # What those who were visited say of it, by a link of their own.

    def ask(self) -> None:
        self.at("surveys")
        self.at("surveys/*/end")
        self.at("surveys")
        page = self.leads(self.here, "surveys/*/link", root=self.here)
        visitor = self.life.visitors[MANAGER]
        made = self.life.keep("done", visitor.post(page, {}), {})
        assert made.status == 200, made
        (link,) = made.document.by_class("invitation")
        self.reply(urlsplit(link.get("href")).path)

    def reply(self, link: str) -> None:
        guest = Visitor(self.life.visitors[MANAGER].address, "somebody who was visited")
        drawn = self.life.keep("form", guest.get(link), {})
        (asked,) = drawn.document.by_class("form")
        form = Form(asked.get("action"), controls(asked))
        filled = {one.name: self.life.fill(one, None) for one in form.controls.values()}
        answer = self.life.keep("done", guest.post(form.action, filled), filled, form)
        assert answer.status == 303, answer
        guest.get(answer.headers["location"])

    # A text for everybody, that nobody will read after all: it would take two weeks.
    # Of one of the demonstration they are over.

    def publish(self) -> None:
        text = {"ground-*": TICKED}
        self.at("publications", **{"view-until": day(20)}, **text)
        self.at("publications/*/parties", **{"view-until": day(20)})
        self.at("publications/*/parties/end", **{"view-until": day(20)})
        self.at("publications/*/revision", **{"view-until": day(20)}, **text)
        self.at("publications/*/view")
        self.at("publications/*/view/end")
        for _ in range(2):
            self.at("publications/*/view")
        as_it_was_put = dict.fromkeys(("title", "summary", "findings", "omitted"), as_it_stands)
        self.at("publications/*/decision", name="", **as_it_was_put, **text)
        self.at("publications/*/agreement", MEMBER)
        self.at("publications/*/notice")
        self.at("publications/*/refusal")

    def release(self) -> None:
        self.here = self.leads("/cases?q=Koelwagen", "*", root="/cases")
        # The demonstration has it, so that nobody here opened it.
        self.life.things.append(self.here)
        self.at("publications/*/release", until=as_it_stands)
        self.at("publications/*/end")

    def close(self) -> None:
        self.at("outcome", result="restored", compliance="reached")
        self.at("reopening")
        self.at("outcome", result="restored", compliance="partly")

    # One whose term is over; it takes a second keeper to destroy it, and there is none.

    def outlast(self) -> None:
        self.here = self.open(-800)
        self.at("outcome", result="dropped", compliance="", on=day(-700))
        for part in ("hold", "hold/end", "destruction", "destruction/declining"):
            self.at(part, KEEPER)

    def on(
        self, days: int, part: str, actor: str = MANAGER, pick: int = 0, **filled: "Filled"
    ) -> None:
        """Carries out the form `part` of the finding, as of something that many days from now."""
        when = {"on": day(days), **filled}
        self.do(self.finding, part, actor, pick, self.finding, **when)
