"""One browser on its way from the site to a provider and back, and hands that meddle with it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from playwright.sync_api import BrowserContext, Page
from provider import Person, Provider, Site
from relying_party import DEPARTURE_COOKIE, SIGN_IN, departure_cookies, refusal


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
    site: Site
    provider: Provider
    context: BrowserContext
    page: Page

    def elsewhere(self) -> "Journey":
        """The same site in another browser."""
        context = self.context.browser.new_context()
        return Journey(self.site, self.provider, context, context.new_page())

    def leave(self, path: str = SIGN_IN) -> str:
        """Where the site sends the browser, which keeps the cookie of the departure and waits."""
        answer = self.context.request.get(self.site.address + path, max_redirects=0)
        assert answer.status == 303, answer.text()
        return answer.headers["location"]

    def go(self, address: str, person: Person) -> None:
        """Signs in at the provider and comes back to the site."""
        self.page.goto(address)
        self.provider.sign_in(self.page, person)
        self.page.wait_for_url(lambda url: url.startswith(self.site.address))

    def sign_in(self, person: Person, path: str = SIGN_IN) -> None:
        self.go(self.leave(path), person)

    def bring(self, person: Person) -> tuple[str, list[dict]]:
        """Comes back without the cookie, so that the answer is not used up; gives both."""
        address = self.leave()
        cookies = departure_cookies(self.context)
        self.context.clear_cookies(name=DEPARTURE_COOKIE)
        self.go(address, person)
        assert refusal(self.page) == "nothingRemembered"
        return self.page.url, cookies

    def come_back(self, address: str, cookies: list[dict]) -> None:
        self.context.add_cookies(cookies)
        self.page.goto(address)
