"""Sides that take turns, so that whatever the machine does besides happens to all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

Figures = dict[str, float]
Side = Callable[[], Figures]


@dataclass
class Outcome:
    """The medians of each side's figures over all rounds."""

    name: str
    sides: dict[str, Figures] = field(default_factory=dict)
    rounds: int = 0

    def ratio(self, above: str, below: str, figure: str = "perSecond") -> float:
        return self.sides[above][figure] / self.sides[below][figure]


def alternate(name: str, rounds: int, sides: dict[str, Side]) -> Outcome:
    """Runs every side once in each round, in an order that turns with the rounds."""
    found: dict[str, list[Figures]] = {side: [] for side in sides}
    names = list(sides)
    for number in range(rounds):
        turned = names[number % len(names) :] + names[: number % len(names)]
        for side in turned:
            found[side].append(sides[side]())
    outcome = Outcome(name, rounds=rounds)
    for side, runs in found.items():
        outcome.sides[side] = {
            figure: median(run[figure] for run in runs) for figure in runs[0] if figure in runs[-1]
        }
        rates = sorted(run["perSecond"] for run in runs if "perSecond" in run)
        if rates:
            outcome.sides[side]["lowest"] = rates[0]
            outcome.sides[side]["highest"] = rates[-1]
    return outcome
