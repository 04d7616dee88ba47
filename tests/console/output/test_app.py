"""The base class: harmless where there is no terminal, and right about every kind of update."""

from __future__ import annotations

from typing import cast

import pytest
from rich.console import RenderableType
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input

from console.output import CellDiffApp, OutputCounters
from console.output.driver import CellDiffDriver
from console.output.frame import Frame


class Recorder:
    """Stands in for the driver: keeps the frame that it is to show."""

    frame: Frame | None = None

    def show(self, frame: Frame) -> None:
        """Keep it."""
        self.frame = frame


class Recorded(CellDiffApp[None]):
    """A headless application whose updates are painted all the same."""

    def __init__(self) -> None:
        super().__init__()
        self.recorder = Recorder()
        self.updates = 0

    def compose(self) -> ComposeResult:
        yield DataTable[str]()
        yield Input()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("nummer", "straat")
        for row in range(50):
            table.add_row(str(row), "東京" * (row % 4))

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None and not self._batch_count and screen._compositor.size:
            self.updates += 1
            self._show(cast(CellDiffDriver, self.recorder), screen, renderable)

    def expected(self) -> Frame:
        """The screen painted at once."""
        size = self.screen._compositor.size
        frame = Frame(size.width, size.height)
        ink = self._ink
        assert ink is not None
        for y, strip in enumerate(self.screen._compositor.render_strips()):
            frame.put(0, y, ink.cells(strip))
        return frame


async def test_headless_the_application_runs_as_it_is() -> None:
    """Tests with a pilot use Textual's own headless driver; nothing is counted."""
    app = CellDiffApp[None]()
    async with app.run_test() as pilot:
        await pilot.press("a")
        assert app.output_counters == OutputCounters()


@pytest.mark.parametrize("keys", [["down"], ["pagedown"], ["tab", "x", "y"], ["end", "up", "up"]])
async def test_partial_updates_add_up_to_the_screen(keys: list[str]) -> None:
    """After any number of partial updates the frame is the screen that Textual would paint at once."""
    app = Recorded()
    async with app.run_test(size=(60, 20)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.wait_for_scheduled_animations()
            assert app.recorder.frame is not None
            assert app.expected().rows == app.recorder.frame.rows
        assert app.updates > 1


async def test_an_update_of_unknown_kind_repaints_everything() -> None:
    """What we cannot take apart is not lost: the whole screen is painted instead."""
    app = Recorded()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app._frame = None
        app._display(app.screen, "something new")
        assert app.recorder.frame is not None
        assert app.expected().rows == app.recorder.frame.rows


async def test_a_new_size_gives_a_new_frame() -> None:
    """The frame follows the terminal's size, and the cursor stays on it."""
    app = Recorded()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("tab", "x")
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        assert app.recorder.frame is not None
        assert app.recorder.frame.size == (30, 10)
        assert app.expected().rows == app.recorder.frame.rows
        assert app.recorder.frame.cursor is not None
        column, row = app.recorder.frame.cursor
        assert 0 <= column < 30
        assert 0 <= row < 10
