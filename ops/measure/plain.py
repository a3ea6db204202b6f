"""The other side of most comparisons: plain PostgreSQL under pgbench."""

import re
import subprocess
import tempfile
from pathlib import Path

from measure.rounds import Figures
from measure.server import PROGRAMS, Server, processor_seconds

PAYLOAD = (
    '{"id":"0199c0de-0000-7000-8000-000000000000",'
    '"indicator":"0199c0de-0000-7000-8000-000000000001",'
    '"measurement":{"source":{"title":"Jaarverslag 2025"},"value":{"number":{"value":"12.5"}}},'
    '"on":"2026-03-02"}'
)

# The columns and the two indexes of the event table, and nothing of what keeps a log in order.
TABLE = """
CREATE TABLE raw_event (
  position bigserial PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  version int NOT NULL,
  type_id int NOT NULL,
  stream_id uuid NOT NULL,
  command_id uuid NOT NULL,
  actor text NOT NULL,
  data json NOT NULL
);
CREATE INDEX raw_event_stream ON raw_event (stream_id, version);
"""

COLUMNS = "version, type_id, stream_id, command_id, actor, data"

ONE_ROW = f"""\\set version random(1, 1000000)
INSERT INTO raw_event ({COLUMNS})
VALUES (:version, 1, gen_random_uuid(), gen_random_uuid(), 'bench', '{PAYLOAD}');
"""

HUNDRED_ROWS = f"""INSERT INTO raw_event ({COLUMNS})
SELECT row.number, 1, gen_random_uuid(), gen_random_uuid(), 'bench', row.data::json
FROM unnest(array_fill('{PAYLOAD}'::text, ARRAY[100])) WITH ORDINALITY AS row(data, number);
"""


def pgbench(server: Server, database: str, script: str, clients: int, seconds: float) -> Figures:
    """Transactions a second, the median of their times, and what PostgreSQL spent on them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "script.sql"
        path.write_text(script)
        before = processor_seconds(server.postmaster())
        done = subprocess.run(
            [
                PROGRAMS[-1] / "pgbench",
                *("-n", "-M", "prepared", "-f", path),
                *(
                    "-c",
                    str(clients),
                    "-j",
                    str(min(clients, 2)),
                    "-T",
                    str(max(1, round(seconds))),
                ),
                *(("-l", f"--log-prefix={folder}/times") if clients == 1 else ()),
                server.to(database),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        server.settle()
        spent = processor_seconds(server.postmaster()) - before
        if done.returncode != 0:
            raise SystemExit(f"bench: pgbench: {done.stderr.strip()}")
        rate = float(re.search(r"tps = ([\d.]+)", done.stdout)[1])
        count = float(re.search(r"actually processed: (\d+)", done.stdout)[1])
        figures = {"perSecond": rate, "count": count, "serverSeconds": spent}
        times = sorted(
            int(line.split()[2]) for log in Path(folder).glob("times*") for line in log.open()
        )
        if times:
            figures["p50"] = times[len(times) // 2] / 1000
            figures["p99"] = times[len(times) * 99 // 100] / 1000
        return figures
