"""Appends while someone else holds a transaction open."""

import subprocess
import time

from measure.appends import LOG
from measure.rounds import Outcome, alternate
from measure.server import PROGRAMS, Server


class Holder:
    """Another client whose transaction stays open as long as the `with` block."""

    def __init__(self, server: Server, database: str, statements: str) -> None:
        self.process = subprocess.Popen(
            [PROGRAMS[-1] / "psql", "-X", "-q", "-A", "-t", server.to(database)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.process.stdin.write(f"{statements}\n\\echo open\n")
        self.process.stdin.flush()
        while self.process.stdout.readline().strip() != "open":
            if self.process.poll() is not None:
                raise SystemExit("bench: psql ended")

    def __enter__(self) -> "Holder":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=60)


def foreign_writer(server: Server, database: str) -> Holder:
    """A transaction that has written something of its own and does not end."""
    statements = "BEGIN; CREATE TEMP TABLE held (n int); INSERT INTO held VALUES (1);"
    return Holder(server, database, statements)


def with_open_transactions(server: Server, rounds: int, seconds: float) -> Outcome:
    """Nobody else; a foreign write transaction; a snapshot that has been open for a minute."""
    many = ("--callers=32", f"--seconds={seconds}")

    def alone() -> dict[str, float]:
        return per_event(server.measure(LOG, "append", *many))

    def beside_a_writer() -> dict[str, float]:
        with foreign_writer(server, LOG):
            return per_event(server.measure(LOG, "append", *many))

    def beside_a_snapshot() -> dict[str, float]:
        statements = "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM es_batch;"
        with Holder(server, LOG, statements):
            # The age of the snapshot is what is measured; appends go on meanwhile.
            opened = time.monotonic()
            while time.monotonic() - opened < 60:
                server.measure(LOG, "append", *many)
            return per_event(server.measure(LOG, "append", *many))

    return alternate(
        "appends beside open transactions",
        rounds,
        {"alone": alone, "writer": beside_a_writer, "snapshot": beside_a_snapshot},
    )


def per_event(figures: dict[str, float]) -> dict[str, float]:
    return {**figures, "serverMicroseconds": figures["serverSeconds"] / figures["count"] * 1e6}
