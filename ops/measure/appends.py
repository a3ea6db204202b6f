"""Durable appends against plain INSERTs and against other event stores."""

from measure.plain import HUNDRED_ROWS, ONE_ROW, TABLE, pgbench
from measure.rounds import Outcome, alternate
from measure.server import Server

LOG = "bench_log"
PLAIN = "bench_plain"


def prepare(server: Server) -> None:
    server.fresh(LOG)
    server.fresh(PLAIN)
    server.sql(PLAIN, TABLE)
    server.measure(LOG, "prepare")


def at_callers(server: Server, peers: dict, callers: int, rounds: int, seconds: float) -> Outcome:
    """Raw appends, whole commands, plain INSERTs and whatever peers are installed, by so many."""
    many = (f"--callers={callers}", f"--seconds={seconds}")
    sides = {
        "plain": lambda: pgbench(server, PLAIN, ONE_ROW, callers, seconds),
        "append": lambda: server.measure(LOG, "append", *many),
        "command": lambda: server.measure(LOG, "decide", *many),
    }
    for name, peer in peers.items():
        sides[name] = lambda peer=peer: peer(server, callers, seconds)
    outcome = alternate(f"appends at {callers}", rounds, sides)
    for figures in outcome.sides.values():
        if "serverSeconds" in figures:
            figures["serverMicroseconds"] = figures["serverSeconds"] / figures["count"] * 1e6
    return outcome


def on_a_slow_disk(server: Server, peers: dict, rounds: int, seconds: float) -> Outcome:
    """The same at 32 callers when every flush waits."""
    server.slow_disk(True)
    try:
        outcome = at_callers(server, peers, 32, rounds, seconds)
    finally:
        server.slow_disk(False)
    outcome.name = "appends at 32, slow disk"
    return outcome


WITHOUT_CHAIN = """
CREATE OR REPLACE FUNCTION chain_link(p_previous bytea, p_root bytea, p_recorded_at timestamptz)
RETURNS bytea LANGUAGE sql STABLE AS $$ SELECT p_root $$;
"""


def chained(server: Server, rounds: int, seconds: float) -> Outcome:
    """Appends with the hash chain and, in a database whose chain_link does nothing, without.

    So small a difference shows only over many turns.
    """
    bare = f"{LOG}_unchained"
    server.fresh(bare)
    server.measure(bare, "prepare")
    server.sql(bare, WITHOUT_CHAIN)
    many = ("--callers=32", f"--seconds={seconds}")
    outcome = alternate(
        "hash chain at 32",
        rounds * 5,
        {
            "with": lambda: server.measure(LOG, "append", *many),
            "without": lambda: server.measure(bare, "append", *many),
        },
    )
    for figures in outcome.sides.values():
        figures["serverMicroseconds"] = figures["serverSeconds"] / figures["count"] * 1e6
    return outcome


def together(server: Server, rounds: int, seconds: float) -> Outcome:
    """A hundred commands in one batch against one INSERT of a hundred rows."""

    def plain() -> dict[str, float]:
        figures = pgbench(server, PLAIN, HUNDRED_ROWS, 1, seconds)
        return {**figures, "perSecond": figures["perSecond"] * 100}

    def batch() -> dict[str, float]:
        figures = server.measure(LOG, "together", "--commands=100", f"--seconds={seconds}")
        return {**figures, "perSecond": figures["commandsPerSecond"]}

    return alternate("a hundred together", rounds, {"plain": plain, "append": batch})
