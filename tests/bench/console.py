"""What the console costs: bytes to its terminal, stalls on a slow one, and time from a key to the screen.

The figures of `desk`, `terminal` and `screen` as rows of the table; the baseline is Textual's own display of
the same console in the same run.
"""

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.bench import desk
from tests.bench.figure import Figure
from tests.bench.terminal import longest_stall_s

STOCK = "the same desk by Textual's own display"
TARGET_BY_PHASE = {
    "one changed cell of the board": 100,
    "50 units moved on the map": 2_500,
    "one typed character": 150,
}
STALL_FOR_S = 30.0


def terminal_bytes() -> Iterator[Figure]:
    """Bytes to a terminal of 120x40."""
    counted = desk.measured()
    for phase, target in TARGET_BY_PHASE.items():
        yield Figure(
            name=f"bytes to the terminal: {phase}",
            value=counted[phase]["diff"],
            unit="B",
            target=target,
            baseline=counted[phase]["stock"],
            baseline_name=STOCK,
        )


def slow_terminal() -> Iterator[Figure]:
    """The event loop's longest stall while the terminal takes 2,400 bytes a second."""
    stalls = longest_stall_s("tests.bench.desk:Town", desk.F7, for_s=STALL_FOR_S)
    yield Figure(
        name="longest stall of the console's loop, terminal at 2,400 B/s",
        value=stalls["diff"] * 1000,
        unit="ms",
        target=100,
        baseline=stalls["stock"] * 1000,
        baseline_name=STOCK,
        note=f"50 units moved every second for {STALL_FOR_S:.0f} s",
    )


def key_to_screen() -> Iterator[Figure]:
    """Process time from a key press to the painted screen."""
    # In a process of its own, as the console is: what else a process has loaded is work for its collector.
    said = subprocess.run([sys.executable, "-m", "tests.bench.screen"], check=True, capture_output=True)
    times = json.loads(said.stdout)
    yield Figure(
        name="key press -> screen updated, 500 incidents, 200 units, p99",
        value=times["p99_ms"],
        unit="ms",
        target=30,
        note=f"p50 {times['p50_ms']:.1f} ms, worst {times['worst_ms']:.1f} ms of 300 keys",
    )
