"""Everything that can be done with the toolbox, its reference set and the data bank, done once."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from documents import Form, controls
from errands import Errands
from places import ADMINISTRATOR, ANALYST, MANAGER, MEMBER, day
from visitor import Visitor

if TYPE_CHECKING:
    from lives import Filled, Life

COLLEAGUE = {"name": "", "organisation": ""}
GUEST = {"person": ""}
TICKED = "on"


class ToolboxLife(Errands):
    """What people do in the toolbox of one programme, which has target groups."""

    def __init__(self, life: "Life", programme: str) -> None:
        super().__init__(life, f"{programme}/toolbox")

    def live(self) -> None:
        self.let_a_second_analyst_in()
        self.do(self.here, "beginning")
        self.publish()
        self.do(self.here, "edition")
        self.choose()
        self.understand()
        self.act()
        self.keep_a_bank()
        self.life.toolboxes.append(self.here)

    # What the toolbox chooses from, in a second edition that somebody else publishes.

    def let_a_second_analyst_in(self) -> None:
        visitor = self.life.visitors[ADMINISTRATOR]
        people = visitor.get("/people").document
        (account,) = [
            urlsplit(link.get("href")).path for link in people.all("a") if "Amina" in said(link)
        ]
        self.life.carry_out(ADMINISTRATOR, f"{account}/grants", {"role": ANALYST, "case-type": ""})

    def publish(self) -> None:
        draft = "/references/draft"
        for part, code in (("determinants", "T12"), ("segments", "unknown"), ("types", "letter")):
            self.write(f"{part}", key=code)
            self.write(f"{part}/*/wording", pick=-1)
        self.write("types/*/fits", pick=-1)
        for part in ("types", "segments", "determinants"):
            self.write(f"{part}/*/end", pick=-1)
        self.write("determinants/*/wording")
        self.write("proposal")
        self.do(draft, "return", MEMBER, root=draft)
        self.write("proposal")
        self.do(draft, "publication", MEMBER, root=draft)
        self.write("determinants/*/wording")

    def write(self, part: str, pick: int = 0, **filled: "Filled") -> None:
        self.do("/references/draft", part, ANALYST, pick, root="/references/draft", **filled)

    # The three steps.

    def choose(self) -> None:
        page = f"{self.here}/choose"
        for _ in range(3):
            self.do(page, "choose/sub-risks")
        self.do(page, "choose/sub-risks/*/wording")
        self.do(page, "choose/sub-risks/*/end", pick=-1)
        for pick in (0, -1):
            self.do(page, "choose/sub-risks/*/weighing", pick=pick)
        self.do(page, "choose/priorities")
        self.do(page, "choose/focus", **{"risk-*": TICKED, "group-*": TICKED})
        self.meet(page)
        self.do(page, "choose/conclusion")
        self.do(page, "choose/reopening")
        self.do(page, "choose/conclusion")

    def understand(self) -> None:
        page = f"{self.here}/understand"
        self.do(page, "understand/skipping")
        group = self.leads(page, "understand/*")
        part = "understand/*"
        self.do(group, f"{part}/sector")
        self.do(group, f"{part}/size", number="1.200")
        self.do(group, f"{part}/behaviour-goal")
        self.do(group, f"{part}/segments")
        for _ in range(2):
            self.do(group, f"{part}/determinants/*", pick=-1)
        self.do(group, f"{part}/determinants/*/end")
        for _ in range(2):
            self.do(group, f"{part}/influencers")
        self.do(group, f"{part}/influencers/*/wording")
        self.do(group, f"{part}/influencers/*/end")
        self.do(page, "understand/conclusion")
        self.do(page, "understand/reopening")
        self.do(page, "understand/conclusion")

    def act(self) -> None:
        page = f"{self.here}/act"
        because = {"determinant-*": TICKED}
        self.do(page, "act/*/suggestion")
        self.do(page, "act/*/choices", measure="partner", **because)
        self.do(page, "act/*/choices", measure="nothing", partner="", **because)
        self.do(page, "act/choices/*/end", pick=-1)
        self.do(page, "act/*/choices", partner="", **because)
        self.do(page, "act/choices/*/plan", **{"from": day(0), "to": day(90)}, hours="80")
        self.do(page, "act/conclusion")
        self.do(page, "act/reopening")
        self.do(page, "act/*/choices", measure="nothing", partner="", **because)
        self.do(page, "act/conclusion")

    # A session in which everybody scores before anybody sees the scores.

    def meet(self, page: str) -> None:
        self.do(page, "sessions", step="choose", held=day(0))
        here = self.leads(page, "sessions/*")
        part = "sessions/*"
        self.do(here, f"{part}/wording")
        self.do(here, f"{part}/participants", **GUEST)
        for person in ("noor", "amina"):
            self.do(here, f"{part}/participants", person=person, **COLLEAGUE)
        self.do(here, f"{part}/participants/*/end", pick=-1)
        self.do(here, f"{part}/notes")
        for _ in range(2):
            self.do(here, f"{part}/sources")
        self.do(here, f"{part}/sources/*/end")
        self.ask(here)
        guest = self.invite(here)
        self.do(here, f"{part}/rounds/*/scores")
        self.take_part(guest)
        self.do(here, f"{part}/rounds/*/closing")
        self.do(here, f"{part}/conclusion")
        self.do(here, f"{part}/reopening")
        self.ask(here)

    def ask(self, session: str) -> None:
        self.do(session, "sessions/*/rounds", **{"risk-*": TICKED})

    def invite(self, session: str) -> str:
        """Makes the personal link of the guest, and gives it."""
        visitor = self.life.visitors[MANAGER]
        page = self.leads(session, "sessions/*/participants/*/link")
        made = self.life.keep("done", visitor.post(page, {}), {})
        assert made.status == 200, made
        (link,) = made.document.by_class("invitation")
        self.life.guest = urlsplit(link.get("href")).path
        return self.life.guest

    def take_part(self, link: str) -> None:
        visitor = Visitor(self.life.visitors[MANAGER].address, "a guest")
        drawn = self.life.keep("form", visitor.get(link), {})
        (asked,) = drawn.document.by_class("form")
        form = Form(asked.get("action"), controls(asked))
        filled = {one.name: self.life.fill(one, None) for one in form.controls.values()}
        answer = self.life.keep("done", visitor.post(form.action, filled), filled, form)
        assert answer.status == 303, answer
        visitor.get(answer.headers["location"])

    # The data bank: what anybody proposes, and an editor accepts.

    def keep_a_bank(self) -> None:
        entry, other = self.propose(), self.propose()
        review = {"review": day(100)}
        self.judge(entry, "acceptance", **review)
        self.judge(entry, "text", MANAGER)
        self.judge(entry, "refusal")
        self.judge(entry, "text", MANAGER)
        self.judge(entry, "acceptance", **review)
        self.judge(entry, "review", **review)
        self.judge(entry, "text", MANAGER)
        self.judge(other, "acceptance", **review)
        self.judge(other, "retirement")

    def propose(self) -> str:
        self.life.carry_out(MANAGER, "/bank/new", {"type-*": TICKED, "determinant-*": TICKED})
        return self.life.thing("bank", self.life.exchanges[-1].answer)

    def judge(self, entry: str, part: str, actor: str = ANALYST, **filled: "Filled") -> None:
        self.do(entry, part, actor, root=entry, **filled)


def said(link) -> str:
    return "".join(link.itertext())
