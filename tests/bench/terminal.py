"""Measures what an application costs its terminal: bytes per phase, and how long a slow terminal stalls the
event loop.

Each figure is taken for Textual's own display ("stock") and for console.output ("diff") in the same run. An
application is named as ``module:Class`` and is any Textual App without arguments. Byte counts are exact;
stalls are wall time.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from attrs import frozen

from tests.bench.pty_session import PtySession

Layer = Literal["stock", "diff"]
LAYERS: tuple[Layer, Layer] = ("stock", "diff")
FENCE = "\x1b[24;2~"
_FENCE_BYTES = len("\x1b]2;fence-\x07")
_PERIOD_S = 1.0


@frozen(kw_only=True)
class Phase:
    """Keys to send, and the name under which their bytes are counted."""

    name: str
    keys: str


def start(app: str, layer: Layer, *options: str, **session: object) -> PtySession:
    """The application running in a pty of 120x40 with this layer; a context that ends it."""
    command = [sys.executable, "-m", "tests.bench.child", app, layer, *options]
    return PtySession(command, **session)  # type: ignore[arg-type]


def fence(session: PtySession, number: int) -> None:
    """Wait until everything sent before is done and on the screen; number counts from 1 for each session."""
    session.type(FENCE)
    session.wait_title(f"fence-{number}")


def bytes_per_phase(
    app: str, phases: Sequence[Phase], *, environment: Mapping[str, str] | None = None
) -> dict[str, dict[Layer, int]]:
    """Bytes the terminal got in each phase, by layer; "start-up" is counted first."""
    counted: dict[str, dict[Layer, int]] = {}
    for layer in LAYERS:
        with start(app, layer, environment=environment) as session:
            session.wait_output()
            before = 0
            for number, phase in enumerate([Phase(name="start-up", keys=""), *phases], 1):
                if phase.keys:
                    session.type(phase.keys)
                fence(session, number)
                after = len(session.received)
                counted.setdefault(phase.name, {})[layer] = after - before - _FENCE_BYTES - len(str(number))
                before = after
    return counted


def longest_stall_s(
    app: str,
    keys: str,
    *,
    drain_bytes_s: int = 2400,
    for_s: float = 40.0,
    environment: Mapping[str, str] | None = None,
) -> dict[Layer, float]:
    """The event loop's longest stall in seconds, by layer, while the keys are sent once a second.

    The first paint is read at full speed and is not counted.
    """
    return {layer: _stall(app, keys, layer, drain_bytes_s, for_s, environment) for layer in LAYERS}


def most_bytes_on_the_way(
    app: str, phases: Sequence[Phase], *, drain_bytes_s: int = 2400, pause_s: float = 0.5
) -> dict[Layer, int]:
    """The most bytes sent and not yet shown, by layer, while the phases are typed `pause_s` seconds apart.

    The terminal is far: whatever lies between takes all it is given and passes `drain_bytes_s` on. Divided
    by that speed this is how far the screen is behind.
    """
    most: dict[Layer, int] = {}
    for layer in LAYERS:
        with start(app, layer) as session:
            session.wait_output()
            fence(session, 1)
            session.be_far(drain_bytes_s)
            for phase in phases:
                session.type(phase.keys)
                time.sleep(pause_s)
            most[layer] = session.most_on_the_way
    return most


def _stall(
    app: str,
    keys: str,
    layer: Layer,
    drain_bytes_s: int,
    for_s: float,
    environment: Mapping[str, str] | None,
) -> float:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "stall.json")
        with start(app, layer, str(report), environment=environment) as session:
            session.wait_output()
            fence(session, 1)
            report.unlink(missing_ok=True)
            session.slow_down(drain_bytes_s)
            end = time.monotonic() + for_s
            while time.monotonic() < end:
                session.type(keys)
                time.sleep(_PERIOD_S)
            # A loop that is stalled now has not reported it yet.
            session.slow_down(None)
            fence(session, 2)
            return float(json.loads(report.read_text())["longest_stall_s"])
