"""Pages under load: how many a second, and how long each takes, at 64 connections."""

import re
import subprocess
from pathlib import Path

from measure.program import Program
from measure.rounds import Figures, Outcome, alternate
from measure.server import Server

CONNECTIONS = 64

# Everything but one row in 250 belongs to others, so the viewer may see 0.4 % of the rows.
NARROW = """
DO $$
DECLARE t record;
BEGIN
  FOR t IN
    SELECT m.name || '__v' || m.generation AS folder, m.name || suffix AS name
      FROM es_read_model m, unnest(ARRAY['', '_superseded']) AS suffix
  LOOP
    EXECUTE format(
      'UPDATE %I.%I SET organisation = ''elsewhere''
       WHERE hashtext(coalesce(programme::text, key::text)) %% 250 <> 0',
      t.folder, t.name);
  END LOOP;
END $$;
"""


def load(address: str, cookies: str, seconds: float) -> Figures:
    done = subprocess.run(
        [
            *("wrk", "--latency", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{round(seconds)}s"),
            *("-H", f"Cookie: {cookies}", address),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", done.stdout)
    if bad:
        raise SystemExit(f"bench: {address}: {bad[1]} answers were not pages")
    return {
        "perSecond": float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1]),
        "p50": milliseconds(re.search(r"50%\s+([\d.]+)(us|ms|s)", done.stdout)),
        "p99": milliseconds(re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout)),
    }


def milliseconds(found: re.Match[str]) -> float:
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]


def pages(
    koers: Path, server: Server, database: str, folder: Path, rounds: int, seconds: float
) -> tuple[Outcome, Outcome, Figures]:
    """Every page now and as of half the log; the same for a narrow viewer; memory and start-up."""
    with Program(koers, server, database, folder) as program:
        idle = program.resident_megabytes()
        now = rates(program, server, database, rounds, seconds, "pages")
        loaded = program.resident_megabytes()
        started = program.ready_after
    server.sql(database, NARROW)
    server.sql(database, "VACUUM ANALYZE")
    with Program(koers, server, database, folder) as program:
        narrow = rates(program, server, database, rounds, seconds, "pages, narrow viewer")
    return now, narrow, {"idleMegabytes": idle, "loadedMegabytes": loaded, "readySeconds": started}


def rates(
    program: Program, server: Server, database: str, rounds: int, seconds: float, name: str
) -> Outcome:
    cookies = program.cookies("leadership")
    # The programme with the longest history among those that the viewer may see.
    programme, half = server.sql(
        database,
        """
        SELECT p.key, (SELECT max(last_position) / 2 FROM es_batch)
        FROM programme p WHERE organisation = 'bench'
          AND since > (SELECT max(last_position) / 2 FROM es_batch)
        ORDER BY version DESC LIMIT 1
        """,
    ).split("|")
    paths = {
        "static": "/assets/koers.css",
        "portfolio": "/",
        "programme": f"/programmes/{programme}",
        "list": "/signals",
    }
    sides = {
        page: lambda path=path: load(program.address + path, cookies, seconds)
        for page, path in paths.items()
    }
    for page, path in paths.items():
        if page != "static":
            address = f"{program.address}{path}?as-of={half}"
            sides[f"{page} as of"] = lambda address=address: load(address, cookies, seconds)
    return alternate(name, rounds, sides)
