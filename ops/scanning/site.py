"""The program behind a proxy with TLS, and somebody who is signed in there."""

import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from running import Running

CONFIGURATION = Path(__file__).with_name("haproxy.cfg")


class Site:
    """koers with a database of its own behind HAProxy; ends with the `with` block."""

    def __init__(self, program: str, folder: Path) -> None:
        self.koers = Running(program, folder)
        self.port = free_port()
        self.address = f"https://localhost:{self.port}"
        self.proxy = subprocess.Popen(
            ["haproxy", "-db", "-q", "-f", CONFIGURATION],
            env=os.environ
            | {
                "SITE_PORT": str(self.port),
                "SITE_CERTIFICATE": str(certificate(folder)),
                "KOERS_PORT": str(urlsplit(self.koers.koers.address).port),
            },
        )
        wait_for(self.port)

    def __enter__(self) -> "Site":
        return self

    def __exit__(self, *_: object) -> None:
        self.proxy.terminate()
        self.proxy.wait(timeout=30)
        self.koers.stop()

    def cookie(self, role: str) -> str:
        """What a browser sends once somebody in this role has signed in."""
        opener = urllib.request.build_opener(Stay)
        with opener.open(self.koers.koers.sign_in[role]) as answer:
            cookies = answer.headers.get_all("Set-Cookie") or []
        found = [re.match(r"__Host-koers=[^;]+", cookie) for cookie in cookies]
        return next(cookie[0] for cookie in found if cookie)

    def status(self, path: str, cookie: str) -> int:
        """What the program answers to who brings the cookie, past the proxy."""
        request = urllib.request.Request(
            self.koers.koers.address + path, headers={"Cookie": cookie}
        )
        try:
            with urllib.request.build_opener(Stay).open(request) as answer:
                return answer.status
        except urllib.error.HTTPError as refusal:
            return refusal.code


class Stay(urllib.request.HTTPRedirectHandler):
    """Takes an answer that leads elsewhere as the answer."""

    def http_error_303(self, req, fp, code, msg, headers):  # noqa: ARG002
        return fp


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def certificate(folder: Path) -> Path:
    """A certificate for this machine that nobody else trusts, with its key."""
    file = folder / "site.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "200", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-keyout", folder / "site.key", "-out", folder / "site.crt"),
        ],
        check=True,
        capture_output=True,
    )
    file.write_text((folder / "site.crt").read_text() + (folder / "site.key").read_text())
    return file


def wait_for(port: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("scan: haproxy did not start")
