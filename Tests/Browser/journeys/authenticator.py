"""A device that keeps passkeys, as Chromium plays it for a page (WebAuthn over DevTools)."""

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

# A telephone or a laptop whose owner shows a finger or a face; passkeys are found without a name.
OPTIONS = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

MAKES_A_PASSKEY = """async () => {
  await navigator.credentials.create({ publicKey: {
    rp: { id: "localhost", name: "Koers" },
    user: { id: new Uint8Array(32), name: "somebody", displayName: "Somebody" },
    challenge: new Uint8Array(32),
    pubKeyCredParams: [{ type: "public-key", alg: -7 }],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  } });
}"""


@dataclass
class Authenticator:
    """The device of whoever looks at one page."""

    devtools: CDPSession
    identity: str

    @staticmethod
    def of(page: Page) -> "Authenticator":
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        added = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})
        return Authenticator(devtools, added["authenticatorId"])

    @property
    def passkeys(self) -> list[dict]:
        """What it keeps, secret halves included."""
        answer = self.devtools.send("WebAuthn.getCredentials", {"authenticatorId": self.identity})
        return answer["credentials"]

    def take(self, passkey: dict) -> None:
        self.devtools.send(
            "WebAuthn.addCredential", {"authenticatorId": self.identity, "credential": passkey}
        )

    def hand_over(self, other: "Authenticator") -> None:
        """Gives its passkeys to `other`, with how often each was used, and keeps none."""
        for passkey in self.passkeys:
            other.take(passkey)
        self.forget()

    def forget(self) -> None:
        self.devtools.send("WebAuthn.clearCredentials", {"authenticatorId": self.identity})
