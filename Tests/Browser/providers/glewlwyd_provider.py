"""Glewlwyd: a provider in C, with clients that have a shared secret, and with logout tokens."""

import gzip
import json
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from keys import KeyPair
from playwright.sync_api import Page
from provider import PERSONS, Client, Person, Process, Site, answers, send
from running import free_port

DOCUMENTS = Path("/usr/share/doc/glewlwyd")
PAGES = Path("/usr/share/glewlwyd/webapp")
ADDRESS_LISTS = ("post_logout_redirect_uris",)
SCOPES = ("openid", "profile", "email", "groups")


class Glewlwyd:
    name = "glewlwyd"
    # It does name itself, but does not promise to.
    names_itself = False
    # RFC 6749 has invalid_grant; Glewlwyd answers 403 with a word of its own.
    invalid_grant = "other"

    def __init__(self, program: Path, directory: Path) -> None:
        self.port = free_port()
        # Its cookies are for a name, not for a number.
        self.address = f"http://localhost:{self.port}"
        self.issuer = f"{self.address}/api/oidc"
        self.make_database(directory / "glewlwyd.db")
        self.copy_pages(directory / "pages")
        settings = directory / "glewlwyd.conf"
        settings.write_text(self.settings(directory))
        self.process = Process(
            [str(program), f"--config-file={settings}"],
            directory / "glewlwyd.log",
            dict(os.environ),
        )
        self.process.start(lambda: answers(f"{self.address}/config"))
        self.keys = KeyPair.new()
        self.set_up()

    def make_database(self, path: Path) -> None:
        """Debian's own database, in which persons can also have groups."""
        script = gzip.decompress((DOCUMENTS / "database/init.sqlite3.sql.gz").read_bytes()).decode()
        with sqlite3.connect(path) as database:
            database.executescript(script)
            for table, column, members in (
                ("g_user_module_instance", "gumi_parameters", ("groups",)),
                ("g_client_module_instance", "gcmi_parameters", ADDRESS_LISTS),
            ):
                (parameters,) = database.execute(f"SELECT {column} FROM {table}").fetchone()
                kept = json.loads(parameters)
                for member in members:
                    kept["data-format"][member] = {"multiple": True, "read": True, "write": True}
                database.execute(f"UPDATE {table} SET {column} = ?", (json.dumps(kept),))
        database.close()

    def copy_pages(self, directory: Path) -> None:
        """Its own pages, without links: it serves no file that a link leads to."""
        shutil.copytree(PAGES, directory)
        # Debian has a directory where the file should be.
        kept = directory / "config.json"
        if kept.is_dir():
            settings = (kept / "config.json").read_bytes()
            shutil.rmtree(kept)
            kept.write_bytes(settings)

    def settings(self, directory: Path) -> str:
        """Debian's own settings, for this machine alone and without TLS."""
        text = gzip.decompress((DOCUMENTS / "glewlwyd.conf.sample.gz").read_bytes()).decode()
        for before, after in (
            ("port=4593", f"port={self.port}"),
            ('#bind_address="127.0.0.1"', 'bind_address="127.0.0.1"'),
            ("http://localhost:4593", self.address),
            ("cookie_secure=1", "cookie_secure=0"),
            ("/var/cache/glewlwyd/glewlwyd.db", str(directory / "glewlwyd.db")),
            ("/usr/lib/glewlwyd/user_middleware", str(directory)),
            (f"{PAGES}/", str(directory / "pages")),
        ):
            assert before in text, before
            text = text.replace(before, after, 1)
        return text

    def set_up(self) -> None:
        _, self.administrator = send(
            f"{self.address}/api/auth/", {"username": "admin", "password": "password"}
        )
        for scope in SCOPES[1:]:
            self.administer("scope/", {"name": scope, "display_name": scope})
        self.administer(
            "mod/plugin/",
            {
                "module": "oidc",
                "name": "oidc",
                "display_name": "OpenID Connect",
                "parameters": self.parameters,
            },
        )
        for person in PERSONS:
            self.administer("user/", self.account(person, person.groups))

    def account(self, person: Person, groups: Iterable[str]) -> dict[str, object]:
        return {
            "username": person.login,
            "password": person.password,
            "name": person.name,
            "email": person.email,
            "scope": [*SCOPES, "g_profile"],
            "groups": list(groups),
            "enabled": True,
        }

    def take_out(self, person: Person, group: str) -> None:
        kept = [name for name in person.groups if name != group]
        self.administer(f"user/{person.login}", self.account(person, kept), method="PUT")

    @property
    def parameters(self) -> dict[str, object]:
        return {
            "iss": self.issuer,
            "jwt-type": "ecdsa",
            "jwt-key-size": "256",
            "key": self.keys.private.decode(),
            "cert": self.keys.public.decode(),
            "jwks-show": True,
            "access-token-duration": 300,
            "refresh-token-duration": 300,
            "code-duration": 60,
            "auth-type-code-enabled": True,
            "auth-type-code-revoke-replayed": True,
            "auth-type-refresh-enabled": False,
            "allow-non-oidc": False,
            "subject-type": "public",
            "allowed-scope": list(SCOPES),
            "name-claim": "mandatory",
            "email-claim": "mandatory",
            "claims": [
                {
                    "name": "groups",
                    "user-property": "groups",
                    "type": "string",
                    "mandatory": True,
                    "on-demand": False,
                }
            ],
            "pkce-allowed": True,
            "pkce-required": True,
            "pkce-method-plain-allowed": False,
            "oauth-as-iss-id": True,
            "session-management-allowed": True,
            "session-cookie-name": "GLEWLWYD2_OIDC_SID",
            "session-cookie-expiration": 3600,
            "back-channel-logout-allowed": True,
            "front-channel-logout-allowed": True,
            "client-jwks-parameter": "jwks",
        }

    def administer(self, path: str, body: object, *, method: str = "POST") -> None:
        send(f"{self.address}/api/{path}", body, method=method, cookie=self.administrator)

    def stop(self) -> None:
        self.process.stop()

    def register(self, site: Site, directory: Path) -> Client:
        client = Client(f"koers-{secrets.token_hex(4)}", secret=secrets.token_urlsafe(24))
        self.administer(
            "client/",
            {
                "client_id": client.id,
                "client_secret": client.secret,
                "name": "koers",
                "confidential": True,
                "enabled": True,
                "redirect_uri": [site.return_address],
                "post_logout_redirect_uris": [site.signed_out_address],
                "backchannel_logout_uri": site.logout_address,
                "authorization_type": ["code"],
                "token_endpoint_auth_method": ["client_secret_basic"],
                "scope": [],
            },
        )
        for person in PERSONS:
            self.consent(client, person)
        return client

    def consent(self, client: Client, person: Person) -> None:
        """Lets the site know the person, as they would on a page that asks them."""
        _, cookie = send(
            f"{self.address}/api/auth/", {"username": person.login, "password": person.password}
        )
        send(
            f"{self.address}/api/auth/grant/{client.id}/",
            {"scope": " ".join(SCOPES)},
            method="PUT",
            cookie=cookie,
        )

    def sign_in(self, page: Page, person: Person) -> None:
        page.fill("#username", person.login)
        page.fill("#password", person.password)
        page.keyboard.press("Enter")
        self.go_on(page)

    def rest(self, page: Page) -> None:
        """It needs no rest."""

    def go_on(self, page: Page) -> None:
        page.get_by_role("button", name="Continue").click()

    def confirm_sign_out(self, page: Page) -> None:
        page.locator("button", has_text="Logout").click()
