"""`ops/bench`: all measurements in one run on one server."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from measure import (
    appends,
    cases,
    disturbances,
    endurance,
    guests,
    http,
    pages,
    peers,
    replays,
    table,
    visibility,
)
from measure.rounds import Outcome
from measure.server import Server, release_folder

PARTS = [
    *(
        "appends",
        "chain",
        "http",
        "slow",
        "disturbances",
        "replays",
        "keys",
        "visibility",
        "tails",
        "pages",
        "narrow",
        "cases",
    ),
    "load",
]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ops/bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side has its turn")
    parser.add_argument("--seconds", type=float, default=3, help="how long each turn takes")
    parser.add_argument("--events", type=int, default=1_000_000, help="events of the small log")
    parser.add_argument("--large", type=int, default=0, help="events of the large log; 0 skips it")
    parser.add_argument("--tail-events", type=int, default=1_000_000, help="events for the readers")
    parser.add_argument("--cases", type=int, default=1_000_000, help="how many cases are many")
    parser.add_argument(
        "--load-seconds",
        type=float,
        default=300,
        help="how long the load lasts that memory is read in",
    )
    parser.add_argument("--seed", type=int, default=1, help="what the simulated history is made of")
    parser.add_argument(
        "--message-db", type=Path, help="the folder database/ of Message DB's source"
    )
    parser.add_argument("--data-dir", type=Path, help="where PostgreSQL keeps its data meanwhile")
    parser.add_argument("--programs", type=Path, help="where koers and koers-bench are")
    parser.add_argument("part", nargs="*", help=f"of {', '.join(PARTS)}; none means all")
    chosen = parser.parse_args()
    for part in chosen.part:
        if part not in PARTS:
            parser.error(f"{part}: not one of {', '.join(PARTS)}")
    return chosen


def main() -> None:
    chosen = options()
    programs = chosen.programs or release_folder()
    folder = chosen.data_dir or Path(tempfile.mkdtemp(prefix="koers-bench-", dir="/var/tmp"))
    folder.mkdir(parents=True, exist_ok=True)
    # PostgreSQL never runs as root, and its user must reach its folder.
    folder.chmod(0o755)
    outcomes: dict[str, Outcome] = {}
    try:
        with Server(folder / "server", programs / "koers-bench") as server:
            for outcome in measure(server, programs, folder, chosen):
                outcomes[outcome.name] = outcome
                print(f"bench: {outcome.name}", file=sys.stderr, flush=True)
    finally:
        # What was measured before something went wrong is worth having, too.
        tell(outcomes, chosen.json)
        if not chosen.data_dir:
            shutil.rmtree(folder, ignore_errors=True)


def tell(outcomes: dict[str, Outcome], file: Path | None) -> None:
    for name, value in table.machine().items():
        print(f"- {name}: {value}")
    print()
    print(table.text(outcomes))
    if file:
        table.write_json(file, outcomes)


def measure(server: Server, programs: Path, folder: Path, chosen: argparse.Namespace):
    """Each part in turn; a part gives its outcomes as it has them."""
    wanted = set(chosen.part or PARTS)
    rounds, seconds = chosen.rounds, chosen.seconds
    koers = programs / "koers"
    appends.prepare(server)
    others = peers.installed(server, chosen.message_db) if wanted & {"appends", "slow"} else {}
    if "appends" in wanted:
        for callers in (1, 8, 32, 128, 256):
            yield appends.at_callers(server, others, callers, rounds, seconds)
        yield appends.together(server, rounds, seconds)
    if "chain" in wanted:
        yield appends.chained(server, rounds, seconds)
    if "slow" in wanted:
        yield appends.on_a_slow_disk(server, others, rounds, seconds)
    if "http" in wanted:
        for callers in (32, 128):
            yield http.commands(koers, server, folder, callers, rounds, seconds)
    if "disturbances" in wanted:
        yield disturbances.with_open_transactions(server, rounds, seconds)
    if "replays" in wanted:
        yield from replaying(koers, server, chosen)
    if "keys" in wanted:
        replays.prepare(koers, server, "bench_keys", chosen.events // 5, chosen.seed)
        yield replays.decrypting(server, "bench_keys", rounds)
    if "visibility" in wanted:
        yield visibility.latencies(server, rounds, seconds)
    if "tails" in wanted:
        figures = visibility.tails(server, chosen.tail_events)
        yield Outcome("tails", {"readers": figures}, rounds=1)
    if "pages" in wanted:
        replays.prepare(koers, server, "bench_pages", 100_000, chosen.seed)
        now, narrow, program = pages.pages(koers, server, "bench_pages", folder, rounds, seconds)
        yield now
        yield narrow
        yield Outcome("program", {"koers": program}, rounds=1)
        replays.prepare(koers, server, "bench_few", 20_000, chosen.seed, programmes=24)
        yield pages.few_programmes(koers, server, "bench_few", folder, rounds, seconds)
    if "narrow" in wanted:
        guests.prepare(server)
        for guest in guests.GUESTS:
            yield guests.compared(server, guest, rounds, seconds)
    if "cases" in wanted:
        yield from cases.compared(koers, server, folder, chosen.cases, chosen.seed, rounds, seconds)
    if "load" in wanted:
        yield endurance.load(koers, server, folder, chosen.load_seconds)


def replaying(koers: Path, server: Server, chosen: argparse.Namespace):
    filled = replays.prepare(koers, server, "bench_small", chosen.events, chosen.seed)
    yield replays.reading(server, "bench_small", chosen.rounds)
    yield replays.rebuilding(server, "bench_small", chosen.rounds)
    sizes = replays.size(server, "bench_small")
    yield Outcome("size per event", {"small log": {**filled, **sizes}}, rounds=1)
    yield replays.projecting(koers, server, chosen.events // 10, chosen.seed, chosen.rounds)
    if chosen.large:
        replays.prepare(koers, server, "bench_large", chosen.large, chosen.seed)
        outcome = replays.rebuilding(server, "bench_large", 1)
        outcome.name = "rebuilding every read model, large log"
        yield outcome


if __name__ == "__main__":
    main()
