"""One browser on its way from the site to a provider and back, and hands that meddle with it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from playwright.sync_api import BrowserContext, Page
from provider import Person, Provider, Site
from relying_party import DEPARTURE_COOKIE, SIGN_IN, RelyingParty, departure_cookies


def changed(address: str, **changes: str | None) -> str:
    """The address with fields of its query said otherwise; None leaves one out."""
    parts = urlsplit(address)
    fields = dict(parse_qsl(parts.query, keep_blank_values=True)) | changes
    query = urlencode({name: value for name, value in fields.items() if value is not None})
    return urlunsplit(parts._replace(query=query))


def field(address: str, name: str) -> str | None:
    return dict(parse_qsl(urlsplit(address).query)).get(name)


@dataclass
class Journey:
    """A browser and the site that it comes from."""

    party: RelyingParty
    context: BrowserContext
    page: Page

    @property
    def site(self) -> Site:
        return self.party.site

    @property
    def provider(self) -> Provider:
        return self.party.provider

    def refusal(self, sentence: str = "sign-in.provider.refused") -> str:
        """Why the site did not let the person in, the first time it is asked."""
        return self.party.refusal(self.page, sentence)

    def leave(self) -> str:
        """Where the site sends the browser, which keeps the cookie of the departure and waits."""
        answer = self.context.request.get(self.site.address + SIGN_IN, max_redirects=0)
        assert answer.status == 303, answer.text()
        return answer.headers["location"]

    def go(self, address: str, person: Person) -> None:
        """Signs in at the provider and comes back to the site."""
        self.page.goto(address)
        self.provider.sign_in(self.page, person)
        self.page.wait_for_url(lambda url: url.startswith(self.site.address))

    def sign_in(self, person: Person) -> None:
        self.go(self.leave(), person)

    def bring(self, person: Person) -> tuple[str, list[dict]]:
        """Comes back without the cookie, so that the answer is not used up; gives both."""
        address = self.leave()
        cookies = departure_cookies(self.context)
        assert cookies
        self.context.clear_cookies(name=DEPARTURE_COOKIE)
        self.go(address, person)
        assert self.refusal() == "nothingRemembered"
        return self.page.url, cookies

    def come_back(self, address: str, cookies: list[dict]) -> None:
        self.context.add_cookies(cookies)
        self.page.goto(address)
