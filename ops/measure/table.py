"""What was measured, as text for people and as JSON."""

import json
import platform
import subprocess
from pathlib import Path

from measure import peers
from measure.demands import DEMANDS
from measure.rounds import Outcome
from measure.server import PROGRAMS


def machine() -> dict[str, str]:
    """What the figures depend on."""
    processor = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        "unknown",
    )
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // (1024 * 1024)
    return {
        "processor": f"{cores} x {processor}",
        "memory": f"{memory} GiB",
        "system": platform.platform(),
        "postgresql": said([PROGRAMS[-1] / "postgres", "--version"]),
        "swift": said(["swift", "--version"]),
        "pgbench": said([PROGRAMS[-1] / "pgbench", "--version"]),
        "wrk": said(["wrk", "--version"]),
        "eventsourcing": peers.version(),
        "settings": "as `koers serve` sets its own: fsync on, synchronous_commit on",
    }


def said(command: list[str | Path]) -> str:
    # wrk says its version and that this was not what it is for.
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).splitlines()[0]


def text(outcomes: dict[str, Outcome]) -> str:
    """Markdown: the demands, then every figure."""
    lines = ["| to reach, within one run | found | |", "| --- | ---: | --- |"]
    for demand in DEMANDS:
        sentence, figure, is_kept = demand.line(outcomes)
        shown = "not measured" if figure is None else f"{figure:.3g}"
        mark = "" if is_kept is None else ("reached" if is_kept else "**not reached**")
        lines.append(f"| {sentence} | {shown} | {mark} |")
    for outcome in outcomes.values():
        figures = sorted({figure for side in outcome.sides.values() for figure in side})
        lines += ["", f"### {outcome.name} (medians of {outcome.rounds})", ""]
        lines.append("| | " + " | ".join(figures) + " |")
        lines.append("| --- |" + " ---: |" * len(figures))
        for name, side in outcome.sides.items():
            cells = [f"{side[figure]:,.4g}" if figure in side else "" for figure in figures]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_json(path: Path, outcomes: dict[str, Outcome]) -> None:
    path.write_text(
        json.dumps(
            {
                "machine": machine(),
                "outcomes": {
                    name: {"rounds": outcome.rounds, "sides": outcome.sides}
                    for name, outcome in outcomes.items()
                },
                "demands": [
                    {"text": sentence, "found": figure, "reached": is_kept}
                    for sentence, figure, is_kept in (demand.line(outcomes) for demand in DEMANDS)
                ],
            },
            indent=1,
        )
    )
