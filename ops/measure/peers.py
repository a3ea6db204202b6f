"""Other event stores on the same server, where they are installed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from measure.plain import PAYLOAD, pgbench
from measure.rounds import Figures
from measure.server import PROGRAMS, ROOT, Server, processor_seconds

Peer = Callable[[Server, int, float], Figures]

PYTHON = ROOT / ".venv-bench/bin/python"

# The version of a stream's own is not asked for: its fastest form.
WRITE_MESSAGE = f"""\\set stream random(1, 100000)
SELECT message_store.write_message(
  gen_random_uuid()::varchar, 'bench-' || :stream::varchar, 'Noted', '{PAYLOAD}'::jsonb);
"""


def installed(server: Server, message_db: Path | None) -> dict[str, Peer]:
    """Those that are there; says which are not."""
    found: dict[str, Peer] = {}
    if message_db and install_message_db(server, message_db):
        found["message-db"] = lambda server, callers, seconds: pgbench(
            server, "message_store", WRITE_MESSAGE, callers, seconds
        )
    else:
        print(
            "bench: skipped: Message DB (name its folder database/ by --message-db)",
            file=sys.stderr,
        )
    if has_eventsourcing():
        server.fresh("bench_eventsourcing")
        found["eventsourcing"] = eventsourcing
    else:
        print(
            "bench: skipped: eventsourcing (python3 -m venv .venv-bench;"
            " .venv-bench/bin/pip install 'eventsourcing[postgres]')",
            file=sys.stderr,
        )
    return found


def install_message_db(server: Server, folder: Path) -> bool:
    environment = {
        **os.environ,
        "PGHOST": server.parts["host"],
        "PGPORT": server.parts.get("port", "5432"),
        "PGUSER": server.parts["user"],
        "DATABASE_NAME": "message_store",
        "PATH": f"{PROGRAMS[-1]}:{os.environ['PATH']}",
    }
    server.sql("postgres", "DROP DATABASE IF EXISTS message_store WITH (FORCE)")
    done = subprocess.run(
        ["./install.sh"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        print(f"bench: Message DB: {done.stderr.strip()}", file=sys.stderr)
    return done.returncode == 0


def has_eventsourcing() -> bool:
    if not PYTHON.exists():
        return False
    asked = [PYTHON, "-c", "import eventsourcing.postgres"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def version() -> str:
    """Which eventsourcing is compared with, through which driver."""
    if not has_eventsourcing():
        return "not installed"
    asked = (
        "from importlib.metadata import version;"
        "print(version('eventsourcing'), 'through psycopg', version('psycopg'))"
    )
    done = subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def eventsourcing(server: Server, callers: int, seconds: float) -> Figures:
    before = processor_seconds(server.postmaster())
    done = subprocess.run(
        [
            *(PYTHON, ROOT / "ops/measure/eventsourcing_appends.py"),
            *(server.parts["host"], server.parts.get("port", "5432"), server.parts["user"]),
            *(str(callers), str(seconds)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"bench: eventsourcing: {done.stderr.strip()[-2000:]}")
    figures = json.loads(done.stdout.splitlines()[-1])
    return {**figures, "serverSeconds": processor_seconds(server.postmaster()) - before}
