"""A key pair as openssl makes it, and its public half as a provider wants it registered."""

import base64
import hashlib
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path


def base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def openssl(*arguments: str, content: bytes | None = None) -> bytes:
    done = subprocess.run(["openssl", *arguments], input=content, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@dataclass
class KeyPair:
    """A key on the curve P-256, which signs with ES256."""

    private: bytes
    """PKCS#8 in PEM."""

    @classmethod
    def new(cls) -> "KeyPair":
        return cls(openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"))

    @property
    def public(self) -> bytes:
        """In PEM."""
        return openssl("pkey", "-pubout", content=self.private)

    @property
    def members(self) -> dict[str, str]:
        """The public members, named by their thumbprint (RFC 7638)."""
        # The last 64 bytes of the key in DER are its coordinates.
        point = openssl("pkey", "-pubout", "-outform", "DER", content=self.private)[-64:]
        key = {
            "crv": "P-256",
            "kty": "EC",
            "x": base64url(point[:32]),
            "y": base64url(point[32:]),
        }
        name = hashlib.sha256(json.dumps(key, separators=(",", ":")).encode()).digest()
        return key | {"alg": "ES256", "kid": base64url(name), "use": "sig"}

    def write(self, path: Path) -> Path:
        path.touch(mode=0o600)
        path.write_bytes(self.private)
        return path
