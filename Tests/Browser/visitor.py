"""Somebody who asks for pages and sends forms without a browser, and so can send anything."""

import http.client
import re
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from documents import Document
from running import Koers

FORM = "application/x-www-form-urlencoded"
# A grave form asks for a proof of minutes ago; one may take a while to fill in.
PROOF_SECONDS_MAX = 5 * 60
Fields = Mapping[str, str | Sequence[str]]


@dataclass
class Answer:
    """What the program answered, and to what."""

    method: str
    address: str
    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def document(self) -> Document:
        return Document(self.content, self.address)

    @property
    def is_page(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")

    def __str__(self) -> str:
        return f"{self.method} {self.address} -> {self.status}"


class Visitor:
    """One person with their cookies; nobody in particular until they sign in."""

    def __init__(self, address: str, name: str = "nobody") -> None:
        self.address = address
        self.name = name
        self.cookies: dict[str, str] = {}
        self.link = ""
        self.proven_at = 0.0
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)

    def sign_in(self, link: str) -> "Visitor":
        answer = self.send("GET", link.removeprefix(self.address), None, {})
        assert answer.status == 303, answer
        self.link = link
        self.proven_at = time.monotonic()
        return self

    def proving(self) -> "Visitor":
        """The same visitor, who has just signed in anew if that was long ago."""
        if self.link and time.monotonic() - self.proven_at > PROOF_SECONDS_MAX:
            self.sign_in(self.link)
        return self

    def speaking(self, language: str) -> "Visitor":
        """The same visitor, who has chosen a language."""
        self.cookies["__Host-koers-language"] = language
        return self

    def twin(self) -> "Visitor":
        """The same person in another browser."""
        twin = Visitor(self.address, self.name)
        twin.cookies = dict(self.cookies)
        twin.link = self.link
        twin.proven_at = self.proven_at
        return twin

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Asks for a page; who is asked anew who they are, as that is long ago, says so first."""
        answer = self.send("GET", path, None, headers or {})
        asked = answer.headers.get("location", "").startswith("/sign-in?next=")
        if self.link and answer.status == 303 and asked:
            self.sign_in(self.link)
            answer = self.send("GET", path, None, headers or {})
        return answer

    def post(
        self, path: str, body: Fields | bytes, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Sends a form as a page of the site would; `headers` replace what goes along."""
        content = body if isinstance(body, bytes) else urlencode(body, doseq=True).encode()
        usual = {"Content-Type": FORM, "Sec-Fetch-Site": "same-origin"}
        return self.send("POST", path, content, usual | dict(headers or {}))

    def send(
        self, method: str, path: str, content: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        headers = {name: value for name, value in headers.items() if value}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={at}" for name, at in self.cookies.items())
        # An answer before the whole body was read may end the connection.
        if content is not None and len(content) > 200_000:
            self.connection.close()
        # When the server has heard enough, its answer is still to be read.
        with suppress(ConnectionError):
            self.connection.request(method, path, content, headers)
        response = self.connection.getresponse()
        answer = Answer(
            method, self.address + path, response.status, response.headers, response.read()
        )
        self.keep(response.headers.get_all("set-cookie") or [])
        return answer

    def keep(self, lines: list[str]) -> None:
        for line in lines:
            for name, cookie in SimpleCookie(line).items():
                if cookie["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = cookie.value

    @property
    def head(self) -> int:
        """The position of the last thing that is recorded, as looking back offers it."""
        page = self.get("/history").content.decode()
        return max(int(position) for position in re.findall(r'href="/history\?as-of=(\d+)"', page))


def visitors_of(koers: Koers) -> dict[str, Visitor]:
    """Every demo person, signed in, by the part they play."""
    return {
        role: Visitor(koers.address, role).sign_in(link) for role, link in koers.sign_in.items()
    }
