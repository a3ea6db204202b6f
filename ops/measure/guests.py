"""Lists and counts for who may see 4,000 of 1,000,000 rows, against a table of just those 4,000."""

from dataclasses import dataclass

from measure.rounds import Figures, Outcome, alternate
from measure.server import Server

WIDE = "bench_wide"
ROWS = 1_000_000
SEEN = 4_000

# Every other row belongs to one of the large programmes, the rest to a small one, in turn:
# the rows of one programme lie as far apart as they do when everybody works at once.
LARGE = ROWS // 2 // SEEN
SMALL_SEEN = 20
SMALL = ROWS // 2 // (SEEN // SMALL_SEEN)

FILL = f"""
INSERT INTO history__v1.history
SELECT position, position, 'bench', programme, 0, 'programme', programme, version,
  'p' || position % 40, gen_random_uuid(),
  '2026-01-01'::timestamptz + position * interval '7 seconds',
  '2026-01-01'::date + (position / 12343)::int,
  '{{"payload":{{"id":"c56d8e18-c042-8081-8adb-c064514d43b4","on":"2026-01-01",
    "text":"Minder klachten over een onderwerp van de inspectie"}},"schema":1,
    "type":"programme.goalSet"}}'
FROM generate_series(1, {ROWS}) AS position,
  LATERAL (SELECT position / 2 AS turn) AS t,
  LATERAL (SELECT
    CASE WHEN position % 2 = 0 THEN turn % {LARGE} ELSE {LARGE} + turn % {SMALL} END AS nth,
    CASE WHEN position % 2 = 0 THEN turn / {LARGE} ELSE turn / {SMALL} END + 1 AS version) AS p,
  LATERAL (SELECT ('00000000-0000-7000-8000-' || lpad(nth::text, 12, '0'))::uuid AS programme) AS n
"""


def programme(nth: int) -> str:
    return f"00000000-0000-7000-8000-{nth:012}"


@dataclass
class Guest:
    """Somebody who may see 4,000 rows, and the database that holds those alone."""

    name: str
    database: str
    programmes: list[str]


GUESTS = [
    Guest("one programme", "bench_few_one", [programme(1)]),
    Guest(
        "twenty programmes",
        "bench_few_twenty",
        [programme(LARGE + 1 + nth) for nth in range(SMALL_SEEN)],
    ),
]


def prepare(server: Server) -> None:
    """The read models as koers makes them: with all rows, and with those of each guest alone."""
    for database in (WIDE, *(guest.database for guest in GUESTS)):
        server.fresh(database)
        server.measure(database, "prepare", "--read-models")
    server.sql(WIDE, FILL)
    for guest in GUESTS:
        seen = ", ".join(f"'{name}'" for name in guest.programmes)
        server.sql(guest.database, f"{FILL} WHERE programme IN ({seen})")
    for database in (WIDE, *(guest.database for guest in GUESTS)):
        server.sql(database, "VACUUM ANALYZE")


def compared(server: Server, guest: Guest, rounds: int, seconds: float) -> Outcome:
    """A guest's first page, a page half-way and the count, on each of the two tables."""

    def ask(database: str, form: str) -> Figures:
        figures = server.measure(
            database,
            *("narrow", f"--form={form}", f"--before={ROWS // 2}", f"--seconds={seconds}"),
            *guest.programmes,
        )
        if figures["rows"] != (SEEN if form == "count" else 50):
            raise SystemExit(f"bench: {form} of {guest.name} gave {figures['rows']:g} rows")
        figures["serverMicroseconds"] = figures["serverSeconds"] / figures["count"] * 1_000_000
        return figures

    sides = {
        f"{form}, {size}": lambda database=database, form=form: ask(database, form)
        for form in ("first", "deep", "count")
        for size, database in (("of all", WIDE), ("alone", guest.database))
    }
    return alternate(f"narrow, {guest.name}", rounds, sides)
