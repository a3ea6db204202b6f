"""Canaille: a provider in Python, with clients that authenticate by private_key_jwt."""

import json
import os
import secrets
import subprocess
from pathlib import Path

from keys import KeyPair
from playwright.sync_api import Page
from provider import PERSONS, Client, Person, Process, Site, answers, send
from running import free_port

SETTINGS = """
SECRET_KEY = "{secret}"
SERVER_NAME = "127.0.0.1:{port}"
PREFERRED_URL_SCHEME = "http"

[CANAILLE]
DATABASE = "sql"
LANGUAGE = "en"
ADMIN_EMAIL = "admin@example.org"

[CANAILLE_SQL]
DATABASE_URI = "sqlite:///{directory}/canaille.db"

[CANAILLE_OIDC]
DYNAMIC_CLIENT_REGISTRATION_OPEN = true

# Naming one list of permissions drops the default one.
[CANAILLE.ACL.DEFAULT]
PERMISSIONS = ["edit_self", "use_oidc"]
READ = ["user_name", "groups"]
WRITE = ["given_name", "family_name"]
"""


class Canaille:
    name = "canaille"
    names_itself = True
    invalid_grant = "invalid_grant"

    def __init__(self, program: Path, directory: Path) -> None:
        port = free_port()
        self.issuer = f"http://127.0.0.1:{port}"
        self.program = str(program)
        settings = directory / "canaille.toml"
        settings.touch(mode=0o600)
        settings.write_text(
            SETTINGS.format(secret=secrets.token_hex(32), port=port, directory=directory)
        )
        self.environment = os.environ | {"CANAILLE_CONFIG": str(settings)}
        self.run("install")
        for person in PERSONS:
            self.create(person)
        for group in {group for person in PERSONS for group in person.groups}:
            self.run("create", "group", "--display-name", group, *self.members(group))
        self.process = Process(
            [self.program, "run", "--bind", f"127.0.0.1:{port}"],
            directory / "canaille.log",
            self.environment,
        )
        self.start()

    def run(self, *command: str) -> None:
        done = subprocess.run(
            [self.program, *command],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def create(self, person: Person) -> None:
        self.run(
            *("create", "user", "--user-name", person.login, "--password", person.password),
            *("--given-name", person.given_name, "--family-name", person.family_name),
            *("--formatted-name", person.name, "--emails", person.email),
        )

    def members(self, group: str, without: Person | None = None) -> list[str]:
        """Who is in a group, as its command line has it."""
        members = [person for person in PERSONS if group in person.groups and person != without]
        return [word for person in members for word in ("--members", person.login)]

    def take_out(self, person: Person, group: str) -> None:
        self.run("set", "group", group, *self.members(group, without=person))

    def start(self) -> None:
        self.process.start(lambda: answers(f"{self.issuer}/.well-known/openid-configuration"))

    def stop(self) -> None:
        self.process.stop()

    def register(self, site: Site, directory: Path) -> Client:
        pair = KeyPair.new()
        answer, _ = send(
            f"{self.issuer}/oauth/register",
            {
                "client_name": "koers",
                "redirect_uris": [site.return_address],
                "post_logout_redirect_uris": [site.signed_out_address],
                "grant_types": ["authorization_code"],
                "response_types": ["code"],
                "scope": "openid profile email groups",
                "token_endpoint_auth_method": "private_key_jwt",
                "token_endpoint_auth_signing_alg": "ES256",
                "jwks": {"keys": [pair.members]},
            },
        )
        return Client(json.loads(answer)["client_id"], key=pair.write(directory / "client.pem"))

    def sign_in(self, page: Page, person: Person) -> None:
        self.enter(page, person)
        self.consent(page)

    def enter(self, page: Page, person: Person) -> None:
        if page.locator("input[name=login]").count():
            self.put(page, "login", person.login)
            page.locator("button[type=submit]").first.click()
        self.put(page, "password", person.password)
        page.locator("button[type=submit]").first.click()

    def put(self, page: Page, name: str, value: str) -> None:
        """Fills a field in without typing, upon which the page would send it by itself too."""
        field = page.locator(f"input[name={name}]")
        field.evaluate("(field, value) => { field.value = value }", value)

    def consent(self, page: Page) -> None:
        """The first time, a person is asked whether the site may know them."""
        page.wait_for_url(lambda url: "/login" not in url and "/auth/" not in url)
        accept = page.locator("button[value=accept]")
        if accept.count():
            accept.click()

    def decline(self, page: Page) -> None:
        """Says that the site may not know them."""
        page.locator("button[value=deny]").click()

    def rest(self, page: Page) -> None:
        """Two access tokens of one second are the same, over which Canaille stumbles."""
        second = page.evaluate("Math.floor(Date.now() / 1000)")
        page.wait_for_function("second => Math.floor(Date.now() / 1000) > second", arg=second)

    def go_on(self, page: Page) -> None:
        """Nothing is asked of somebody whom Canaille knows, and who said that the site may, too."""

    def confirm_sign_out(self, page: Page) -> None:
        """Nothing is asked of somebody whose site sent a receipt along."""
