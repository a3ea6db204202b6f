"""Has Chromium's virtual authenticator answer Koers, and two other verifiers check the answers."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    RegistrationResponse,
)
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright
from webauthn import verify_authentication_response, verify_registration_response
from webauthn.helpers.cose import COSEAlgorithmIdentifier

HERE = Path(__file__).parent
DOMAIN = "koers.example"
ORIGIN = f"https://{DOMAIN}"
ALGORITHMS = {"es256": -7, "eddsa": -8, "rs256": -257}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
AUTHENTICATOR = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
# Most passkeys are copied between devices; a key in a TPM is not.
COPIED = {"es256": True, "eddsa": True, "rs256": False}


@dataclass
class Site:
    """Serves one form with one question, and keeps what it posts."""

    script: str
    form: str = ""
    posted: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, page: Page, ceremony: str, options: dict) -> str:
        """The answer, as the page posts it."""
        self.go_on(page, ceremony, options)
        page.wait_for_url(f"{ORIGIN}/answer")
        assert not self.complaints, self.complaints
        return self.posted[-1]

    def failure(self, page: Page, ceremony: str, options: dict) -> str:
        """What the page tells when the browser gives no answer."""
        self.go_on(page, ceremony, options)
        alert = page.get_by_role("alert")
        alert.wait_for()
        assert page.get_by_role("button").is_enabled()
        assert not self.complaints, self.complaints
        return alert.inner_text()

    def go_on(self, page: Page, ceremony: str, options: dict) -> None:
        self.show(page, ceremony, options)
        assert page.get_by_text("Another way").count() == 0
        page.get_by_role("button", name="Go on").click()

    def show(self, page: Page, ceremony: str, options: dict) -> None:
        question = escape(json.dumps(options), quote=True)
        self.form = (
            f'<form method="post" action="/answer" data-passkey="{ceremony}"'
            f' data-options="{question}" data-failed="Failed" data-known="Known">'
            '<input type="hidden" name="response">'
            "<p data-passkey-without>Another way</p>"
            '<p data-passkey-message role="alert" hidden></p>'
            "<button data-passkey-button hidden>Go on</button></form>"
        )
        page.goto(f"{ORIGIN}/")

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def answer(self, route: Route) -> None:
        request = route.request
        if request.url.endswith("/passkey.js"):
            route.fulfill(content_type="text/javascript", body=self.script)
            return
        if request.method == "POST":
            self.posted.append(parse_qs(request.post_data)["response"][0])
        route.fulfill(
            headers={"Content-Type": "text/html", "Content-Security-Policy": POLICY},
            body=f'<!doctype html><html lang="en"><title>Koers</title>{self.form}'
            '<script type="module" src="/passkey.js"></script></html>',
        )


@contextmanager
def opened(browser: Browser, site: Site, copied: bool) -> Iterator[Page]:
    """A page of the site in a browser that has an authenticator."""
    context = browser.new_context()
    page = context.new_page()
    page.on("console", site.hear)
    page.on("pageerror", lambda error: site.complaints.append(str(error)))
    page.route("**/*", site.answer)
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    backup = {"defaultBackupEligibility": copied, "defaultBackupState": copied}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | backup})
    yield page
    context.close()


def payload(browser: Browser, script: str, name: str) -> dict:
    """A registration, and two times signing in, with one algorithm."""
    site = Site(script)
    creation = json.loads((HERE / "creation-options.json").read_text())
    creation["pubKeyCredParams"] = [
        each for each in creation["pubKeyCredParams"] if each["alg"] == ALGORITHMS[name]
    ]
    request = json.loads((HERE / "request-options.json").read_text())
    with opened(browser, site, COPIED[name]) as page:
        registration = site.ask(page, "create", creation)
        assertions = [site.ask(page, "get", request) for _ in range(2)]
        known = creation | {
            "excludeCredentials": [
                {"type": "public-key", "id": json.loads(registration)["id"], "transports": []}
            ]
        }
        assert site.failure(page, "create", known) == "Known"
    with opened(browser, site, COPIED[name]) as page:
        assert site.failure(page, "get", request | {"timeout": 1000}) == "Failed"
    return {
        "registration": registration,
        "assertions": assertions,
        "publicKey": json.loads(registration)["response"]["publicKey"],
        "creation": creation,
        "request": request,
    }


def check_another_way(browser: Browser, script: str) -> None:
    """Who cannot use a passkey sees no button for it, and the sentence about another way."""
    site = Site(script)
    old = browser.new_context()
    old.add_init_script("delete window.PublicKeyCredential")
    for context in (old, browser.new_context(java_script_enabled=False)):
        page = context.new_page()
        page.route("**/*", site.answer)
        site.show(page, "get", {})
        assert page.get_by_text("Another way").is_visible()
        assert page.get_by_role("button").count() == 0
        context.close()


def check_with_webauthn(made: dict) -> None:
    """The verifier of the package `webauthn`."""
    registered = verify_registration_response(
        credential=made["registration"],
        expected_challenge=websafe_decode(made["creation"]["challenge"]),
        expected_rp_id=DOMAIN,
        expected_origin=ORIGIN,
        require_user_verification=True,
        supported_pub_key_algs=[
            COSEAlgorithmIdentifier(each["alg"]) for each in made["creation"]["pubKeyCredParams"]
        ],
    )
    count = registered.sign_count
    for assertion in made["assertions"]:
        count = verify_authentication_response(
            credential=assertion,
            expected_challenge=websafe_decode(made["request"]["challenge"]),
            expected_rp_id=DOMAIN,
            expected_origin=ORIGIN,
            credential_public_key=registered.credential_public_key,
            credential_current_sign_count=count,
            require_user_verification=True,
        ).new_sign_count


def check_with_fido2(made: dict) -> None:
    """The verifier of the package `fido2`."""
    server = Fido2Server(PublicKeyCredentialRpEntity(id=DOMAIN, name="Koers"))
    state = {"challenge": made["creation"]["challenge"], "user_verification": "required"}
    response = RegistrationResponse.from_dict(json.loads(made["registration"]))
    registered: AttestedCredentialData = server.register_complete(state, response).credential_data
    assert isinstance(registered.public_key, CoseKey)
    state = {"challenge": made["request"]["challenge"], "user_verification": "required"}
    for assertion in made["assertions"]:
        answer = AuthenticationResponse.from_dict(json.loads(assertion))
        server.authenticate_complete(state, [registered], answer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--script", type=Path, required=True, help="the page's own passkey.js")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    parser.add_argument("--check", action="store_true", help="keep nothing")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"]
        )
        check_another_way(browser, options.script.read_text())
        for name in ALGORITHMS:
            made = payload(browser, options.script.read_text(), name)
            check_with_webauthn(made)
            check_with_fido2(made)
            print(f"{name}: webauthn and fido2 agree, Chromium {browser.version}")
            if not options.check:
                kept = {key: made[key] for key in ("registration", "assertions", "publicKey")}
                (HERE / f"{name}.json").write_text(json.dumps(kept, indent=2) + "\n")
        browser.close()


if __name__ == "__main__":
    main()
