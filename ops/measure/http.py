"""Whole commands over HTTP: a form comes in, is decided on, recorded and answered."""

import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure.appends import PLAIN
from measure.plain import ONE_ROW, pgbench
from measure.program import Program
from measure.rounds import Figures, Outcome, alternate
from measure.server import Server

DATABASE = "bench_http"

# Every request opens another exploration: a form of its own command, as a browser sends it.
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

local thread = 0
function setup(t)
  t:set("seed", thread)
  thread = thread + 1
end

function init()
  math.randomseed(os.time() * 1000 + seed)
end

local headers = {{
  ["Content-Type"] = "application/x-www-form-urlencoded",
  ["Origin"] = "{origin}",
  ["Sec-Fetch-Site"] = "same-origin",
  ["Cookie"] = "{cookies}",
}}

function request()
  local command = hex(8) .. "-" .. hex(4) .. "-7" .. hex(3) .. "-8" .. hex(3) .. "-" .. hex(12)
  return wrk.format("POST", "{path}", headers, "command=" .. command .. "{fields}")
end

local others = 0
function response(status)
  if status ~= 303 then others = others + 1 end
end
"""

FIELDS = "&version=0&title=Zicht+op+gewas&origin=ibraRisk&on=2-3-2026"


def commands(
    koers: Path, server: Server, folder: Path, callers: int, rounds: int, seconds: float
) -> Outcome:
    server.fresh(DATABASE)
    server.measure(DATABASE, "prepare", "--read-models")
    with Program(koers, server, DATABASE, folder) as program:
        sides = {
            "plain": lambda: pgbench(server, PLAIN, ONE_ROW, callers, seconds),
            "http": lambda: posts(program, server, callers, seconds),
        }
        return alternate(f"commands over HTTP at {callers}", rounds, sides)


def posts(program: Program, server: Server, callers: int, seconds: float) -> Figures:
    """Accepted forms a second; what was accepted is counted in the log itself."""
    before = head(server)
    with posting(program, callers, seconds) as process:
        said, _ = process.communicate()
    if process.returncode != 0:
        raise SystemExit("bench: wrk failed")
    written = head(server) - before
    answered = int(re.search(r"(\d+) requests in", said)[1])
    if written < answered * 0.95:
        raise SystemExit(f"bench: of {answered} forms {written} were recorded")
    elapsed = float(re.search(r"requests in ([\d.]+)s", said)[1])
    return {"perSecond": written / elapsed, "count": float(written)}


@contextmanager
def posting(program: Program, callers: int, seconds: float) -> Iterator[subprocess.Popen]:
    """A browser for each caller that sends one form after another."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(
            SCRIPT.format(
                origin=program.address,
                cookies=program.cookies("programme-manager"),
                path="/explorations/new",
                fields=FIELDS,
            )
        )
        script.flush()
        yield subprocess.Popen(
            [
                *("wrk", "--latency", "-t", "1", "-c", str(callers), "-d", f"{round(seconds)}s"),
                *("-s", script.name, program.address),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )


def head(server: Server) -> int:
    return int(server.sql(DATABASE, "SELECT coalesce(max(last_position), 0) FROM es_batch"))
