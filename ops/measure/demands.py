"""What is to be reached, as ratios within one run, and what was."""

from collections.abc import Callable
from dataclasses import dataclass

from measure.rounds import Outcome


@dataclass
class Demand:
    """A ratio and the bound it should keep."""

    text: str
    bound: float
    is_least: bool
    found: Callable[[dict[str, Outcome]], float]

    def line(self, outcomes: dict[str, Outcome]) -> tuple[str, float | None, bool | None]:
        """The text, the figure (nothing when it was not measured) and whether the bound is kept."""
        try:
            figure = self.found(outcomes)
        except (KeyError, ZeroDivisionError):
            return self.text, None, None
        return self.text, figure, figure >= self.bound if self.is_least else figure <= self.bound


def least(text: str, bound: float, found: Callable[[dict[str, Outcome]], float]) -> Demand:
    return Demand(f"{text}: at least {bound:g}", bound, True, found)


def most(text: str, bound: float, found: Callable[[dict[str, Outcome]], float]) -> Demand:
    return Demand(f"{text}: at most {bound:g}", bound, False, found)


def rate(name: str, above: str, below: str) -> Callable[[dict[str, Outcome]], float]:
    return lambda all: all[name].ratio(above, below)


def figure(name: str, side: str, what: str) -> Callable[[dict[str, Outcome]], float]:
    return lambda all: all[name].sides[side][what]


def processor(callers: int) -> Callable[[dict[str, Outcome]], float]:
    return lambda all: all[f"appends at {callers}"].ratio("append", "plain", "serverMicroseconds")


SLOW = "appends at 32, slow disk"
BESIDE = "appends beside open transactions"

DEMANDS = [
    least(
        "raw append against plain INSERT, 32 callers", 0.9, rate("appends at 32", "append", "plain")
    ),
    least(
        "raw append against plain INSERT, 128 callers",
        2.2,
        rate("appends at 128", "append", "plain"),
    ),
    most(
        "raw append against plain INSERT, one caller, median time",
        1.6,
        lambda all: all["appends at 1"].ratio("append", "plain", "p50"),
    ),
    least(
        "whole path over HTTP against plain INSERT, 32 callers",
        0.5,
        rate("commands over HTTP at 32", "http", "plain"),
    ),
    least(
        "whole path over HTTP against plain INSERT, 128 callers",
        1.0,
        rate("commands over HTTP at 128", "http", "plain"),
    ),
    least(
        "raw append against Message DB, 32 callers",
        5,
        rate("appends at 32", "append", "message-db"),
    ),
    least(
        "raw append against eventsourcing, 32 callers",
        12,
        rate("appends at 32", "append", "eventsourcing"),
    ),
    least(
        "slow disk: raw append against plain INSERT, 32 callers", 0.6, rate(SLOW, "append", "plain")
    ),
    least(
        "slow disk: raw append against Message DB, 32 callers",
        10,
        rate(SLOW, "append", "message-db"),
    ),
    least(
        "slow disk: raw append against eventsourcing, 32 callers",
        10,
        rate(SLOW, "append", "eventsourcing"),
    ),
    most(
        "PostgreSQL's processor time per event against plain INSERT, 32 callers", 0.5, processor(32)
    ),
    most(
        "PostgreSQL's processor time per event against plain INSERT, 128 callers",
        0.25,
        processor(128),
    ),
    least(
        "a hundred commands together against an INSERT of a hundred rows",
        0.45,
        rate("a hundred together", "append", "plain"),
    ),
    most(
        "processor time of PostgreSQL per event with the hash chain against without",
        1.03,
        lambda all: all["hash chain at 32"].ratio("with", "without", "serverMicroseconds"),
    ),
    least(
        "replay into Swift values against binary COPY",
        0.5,
        rate("reading the log", "replay", "copy"),
    ),
    least(
        "rebuild of all read models against binary COPY",
        0.3,
        rate("rebuilding every read model", "rebuild", "copy"),
    ),
    most(
        "rebuild of encrypted events against the same in clear, time",
        1.5,
        lambda all: (
            all["making read models of encrypted events"].sides["clear"]["perSecond"]
            / all["making read models of encrypted events"].sides["encrypted"]["perSecond"]
        ),
    ),
    most(
        "rebuild per event, large log against small",
        1.3,
        lambda all: (
            all["rebuilding every read model"].sides["rebuild"]["perSecond"]
            / all["rebuilding every read model, large log"].sides["rebuild"]["perSecond"]
        ),
    ),
    most("append to visible at 2,000/s, median, ms", 5, figure("append to visible", "2000", "p50")),
    most(
        "append to visible at 2,000/s, 99th percentile, ms",
        50,
        figure("append to visible", "2000", "p99"),
    ),
    most(
        "append to visible at 5,000/s, 99th percentile, ms",
        250,
        figure("append to visible", "5000", "p99"),
    ),
    most(
        "a foreign write transaction: append to visible at 2,000/s, median, added ms",
        10,
        lambda all: (
            all["append to visible"].sides["2000 beside a writer"]["p50"]
            - all["append to visible"].sides["2000"]["p50"]
        ),
    ),
    most(
        "a foreign write transaction: median append, added ms",
        10,
        lambda all: all[BESIDE].sides["writer"]["p50"] - all[BESIDE].sides["alone"]["p50"],
    ),
    most(
        "a snapshot open for a minute: processor time per append",
        1.1,
        lambda all: all[BESIDE].ratio("snapshot", "alone", "serverMicroseconds"),
    ),
    most("events missed by eight readers", 0, figure("tails", "readers", "missed")),
    most("events out of order for eight readers", 0, figure("tails", "readers", "outOfOrder")),
    most("events twice for eight readers", 0, figure("tails", "readers", "twice")),
    least(
        "few programmes: programme page against a static page",
        0.25,
        rate("pages, few programmes", "programme", "static"),
    ),
    least("programme page against a static page", 0.25, rate("pages", "programme", "static")),
    *(
        least(f"{who}{page} as of then against now", 0.5, rate(pages, f"{page} as of", page))
        for pages, who in (
            ("pages", ""),
            ("pages, few programmes", "few programmes: "),
            ("pages, narrow viewer", "narrow viewer: "),
        )
        for page in ("portfolio", "programme", "list")
    ),
    *(
        least(
            f"{page} for a narrow viewer against a wide one",
            1 / 1.5,
            lambda all, page=page: (
                all["pages, narrow viewer"].sides[page]["perSecond"]
                / all["pages"].sides[page]["perSecond"]
            ),
        )
        for page in ("portfolio", "programme", "list")
    ),
    *(
        most(
            f"PostgreSQL's processor time of {what} for who sees 4,000 of 1,000,000 rows,"
            f" in {guest}, against those alone",
            1.5,
            lambda all, guest=guest, form=form: all[f"narrow, {guest}"].ratio(
                f"{form}, of all", f"{form}, alone", "serverMicroseconds"
            ),
        )
        for guest in ("one programme", "twenty programmes")
        for form, what in (("first", "a list"), ("deep", "a list half-way"), ("count", "a count"))
    ),
    *(
        most(
            f"processor time of a {page} with 1,000,000 cases, one programme seen, against 1,000",
            1.5,
            lambda all, side=side: all["pages of cases"].ratio(
                f"{side}, many", f"{side}, few", "processorMilliseconds"
            ),
        )
        for page, side in (
            ("list of cases", "list"),
            ("list of one programme's cases", "list of programme"),
            ("list further back", "list further back"),
            ("list of own cases", "own list"),
            ("case page", "case page"),
        )
    ),
    most(
        "program under load: resident memory at the end against the start",
        1.1,
        lambda all: (
            all["memory under load"].sides["koers"]["endMegabytes"]
            / all["memory under load"].sides["koers"]["startMegabytes"]
        ),
    ),
    most(
        "ready on an existing data directory, its PostgreSQL started too, seconds",
        2,
        figure("program", "koers", "readyWithServerSeconds"),
    ),
]
