"""Key press -> screen updated, in process time: the whole desk in Textual, without a terminal.

500 incidents and 200 moving units at 120x40. Counted from the key's arrival at the application until all that
it changes has been painted; the time of other processes is not in it.
"""

import asyncio
import json
import random
import sys
from functools import cached_property
from itertools import cycle, islice
from statistics import quantiles
from time import process_time

from attrs import frozen
from rich.color import ColorSystem
from rich.console import RenderableType
from textual.screen import Screen

from console.output.cells import Ink
from console.output.frame import Frame
from console.output.outflow import Outflow
from console.output.painter import paint
from console.shell import garbage as tidy
from console.shell.app import ConsoleApp
from console.shell.up_link import UpLink
from protocol.facts.timeline import LineSpoken
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, place, point

INCIDENTS = 500
UNITS = 200
KEYS = (
    *("down", "down", "down", "pagedown", "up"),
    *("f3", "down", "f2", "ctrl+down"),
    *("f5", "a", "b", "escape"),
)


@frozen(kw_only=True)
class KeyTimes:
    """Process time per key press, in milliseconds."""

    p50_ms: float
    p99_ms: float
    worst_ms: float
    presses: int


class PaintedApp(ConsoleApp):
    """The console, painting what it would paint on a terminal into bytes that nobody reads."""

    bytes_painted = 0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if renderable is not None and self._running:
            self._outflow.show(self._painted(renderable))
            while data := self._outflow.next_bytes():
                self.bytes_painted += len(data)
                self._outflow.wrote(len(data))
        super()._display(screen, renderable)

    @cached_property
    def _outflow(self) -> Outflow:
        outflow = Outflow(erases_with_colour=True)
        outflow.begin()
        return outflow

    def _painted(self, update: object) -> Frame:
        self._ink = self._ink or Ink(ColorSystem.TRUECOLOR)
        frame = paint(self._frame, update, self._ink)
        if frame is None:
            everything = self.screen._compositor.render_update(full=True)
            frame = paint(self._frame, everything, self._ink)
        assert frame is not None, "a full update paints a frame"
        self._frame = frame
        return frame


def busy_town(seed: int = 1) -> Rig:
    """A board of INCIDENTS with lines and UNITS on the map."""
    dice = random.Random(seed)
    rig = Rig()
    rig.sign_on(*(f"{12 + number // 50}.{number % 50:02d}" for number in range(UNITS)))
    for number in range(1, INCIDENTS + 1):
        where = place(f"Straat {number}", dice.uniform(-4_000, 4_000), dice.uniform(-3_000, 3_000))
        rig.open(number, "verdachte situatie", where, dice.choices([1, 2, 3, 4, 5], [1, 4, 6, 3, 1])[0])
        rig.later(20)
        if number <= UNITS // 2:
            rig.happen(UnitAssigned(incident=number, unit=number))
            rig.happen(UnitStatusSet(unit=number, status=UnitStatus.EN_ROUTE))
        for _ in range(dice.randint(0, 8)):
            rig.happen(LineSpoken(incident=number, text=Text("ter plaatse, twee personen aanwezig")))
    for step in range(3):
        rig.later(5)
        rig.move(
            *(
                (unit, point(dice.uniform(-4_000, 4_000) + step * 40, dice.uniform(-3_000, 3_000)))
                for unit in range(1, UNITS + 1)
            )
        )
    return rig


async def key_times(presses: int = 300, size: tuple[int, int] = (120, 40)) -> KeyTimes:
    """Press keys one after another and time each until it is painted."""
    rig = busy_town()
    tidy.begin()
    app = PaintedApp(store=rig.store, link=UpLink(wish=rig.wish), texts=rig.texts, clock=rig.clock)
    spent: list[float] = []
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        await pilot.pause()
        for key in islice(cycle(KEYS), presses):
            began = process_time()
            await pilot.press(key)
            spent.append((process_time() - began) * 1_000)
    cuts = quantiles(spent, n=100)
    return KeyTimes(p50_ms=cuts[49], p99_ms=cuts[98], worst_ms=max(spent), presses=presses)


if __name__ == "__main__":
    found = asyncio.run(key_times())
    json.dump({"p50_ms": found.p50_ms, "p99_ms": found.p99_ms, "worst_ms": found.worst_ms}, sys.stdout)
