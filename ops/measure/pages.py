"""Pages under load: how many a second, and how long each takes, at 64 connections."""

import re
import subprocess
from pathlib import Path

from measure.program import Program
from measure.rounds import Figures, Outcome, alternate
from measure.server import Server

CONNECTIONS = 64

# Of the work everything but one row in 250 belongs to others, so the viewer may see 0.4 % of the
# rows; who the viewer is and what was granted stays where it was.
NARROW = """
DO $$
DECLARE t record;
BEGIN
  FOR t IN
    SELECT m.name || '__v' || m.generation AS folder, m.name || suffix AS name
      FROM es_read_model m, unnest(ARRAY['', '_superseded']) AS suffix
     WHERE EXISTS (
       SELECT FROM pg_policies
        WHERE schemaname = m.name || '__v' || m.generation AND tablename = m.name || suffix
          AND policyname = 'visited')
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
    # The read models are made before: what is measured is the start on what stands there already.
    with Program(koers, server, database, folder):
        pass
    own = folder / "own"
    own.mkdir(exist_ok=True)
    alone = {"seeds": True, "has_own_server": True}
    with Program(koers, server, database, own, **alone):
        pass
    with Program(koers, server, database, own, **alone) as program:
        with_its_server = program.ready_after
    with Program(koers, server, database, folder) as program:
        program_figures = {
            "readySeconds": program.ready_after,
            "readyWithServerSeconds": with_its_server,
            "idleMegabytes": program.resident_megabytes(),
        }
        now = rates(program, server, database, rounds, seconds, "pages")
        program_figures["loadedMegabytes"] = program.resident_megabytes()
    server.sql(database, NARROW)
    server.sql(database, "VACUUM ANALYZE")
    with Program(koers, server, database, folder) as program:
        narrow = rates(program, server, database, rounds, seconds, "pages, narrow viewer")
    return now, narrow, program_figures


def few_programmes(
    koers: Path, server: Server, database: str, folder: Path, rounds: int, seconds: float
) -> Outcome:
    """Every page of an inspectorate that has as many programmes as one does, for who sees all."""
    with Program(koers, server, database, folder) as program:
        return rates(
            program, server, database, rounds, seconds, "pages, few programmes", LONGEST.format("")
        )


# The programme with the longest history, with the position of half the log.
LONGEST = """
SELECT p.key, (SELECT max(last_position) / 2 FROM es_batch)
FROM programme p WHERE organisation = 'bench'
  AND EXISTS (
    SELECT FROM programme_superseded s
    WHERE s.key = p.key AND s.since <= (SELECT max(last_position) / 2 FROM es_batch)){}
ORDER BY (SELECT count(*) FROM history h WHERE h.category = 'programme' AND h.subject = p.key) DESC
LIMIT 1
"""

# The same among those that the narrow viewer may see, so that both viewers ask for one page.
LONGEST_SEEN_BY_ALL = LONGEST.format(" AND hashtext(p.key::text) % 250 = 0")


def rates(
    program: Program,
    server: Server,
    database: str,
    rounds: int,
    seconds: float,
    name: str,
    longest: str = LONGEST_SEEN_BY_ALL,
) -> Outcome:
    cookies = program.cookies("leadership")
    programme, half = server.sql(database, longest).split("|")
    paths = {
        "static": "/assets/koers.css",
        # Ended ones too: a programme that ran then may have ended by now, and both pages show it.
        "portfolio": "/?group=all",
        "programme": f"/programmes/{programme}",
        # Fifty changes, as many as any list shows at a time.
        "list": "/history",
    }
    sides = {
        page: lambda path=path: load(program.address + path, cookies, seconds)
        for page, path in paths.items()
    }
    for page, path in paths.items():
        if page != "static":
            address = f"{program.address}{path}{'&' if '?' in path else '?'}as-of={half}"
            sides[f"{page} as of"] = lambda address=address: load(address, cookies, seconds)
    return alternate(name, rounds, sides)
