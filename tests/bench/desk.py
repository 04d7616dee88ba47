"""The real desk with a made-up town behind it, driven by keys in a pseudo-terminal: bytes per change.

F6 changes one cell of the board, F7 moves fifty units, F8 brings a change that nobody can see; every other
key does what it does. Run as a program it prints bytes per phase, by display layer.
"""

import json
import sys
from typing import ClassVar

from textual.binding import Binding, BindingType

from console.shell.app import ConsoleApp
from console.shell.up_link import UpLink
from protocol.facts.incidents import PhaseEntered
from protocol.facts.timeline import LineSpoken
from protocol.model.phase import Phase
from protocol.model.text import Text
from tests.bench.terminal import Layer, bytes_per_phase
from tests.bench.terminal import Phase as Measured
from tests.console.rig import Rig, place, point

UNITS = 50
INCIDENTS = 100
F6, F7, F8 = "\x1b[17~", "\x1b[18~", "\x1b[19~"
PHASES = (
    Measured(name="a change out of view", keys=F8),
    Measured(name="one changed cell of the board", keys=F6),
    Measured(name="50 units moved on the map", keys=F7),
    Measured(name="50 units moved, again", keys=F7),
    Measured(name="one row down", keys="\x1b[B"),
    Measured(name="to the command line", keys="\x0f"),
    Measured(name="one typed character", keys="k"),
    Measured(name="one typed character, again", keys="o"),
)


class Town(ConsoleApp):
    """A desk that anybody can start."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "cell", priority=True, show=False),
        Binding("f7", "units", priority=True, show=False),
        Binding("f8", "unseen", priority=True, show=False),
    ]

    def __init__(self) -> None:
        self._rig = rig = Rig()
        self._step = 0
        rig.sign_on(*(f"12.{number:02d}" for number in range(1, UNITS + 1)))
        for number in range(1, INCIDENTS + 1):
            rig.open(
                number,
                "Verdachte situatie",
                place(f"Dorpsstraat {number}", *_spot(number * 7)),
                2 + number % 4,
            )
            rig.happen(LineSpoken(incident=number, text=Text("wij gaan kijken")), by="12.01")
        rig.later(120)
        rig.move(*((unit, point(*_spot(unit))) for unit in range(1, UNITS + 1)))
        super().__init__(store=rig.store, link=UpLink(wish=rig.wish), texts=rig.texts, clock=rig.clock)

    def on_mount(self) -> None:
        """The town is there at once."""
        super().on_mount()
        self._rig.welcome()

    def action_cell(self) -> None:
        """Another phase letter on one visible row that is not the selected one."""
        self._rig.happen(PhaseEntered(incident=12, phase=Phase.ADD))

    def action_units(self) -> None:
        """Fifty units drive on, each by a column of the map: every one of them is seen to move."""
        viewport = self.desk_screen.desk.parts.chart.look([], None, width=0, height=0)
        assert viewport is not None, "the map shows the town"
        self._step += 1
        column_m = viewport.cell_m / 2
        self._rig.later(3)
        spots = ((unit, _spot(unit)) for unit in range(1, UNITS + 1))
        self._rig.move(*((unit, point(x + column_m * self._step, y)) for unit, (x, y) in spots))

    def action_unseen(self) -> None:
        """Words on an incident far below."""
        self._rig.happen(LineSpoken(incident=99, text=Text("dit ziet niemand")), by="12.02")


def _spot(number: int) -> tuple[float, float]:
    """Somewhere in town, in metres east and north; the same in each run."""
    return (number * 1_237 % 6_000) - 3_000.0, (number * 2_311 % 4_000) - 2_000.0


def measured() -> dict[str, dict[Layer, int]]:
    """Bytes by phase and layer on a terminal of 120x40."""
    return bytes_per_phase("tests.bench.desk:Town", PHASES)


if __name__ == "__main__":
    json.dump(measured(), sys.stdout, indent=1)
