"""`python -m tests.bench [NAME ...]`: measures, prints one table and writes bench.json.

Every figure stands beside a baseline of the same run. Without names all benches run, for some minutes;
`--list` names them.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.bench import (
    arrivals,
    console,
    countdowns,
    digests,
    fanout,
    idle,
    lines,
    map_bytes,
    map_desk,
    map_frames,
    maps,
    nearest,
    partner,
    places,
    restart,
    weak,
    weak_map,
    weak_units,
    wire,
)
from tests.bench.figure import Figure
from tests.bench.workload import Workload, workload

RESULT = Path("bench.json")


@cache
def _work() -> Workload:
    return workload()


BENCHES: Mapping[str, Callable[[], Iterator[Figure]]] = {
    "changes": lambda: wire.change_figures(_work()),
    "positions": wire.position_figures,
    "idle": lambda: idle.idle_hour(_work()),
    "digests": digests.digests,
    "fifty": fanout.fifty,
    "thousand": fanout.thousand,
    "lines": lines.lines,
    "arrivals": arrivals.arrivals,
    "partner": partner.partner,
    "journal": restart.long_journal,
    "resume": restart.kill_and_resume,
    "keys": console.key_to_screen,
    "terminal": console.terminal_bytes,
    "stall": console.slow_terminal,
    "countdowns": countdowns.countdowns,
    "weak": weak.weak_link,
    "mapframes": map_frames.map_frames,
    "mapbytes": map_bytes.map_bytes,
    "mapterminal": map_desk.map_terminal,
    "weakunits": weak_units.weak_units,
    "weakmap": weak_map.weak_map,
    "maps": maps.build_figures,
    "nearest": nearest.nearest,
    "places": places.places,
}


def main(names: list[str]) -> int:
    """Runs the benches of these names. Status 0, also when a target is missed: the table says so."""
    if names == ["--list"]:
        Console().print(" ".join(BENCHES))
        return 0
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        Console(stderr=True).print(f"no bench {', '.join(unknown)}; there are: {' '.join(BENCHES)}")
        return 2
    figures: list[Figure] = []
    # A run of some replaces only their own rows: each row has its baseline from its own run.
    known = {} if not names or not RESULT.exists() else _read()
    for name in names or list(BENCHES):
        Console(stderr=True).print(f"measuring {name} …")
        figures += BENCHES[name]()
    _print(figures)
    known |= {figure.name: figure.as_json() for figure in figures}
    RESULT.write_text(json.dumps(list(known.values()), indent=1) + "\n", "utf-8")
    return 0


def _read() -> dict[str, Any]:
    return {row["name"]: row for row in json.loads(RESULT.read_text("utf-8"))}


def _print(figures: list[Figure]) -> None:
    table = Table("figure", "measured", "target", "baseline of this run", "ratio", "reached")
    for each in figures:
        target = "" if each.target is None else f"<= {each.target:g} {each.unit}"
        if each.at_most_times is not None:
            target = f"<= {each.at_most_times:g} x baseline"
        baseline = "" if each.baseline is None else f"{each.baseline:.4g} {each.unit} {each.baseline_name}"
        table.add_row(
            each.name + (f"\n[dim]{each.note}[/dim]" if each.note else ""),
            f"{each.value:.4g} {each.unit}",
            target,
            baseline,
            "" if each.ratio is None else f"{each.ratio:.2f}",
            {True: "yes", False: "NO", None: ""}[each.reached],
        )
    Console(width=150).print(table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
