"""From an append until its event shows in the read models."""

from measure.disturbances import foreign_writer
from measure.rounds import Outcome, alternate
from measure.server import Server

DATABASE = "bench_live"


def latencies(server: Server, rounds: int, seconds: float) -> Outcome:
    """Idle (ten appends a second), at 2,000, also beside an open transaction, and at 5,000."""
    server.fresh(DATABASE)
    server.measure(DATABASE, "prepare", "--read-models")

    def at(rate: int) -> dict[str, float]:
        # So many that no programme gets its next command before the one before was answered.
        programmes = max(100, rate // 2)
        return server.measure(
            DATABASE,
            "visibility",
            *(f"--rate={rate}", f"--seconds={seconds}", f"--programmes={programmes}"),
        )

    def beside_a_writer() -> dict[str, float]:
        with foreign_writer(server, DATABASE):
            return at(2000)

    return alternate(
        "append to visible",
        rounds,
        {
            "idle": lambda: at(10),
            "2000": lambda: at(2000),
            "2000 beside a writer": beside_a_writer,
            "5000": lambda: at(5000),
        },
    )


def tails(server: Server, events: int) -> dict[str, float]:
    """Eight readers that follow while so many events are appended."""
    server.fresh("bench_tail")
    server.measure("bench_tail", "prepare")
    return server.measure("bench_tail", "tail", f"--events={events}")
