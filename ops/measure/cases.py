"""Pages of cases for an inspector of one programme of nine: many cases against a thousand.

One list is that of whoever keeps the records, who sees those of all programmes.
"""

import json
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from urllib.parse import quote_plus

from measure.program import Program
from measure.replays import fill
from measure.rounds import Figures, Outcome, alternate
from measure.server import Server, has_spent

FEW = 1_000

# The inspector of the demonstration sees all. Here that person is given one programme, of those of
# the simulation the one with most cases, and what an inspector of that programme has in hand.
INSPECTOR = "sem"
HANDLES = "inspector"
KEEPS = "records-manager"
PAST_TERM = "list past its term"
NARROW = f"""
DROP TABLE IF EXISTS bench_place;
CREATE TABLE bench_place AS
  SELECT programme FROM case_file WHERE year <= 2025 AND programme IS NOT NULL
  GROUP BY programme ORDER BY count(*) DESC, programme LIMIT 1;
UPDATE case_file SET handlers = ARRAY['{INSPECTOR}'] WHERE handlers = (
  SELECT handlers FROM case_file
  WHERE programme = (SELECT programme FROM bench_place) AND cardinality(handlers) = 1
  GROUP BY handlers ORDER BY count(*) FILTER (WHERE status <> 'closed') DESC, handlers LIMIT 1);
UPDATE role_grant SET grant_given = jsonb_set(grant_given::jsonb, '{{scope}}', jsonb_build_object(
    'programme', jsonb_build_object('id', (SELECT programme FROM bench_place))))::json
  WHERE account = (SELECT key FROM account WHERE person = '{INSPECTOR}');
VACUUM ANALYZE;
"""

# Cases of the programme that its inspectors see, spread over all years: of each the key, the number
# and the party's name.
SAMPLE = """
SELECT key, year || '-' || lpad(serial::text, 7, '0'),
  regexp_replace(split_part(title, ': ', 2), ' (B.V.|VOF|en Zonen)$', '') FROM case_file
WHERE programme = (SELECT programme FROM bench_place) AND status {} 'closed'
  AND confidentiality = 0
ORDER BY hashtext(key::text) LIMIT {}
"""

SCRIPT = """
local digits = "0123456789abcdef"
local function hex(count)
  local made = {{}}
  for index = 1, count do
    local at = math.random(1, 16)
    made[index] = digits:sub(at, at)
  end
  return table.concat(made)
end

function init()
  math.randomseed({seed})
end

local headers = {{
  ["Content-Type"] = "application/x-www-form-urlencoded",
  ["Origin"] = "{origin}",
  ["Sec-Fetch-Site"] = "same-origin",
  ["Cookie"] = "{cookies}",
}}
local paths = {{ {paths} }}
local fields = "{fields}"

function request()
  local path = paths[math.random(1, #paths)]
  if fields == "" then return wrk.format("GET", path, headers) end
  local command = hex(8) .. "-" .. hex(4) .. "-7" .. hex(3) .. "-8" .. hex(3) .. "-" .. hex(12)
  return wrk.format("POST", path, headers, "command=" .. command .. fields)
end

local wanted = fields == "" and 200 or 303
function response(status)
  if status ~= wanted then wrk.thread:stop() print("answered " .. status) end
end
"""


def prepare(
    koers: Path, server: Server, database: str, folder: Path, cases: int, seed: int
) -> Figures:
    """A log with so many cases and its read models; how fast.

    In a folder that is kept (`--data-dir`) the log of an earlier run is used again.
    """
    kept = folder / f"{database}-{cases}-{seed}.json"
    if kept.exists():
        server.measure(database, "prepare", "--read-models")
        return json.loads(kept.read_text())
    figures = make(koers, server, database, cases, seed)
    kept.write_text(json.dumps(figures))
    return figures


def make(koers: Path, server: Server, database: str, cases: int, seed: int) -> Figures:
    server.fresh(database)
    server.measure(database, "prepare")
    written = fill(koers, server, database, f"--cases={cases}", f"--seed={seed}")
    began = time.monotonic()
    made = server.measure(database, "prepare", "--read-models")
    events = int(server.sql(database, "SELECT max(last_position) FROM es_batch"))
    return {
        "cases": float(cases),
        "events": float(events),
        "writtenPerSecond": events / written["seconds"],
        "writingProcessorSeconds": written["serverSeconds"] + written["programSeconds"],
        "writingMegabytes": written["megabytesMost"],
        "projectedPerSecond": events / (time.monotonic() - began),
        "projectingProcessorSeconds": made["serverSeconds"] + made["programSeconds"],
        "projectingMegabytes": made["megabytesMost"],
        "gigabytes": int(server.sql(database, f"SELECT pg_database_size('{database}')")) / 1e9,
    }


class Inspectorate:
    """The program on one of the databases, as its inspector asks it."""

    def __init__(self, koers: Path, server: Server, database: str, folder: Path) -> None:
        self.server = server
        self.database = database
        # The first start brings the people and what the demonstration chooses from.
        folder.mkdir(exist_ok=True)
        with Program(koers, server, database, folder, seeds=True):
            pass
        server.sql(database, NARROW)
        self.closed = self.sample("=", 500)
        self.open = self.sample("<>", 20)
        # Half of a thousand cases still fill a page from there on.
        self.half_way = sorted(number for _, number, _ in self.closed)[len(self.closed) // 2]
        self.programme = server.sql(database, "SELECT programme FROM bench_place")
        self.program = Program(koers, server, database, folder)

    def __enter__(self) -> "Inspectorate":
        self.cookies = {role: self.program.cookies(role) for role in (HANDLES, KEEPS)}
        return self

    def __exit__(self, *_: object) -> None:
        self.program.__exit__()

    def sample(self, comparison: str, count: int) -> list[list[str]]:
        lines = self.server.sql(self.database, SAMPLE.format(comparison, count)).splitlines()
        return [line.split("|") for line in lines]

    def questions(self) -> dict[str, list[str]]:
        """What is asked for, by name: addresses of which one after the other is drawn."""
        of_programme = f"/cases?whose=all&closed=yes&programme={self.programme}"
        return {
            "list": ["/cases?whose=all&closed=yes"],
            "list of programme": [of_programme],
            "list further back": [f"{of_programme}&before={self.half_way}"],
            "own list": ["/cases"],
            "case page": [f"/cases/{key}" for key, _, _ in self.closed],
            "search by name": [f"/cases?q={quote_plus(name)}" for _, _, name in self.closed[:100]],
            "search by common word": ["/cases?q=bakkerij"],
            PAST_TERM: ["/cases/retention"],
            "search by number": [f"/cases?q={number}" for _, number, _ in self.closed],
        }

    def forms(self) -> dict[str, tuple[list[str], str]]:
        """What is saved, by name: addresses and the fields of a form."""
        today = date.today().strftime("%d-%m-%Y")
        logged = f"&version=0&when={today}&kind=unannounced-inspection&summary=Alles+in+orde"
        opened = (
            f"&version=0&title=Melding+van+een+buur&origin=ownObservation&person={INSPECTOR}"
            f"&programme={self.programme}&confidentiality=normal&on={today}"
        )
        return {
            "log an intervention": (
                [f"/cases/{key}/interventions" for key, _, _ in self.open],
                logged,
            ),
            "open a case": (["/cases/new"], opened),
        }

    def ask(
        self, paths: list[str], seconds: float, fields: str = "", role: str = HANDLES
    ) -> Figures:
        """One address after the other for so long, with the processor time that each took."""
        before = self.processor_seconds()
        with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
            script.write(
                SCRIPT.format(
                    origin=self.program.address,
                    cookies=self.cookies[role],
                    seed=time.time_ns() % 2**31,
                    paths=", ".join(f'"{path}"' for path in paths),
                    fields=fields,
                )
            )
            script.flush()
            done = subprocess.run(
                [
                    *("wrk", "--latency", "-t", "1", "-c", "1"),
                    *("-d", f"{round(seconds)}s", "--timeout", "60s"),
                    *("-s", script.name, self.program.address),
                ],
                capture_output=True,
                text=True,
                check=True,
            )
        bad = re.search(r"answered (\d+)", done.stdout)
        if bad:
            raise SystemExit(f"bench: {paths[0]} answered {bad[1]}")
        count = int(re.search(r"(\d+) requests in", done.stdout)[1])
        if not count:
            raise SystemExit(f"bench: {paths[0]} was not answered within {seconds} seconds")
        server, program = (
            (after - earlier) / count * 1000
            for earlier, after in zip(before, self.processor_seconds(), strict=True)
        )
        return {
            "perSecond": float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1]),
            "p50": milliseconds(re.search(r"50%\s+([\d.]+)(us|ms|s)", done.stdout)),
            "p99": milliseconds(re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout)),
            "serverMilliseconds": server,
            "programMilliseconds": program,
            "processorMilliseconds": server + program,
        }

    def processor_seconds(self) -> tuple[float, float]:
        """What PostgreSQL and the program have used."""
        return self.server.processor_seconds(), has_spent(self.program.process.pid)


def milliseconds(found: re.Match[str]) -> float:
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]


def compared(
    koers: Path, server: Server, folder: Path, many: int, seed: int, rounds: int, seconds: float
) -> Iterator[Outcome]:
    """Making the logs, then every page and every form with few cases and with many, in turn."""
    sizes = {"few": FEW, "many": many}
    made = {
        name: prepare(koers, server, f"bench_cases_{name}", folder, cases, seed)
        for name, cases in sizes.items()
    }
    yield Outcome("making cases", made, rounds=1)
    with ExitStack() as stack:
        places = {
            name: stack.enter_context(
                Inspectorate(koers, server, f"bench_cases_{name}", folder / name)
            )
            for name in sizes
        }
        questions = {name: place.questions() for name, place in places.items()}
        asked = {
            f"{question}, {name}": lambda name=name, question=question: places[name].ask(
                questions[name][question],
                seconds,
                role=KEEPS if question == PAST_TERM else HANDLES,
            )
            for question in questions["few"]
            for name in sizes
        }
        forms = {name: place.forms() for name, place in places.items()}
        saved = {
            f"{form}, {name}": lambda name=name, form=form: places[name].ask(
                forms[name][form][0], seconds, forms[name][form][1]
            )
            for form in forms["few"]
            for name in sizes
        }
        yield alternate("pages of cases", rounds, asked)
        yield alternate("saving in cases", rounds, saved)
