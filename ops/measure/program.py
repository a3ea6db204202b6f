"""The program itself, serving a simulated history from the bench's PostgreSQL."""

import re
import subprocess
import time
from pathlib import Path

from measure.server import ROOT, Server


class Program:
    """`koers serve` on a free port; ends with the `with` block."""

    def __init__(
        self,
        koers: Path,
        server: Server,
        database: str,
        folder: Path,
        seeds: bool = False,
        has_own_server: bool = False,
    ) -> None:
        environment = server.environment(database)
        if has_own_server:
            del environment["DATABASE_URL"]
        started = time.monotonic()
        self.errors = (folder / "koers.log").open("ab")
        self.process = subprocess.Popen(
            [
                *(koers, "serve", "--demo", "--port", "0"),
                *([] if seeds else ["--no-seed"]),
                # One session asks here what hundreds do elsewhere.
                *("--requests-per-minute", "0", "--organisation", "bench"),
                *("--data-dir", str(folder / "program")),
            ],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )
        self.sign_in: dict[str, str] = {}
        self.address = ""
        for line in self.process.stdout:
            if line.startswith("sign-in "):
                _, role, address = line.split()
                self.sign_in[role] = address
            if line.startswith("ready "):
                self.address = line.split()[1]
                break
        if not self.address:
            raise SystemExit(f"bench: koers did not start: {self.errors.name}")
        self.ready_after = time.monotonic() - started

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)
        self.errors.close()

    def cookies(self, role: str) -> str:
        """What a browser sends once somebody in this role has signed in."""
        done = subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-D", "-", self.sign_in[role]],
            capture_output=True,
            text=True,
            check=True,
        )
        return "; ".join(re.findall(r"(?im)^set-cookie: ([^;]+)", done.stdout))

    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
