"""The one PostgreSQL that everything is measured on, and the programs that measure."""

import base64
import json
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))


def release_folder() -> Path:
    """Where `swift build -c release` puts what it makes."""
    shown = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(shown.stdout.strip())


class Server:
    """A private PostgreSQL as Koers runs its own; ends with the `with` block."""

    def __init__(self, directory: Path, bench: Path) -> None:
        self.bench = bench
        self.process = subprocess.Popen(
            [bench, "server", "--data-dir", str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.connection = (self.process.stdout.readline() or "").strip()
        if not self.connection:
            raise SystemExit("bench: the private PostgreSQL did not start")
        self.data = directory / "data"
        self.parts = dict(part.split("=", 1) for part in shlex.split(self.connection))

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=120)

    def to(self, database: str) -> str:
        """The connection string of another database of the server."""
        parts = {**self.parts, "dbname": database}
        return " ".join(f"{name}='{value}'" for name, value in parts.items())

    def environment(self, database: str) -> dict[str, str]:
        """What koers is told of a database, with the key that koers-bench wraps keys by too."""
        others = {
            name: value for name, value in os.environ.items() if not name.startswith("KOERS_")
        }
        return {
            **others,
            "DATABASE_URL": self.to(database),
            "KOERS_KEY_ENCRYPTION_KEY": base64.b64encode(b"\x01" * 32).decode(),
        }

    def sql(self, database: str, text: str) -> str:
        """What psql answers, without ornament."""
        done = subprocess.run(
            [
                PROGRAMS[-1] / "psql",
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                self.to(database),
            ],
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise SystemExit(f"bench: psql: {done.stderr.strip()}")
        return done.stdout.strip()

    def fresh(self, database: str) -> None:
        """An empty database of this name."""
        self.sql("postgres", f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        self.sql("postgres", f"CREATE DATABASE {database}")

    def slow_disk(self, is_slow: bool) -> None:
        """Makes every flush wait 1.5 ms, as on a disk across a network."""
        for name, value in (("commit_delay", "1500"), ("commit_siblings", "0")):
            change = f"SET {name} = {value}" if is_slow else f"RESET {name}"
            self.sql("postgres", f"ALTER SYSTEM {change}")
        self.sql("postgres", "SELECT pg_reload_conf()")

    def measure(self, database: str, *command: str) -> dict[str, float]:
        """One measurement of koers-bench, with the processor time PostgreSQL spent on it."""
        before = self.processor_seconds()
        with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complained:
            process = subprocess.Popen(
                [self.bench, *command, "--database", self.to(database), "--home", str(ROOT)],
                stdout=said,
                stderr=complained,
            )
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            complained.seek(0)
            if process.returncode != 0:
                raise SystemExit(f"bench: {' '.join(command)}: {complained.read().strip()[-2000:]}")
            figures = json.loads(said.read().strip().splitlines()[-1])
        figures["megabytesMost"] = used.ru_maxrss / 1024
        figures["programSeconds"] = used.ru_utime + used.ru_stime
        self.settle()
        figures["serverSeconds"] = self.processor_seconds() - before
        return figures

    def settle(self) -> None:
        """Waits until the clients' processes have ended: only then their time counts."""
        end = time.monotonic() + 10
        while (
            time.monotonic() < end
            and self.sql(
                "postgres",
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                " AND pid <> pg_backend_pid() AND application_name <> 'psql'",
            )
            != "0"
        ):
            time.sleep(0.02)

    def processor_seconds(self) -> float:
        """User and system time of all of PostgreSQL, up to now."""
        return processor_seconds(self.postmaster())

    def postmaster(self) -> int:
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])


TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(parent: int) -> float:
    """User and system time of a process, its children, and those of them that have ended."""
    total = ticks(parent)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and parent_of(entry) == parent:
            total += ticks(int(entry.name), with_ended=False)
    return total / TICKS


def has_spent(process: int) -> float:
    """User and system time of one process."""
    return ticks(process, with_ended=False) / TICKS


def fields(entry: Path) -> list[str]:
    try:
        return (entry / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def parent_of(entry: Path) -> int | None:
    found = fields(entry)
    return int(found[1]) if found else None


def ticks(process: int, with_ended: bool = True) -> int:
    found = fields(Path("/proc") / str(process))
    if not found:
        return 0
    return sum(int(value) for value in found[11 : 15 if with_ended else 13])


def has(program: str) -> bool:
    return shutil.which(program) is not None
