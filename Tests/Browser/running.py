"""The program itself: started as its users start it, on data of its own."""

import os
import queue
import re
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


class Running:
    """Starts `koers serve` on a free port and reads what it prints until it is ready."""

    def __init__(self, program: str, directory: Path) -> None:
        self.koers = Koers(program, directory / "data")
        self.log = directory / "koers.log"
        self.lines: queue.Queue[str | None] = queue.Queue()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    *[program, "serve", "--demo", "--port", "0"],
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
