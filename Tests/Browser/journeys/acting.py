"""People at work in a browser: they follow links, fill in forms, send them and read what comes."""

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect
from running import Koers

SESSION = "__Host-koers"

ROLES = {
    "noor": "programme-manager",
    "amina": "team-member",
    "daan": "decision-maker",
    "lotte": "leadership",
    "sem": "inspector",
}


@dataclass
class Person:
    """Somebody with a browser of their own."""

    page: Page

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    @property
    def form(self) -> Locator:
        return self.main.locator("form.form")

    @property
    def path(self) -> str:
        """Where the person is, without the host."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def goes(self, path: str, status: int = 200) -> None:
        answer = self.page.goto(path)
        assert answer.status == status, f"{path} answers {answer.status}"

    def follows(self, words: str | re.Pattern[str], within: str = "main") -> None:
        """Clicks the link that says `words` and waits for where it leads."""
        if isinstance(words, str) and ": " in words:
            # What a link is about is said to those who cannot see where it stands.
            words = re.compile("^" + r"\s?: ".join(map(re.escape, words.split(": ", 1))))
        link = self.page.locator(within).get_by_role("link", name=words).first
        with self.page.expect_navigation() as navigation:
            link.click()
        # A link within the page leads to no other document.
        if navigation.value is not None:
            assert navigation.value.status == 200, f"{words} leads to {navigation.value.status}"

    def fills(self, **values: str) -> None:
        """Fills in the fields of the form by their names; `_` in a name stands for `-`."""
        for name, value in values.items():
            self.fill(name.replace("_", "-"), value)

    def fill(self, name: str, value: str) -> None:
        field = self.form.locator(f'[name="{name}"]')
        match field.first.evaluate("field => field.type"):
            case "radio":
                self.form.locator(f'[name="{name}"][value="{value}"]').check()
            case "checkbox":
                field.check()
            case "select-one":
                field.select_option(label=value)
            case _:
                field.fill(value)

    def sends(self) -> Response:
        """Presses the button of the form; the answer is that to the page one ends on."""
        with self.page.expect_navigation() as navigation:
            self.form.locator(".form-actions button").click()
        return navigation.value

    def saves(self, **values: str) -> None:
        """Fills in the form and sends it; it must be recorded."""
        self.fills(**values)
        answer = self.sends()
        assert answer.status == 200, f"{answer.url}: {answer.status}\n{self.main.inner_text()}"
        expect(self.main.get_by_role("status").first).to_have_text("Opgeslagen.")

    def is_refused(self, sentence: str, **values: str) -> None:
        """Fills in the form and sends it; it comes back with `sentence` above it."""
        self.fills(**values)
        answer = self.sends()
        assert answer.status == 422, f"{answer.url}: {answer.status}"
        expect(self.main.get_by_role("alert")).to_contain_text(sentence)

    def starts_over(self) -> None:
        """Throws away what the browser kept of an earlier attempt at this form."""
        self.sees("Wat u eerder invulde en nog niet had verstuurd, is teruggezet.")
        self.page.get_by_role("button", name="Gooi die invoer weg").click()

    def sees(self, *words: str) -> None:
        for word in words:
            expect(self.main).to_contain_text(word)

    def sees_no(self, *words: str) -> None:
        for word in words:
            expect(self.main).not_to_contain_text(word)

    def reads(self, *paths: str) -> list[str]:
        """The documents at `paths` as the server sends them to this person's browser."""
        return self.page.evaluate(
            """paths => Promise.all(paths.map(async path => {
              const answer = await fetch(path);
              if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
              return await answer.text();
            }))""",
            list(paths),
        )


@dataclass
class Cast:
    """The demo persons, each signed in, and strangers who are not."""

    noor: Person
    amina: Person
    daan: Person
    lotte: Person
    sem: Person

    @staticmethod
    def of(koers: Koers, browser: Browser) -> "Cast":
        return Cast(**{name: signed_in(koers, browser, role) for name, role in ROLES.items()})

    def leave(self) -> None:
        for person in (self.noor, self.amina, self.daan, self.lotte, self.sem):
            person.context.close()


def visitor(koers: Koers, browser: Browser) -> Person:
    """Somebody nobody knows yet, with the clock and the language of the Netherlands."""
    context = browser.new_context(
        base_url=koers.address,
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": 1280, "height": 900},
    )
    context.set_default_timeout(15_000)
    return Person(context.new_page())


def signed_in(koers: Koers, browser: Browser, role: str) -> Person:
    person = visitor(koers, browser)
    person.goes(koers.sign_in[role])
    return person


def history(person: Person, subject: str) -> list[int]:
    """The positions of all that happened to `subject`, newest first, by its permalinks."""
    (document,) = person.reads(f"{subject}/history")
    return [int(position) for position in re.findall(r'<li id="event-(\d+)"', document)]
