"""The log read, rebuilt and projected, against a plain COPY of its events."""

import os
import subprocess
import time
from pathlib import Path

from measure.rounds import Outcome, alternate
from measure.server import ROOT, Server


def simulate(
    koers: Path, server: Server, database: str, events: int, seed: int, programmes: int = 0
) -> dict[str, float]:
    """Fills the log with a made-up history, of at most so many programmes if any; how fast."""
    history = [f"--events={events}", f"--seed={seed}"]
    if programmes:
        history.append(f"--programmes={programmes}")
    filled = fill(koers, server, database, *history)
    return {"count": float(events), "perSecond": events / filled["seconds"], **filled}


def fill(koers: Path, server: Server, database: str, *history: str) -> dict[str, float]:
    """Fills the log with the history that the options say; what that took."""
    started, spent = time.monotonic(), server.processor_seconds()
    process = subprocess.Popen(
        [
            *(koers, "simulate", *history, "--into-existing"),
            *("--without-read-models", "--organisation", "bench"),
        ],
        cwd=ROOT,
        env=server.environment(database),
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"bench: koers simulate {' '.join(history)} failed")
    server.settle()
    return {
        "seconds": time.monotonic() - started,
        "serverSeconds": server.processor_seconds() - spent,
        "programSeconds": used.ru_utime + used.ru_stime,
        "megabytesMost": used.ru_maxrss / 1024,
    }


def prepare(
    koers: Path, server: Server, database: str, events: int, seed: int, programmes: int = 0
) -> dict[str, float]:
    server.fresh(database)
    server.measure(database, "prepare")
    return simulate(koers, server, database, events, seed, programmes)


def reading(server: Server, database: str, rounds: int) -> Outcome:
    return alternate(
        "reading the log",
        rounds,
        {
            "copy": lambda: server.measure(database, "read", "--form=rows"),
            "replay": lambda: server.measure(database, "read", "--form=events"),
        },
    )


def rebuilding(server: Server, database: str, rounds: int) -> Outcome:
    server.measure(database, "prepare", "--read-models")
    return alternate(
        "rebuilding every read model",
        rounds,
        {
            "copy": lambda: server.measure(database, "read", "--form=rows"),
            "rebuild": lambda: server.measure(database, "rebuild"),
        },
    )


def decrypting(server: Server, database: str, rounds: int) -> Outcome:
    """Every read model made anew from encrypted events, and from the same in clear."""
    plain = "bench_clear"
    server.fresh(plain)
    server.measure(plain, "prepare")
    server.measure(plain, "clear", f"--source={server.to(database)}")
    # Once the events are there: what is made anew goes as far as what is shown.
    for each in (plain, database):
        server.measure(each, "prepare", "--read-models")
    return alternate(
        "making read models of encrypted events",
        rounds,
        {
            "clear": lambda: server.measure(plain, "rebuild"),
            "encrypted": lambda: server.measure(database, "rebuild"),
        },
    )


def projecting(koers: Path, server: Server, events: int, seed: int, rounds: int) -> Outcome:
    """The live projection of events that were appended while nothing projected."""

    def once() -> dict[str, float]:
        server.fresh("bench_live")
        server.measure("bench_live", "prepare", "--read-models")
        simulate(koers, server, "bench_live", events, seed)
        return server.measure("bench_live", "project")

    return alternate("live projection", rounds, {"project": once})


def size(server: Server, database: str) -> dict[str, float]:
    """Bytes in the database for each event: the log's own tables, and the read models'."""
    log, models, count = (
        float(value)
        for value in server.sql(
            database,
            """
            SELECT sum(pg_total_relation_size(c.oid)) FILTER (WHERE n.nspname = 'public'),
              coalesce(sum(pg_total_relation_size(c.oid)) FILTER (WHERE n.nspname <> 'public'), 0),
              (SELECT max(last_position) FROM es_batch)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND (n.nspname = 'public' OR n.nspname LIKE '%\\_\\_v%')
            """,
        ).split("|")
    )
    return {"logBytes": log / count, "readModelBytes": models / count}
