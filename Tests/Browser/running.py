"""The program itself: started as its users start it, on data of its own."""

import os
import queue
import re
import socket
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """The environment without what would set Koers up otherwise."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("KOERS_") and name != "DATABASE_URL"
    }


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@dataclass
class Koers:
    """One running program: where it answers and how each demo person signs in."""

    program: str
    data: Path
    address: str = ""
    sign_in: dict[str, str] = field(default_factory=dict)

    def run(self, *command: str) -> str:
        """Runs another command of the program on the same data; it must end well."""
        done = subprocess.run(
            [self.program, *command, "--data-dir", str(self.data)],
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def tell_database(self, statement: str) -> None:
        """Has the private server carry out SQL as its owner, which no page can."""
        (psql,) = sorted(Path("/usr/lib/postgresql").glob("*/bin/psql"))[-1:]
        directory = self.data / "socket"
        note = self.data / "socket-directory"
        if note.exists():
            directory = Path(note.read_text().strip())
        subprocess.run(
            [psql, "-qX", "-v", "ON_ERROR_STOP=1", "-c", statement],
            env={
                **os.environ,
                "PGHOST": str(directory),
                "PGPORT": "5432",
                "PGUSER": "koers",
                "PGDATABASE": "koers",
            },
            check=True,
            capture_output=True,
            text=True,
        )


class Running:
    """Starts `koers serve` and reads what it prints until it is ready.

    Unless told otherwise it finds a port by itself: it then has no address beforehand, to which
    passkeys could belong.
    """

    def __init__(self, program: str, directory: Path, port: int = 0) -> None:
        self.koers = Koers(program, directory / "data")
        self.log = directory / "koers.log"
        self.lines: queue.Queue[str | None] = queue.Queue()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    *[program, "serve", "--demo", "--port", str(port)],
                    # One visitor asks here what many do elsewhere.
                    *["--requests-per-minute", "0", "--data-dir", str(self.koers.data)],
                ],
                cwd=ROOT,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        threading.Thread(target=self._read, daemon=True).start()
        self._wait_until_ready()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.strip())
        self.lines.put(None)

    def _wait_until_ready(self) -> None:
        while line := self.lines.get(timeout=120):
            if match := re.fullmatch(r"sign-in (\S+) (\S+)", line):
                self.koers.sign_in[match[1]] = match[2]
            elif match := re.fullmatch(r"ready (\S+)", line):
                self.koers.address = match[1].rstrip("/")
                return
        raise RuntimeError(f"koers ended before it was ready:\n{self.log.read_text()}")

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=60)
