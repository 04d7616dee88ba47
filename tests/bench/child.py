"""The child process of a measurement: runs an application class with one of the two display layers.

Usage: python -m tests.bench.child MODULE:CLASS stock|diff [STALL_REPORT]. Shift+F12 asks it to set a numbered
title once everything that the earlier keys caused is done and written. With a report file it keeps the event
loop's longest stall in it; removing the file begins a new measurement.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.pilot import Pilot

from console.output import CellDiffApp
from console.output.driver import CellDiffDriver

_TICK_S = 0.005
_SETTLE_S = 20.0


class Fenced(App[None]):
    """Sets title ``fence-N`` when the Nth shift+F12 is fully dealt with."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f24,shift+f12", "fence", priority=True, show=False)]
    fences = 0

    def action_fence(self) -> None:
        self.fences += 1
        self.run_worker(self._settle(self.fences), exit_on_error=True)

    async def _settle(self, number: int) -> None:
        pilot: Pilot[None] = Pilot(self)
        await pilot.pause()
        await pilot.wait_for_scheduled_animations()
        await pilot.pause()
        driver = self._driver
        assert driver is not None
        end = time.monotonic() + _SETTLE_S
        while tuple(self.size) != tuple(os.get_terminal_size()) and time.monotonic() < end:
            await asyncio.sleep(0.002)
        await pilot.pause()
        if isinstance(driver, CellDiffDriver):
            while driver.outflow.next_bytes() and time.monotonic() < end:
                await asyncio.sleep(0.002)
        driver.write(f"\x1b]2;fence-{number}\x07")


def variant(app: type[App[Any]], layer: str) -> type[App[Any]]:
    """The application with the wanted layer and the fence, whichever of the two it has by itself."""
    if layer == "stock":
        stock = {"get_driver_class": App.get_driver_class, "_display": App._display}
        return type("Stock", (Fenced, app), stock)
    return type("Diff", (Fenced, app) if issubclass(app, CellDiffApp) else (Fenced, CellDiffApp, app), {})


async def _watch_stalls(report: Path) -> None:
    longest_s = 0.0
    while True:
        began = time.monotonic()
        await asyncio.sleep(_TICK_S)
        late_s = time.monotonic() - began - _TICK_S
        if not report.exists():
            longest_s = 0.0
        if late_s > longest_s:
            longest_s = late_s
            unread = report.with_suffix(".new")
            unread.write_text(json.dumps({"longest_stall_s": longest_s}))
            unread.replace(report)


async def _run(app: App[Any], report: Path | None) -> None:
    async with asyncio.TaskGroup() as group:
        watch = group.create_task(_watch_stalls(report)) if report else None
        await app.run_async(mouse=False)
        if watch:
            watch.cancel()


def main(arguments: list[str]) -> None:
    """Run MODULE:CLASS with the layer, and report stalls if a file is given."""
    module, _, name = arguments[0].partition(":")
    app = variant(getattr(importlib.import_module(module), name), arguments[1])()
    asyncio.run(_run(app, Path(arguments[2]) if len(arguments) > 2 else None))


if __name__ == "__main__":
    main(sys.argv[1:])
