"""Whether the program stays as large as it was while it is used for long."""

import subprocess
import time
from pathlib import Path

from measure.http import DATABASE, posting
from measure.pages import CONNECTIONS
from measure.program import Program
from measure.rounds import Outcome
from measure.server import Server

QUARTERS = ("start", "quarter", "half", "threeQuarters", "end")

# Until then caches fill, connections are made and the first time limits of requests run out, which
# is no leak; at the end something is left over for whoever is late.
WARM_UP = 0.1


def load(koers: Path, server: Server, folder: Path, seconds: float) -> Outcome:
    """Forms and pages for so long; how large the program is at the start, each quarter and the end.

    The log grows all the while, so the pages asked for are those whose size does not.
    """
    server.fresh(DATABASE)
    server.measure(DATABASE, "prepare", "--read-models")
    with (
        Program(koers, server, DATABASE, folder) as program,
        posting(program, 8, seconds) as writing,
        reading(program, seconds) as looking,
    ):
        sizes = measured(program, seconds)
        for process in (writing, looking):
            # The last sample is taken before the load ends.
            if process.wait(timeout=seconds * WARM_UP + 120) != 0:
                raise SystemExit(f"bench: load: {process.args[0]} failed")
    return Outcome("memory under load", {"koers": sizes}, rounds=1)


def reading(program: Program, seconds: float) -> subprocess.Popen:
    cookies = program.cookies("leadership")
    return subprocess.Popen(
        [
            *("wrk", "-t", "1", "-c", str(CONNECTIONS // 8), "-d", f"{round(seconds)}s"),
            *("-H", f"Cookie: {cookies}", f"{program.address}/"),
        ],
        stdout=subprocess.DEVNULL,
    )


def measured(program: Program, seconds: float) -> dict[str, float]:
    begun = time.monotonic() + seconds * WARM_UP
    step = seconds * (1 - 2 * WARM_UP) / (len(QUARTERS) - 1)
    sizes = {}
    for number, quarter in enumerate(QUARTERS):
        time.sleep(max(0.0, begun + step * number - time.monotonic()))
        sizes[f"{quarter}Megabytes"] = program.resident_megabytes()
    return {**sizes, "seconds": seconds}
