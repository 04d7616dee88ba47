"""The base class of the console's application: Textual's App with our way to the terminal.

Headless, inline and web drivers, and any terminal that we cannot open ourselves, keep Textual's own display.
"""

from __future__ import annotations

from logging import getLogger
from typing import Generic, TypeVar

from rich.color import ColorSystem
from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

from console.output.cells import Ink
from console.output.counters import OutputCounters
from console.output.driver import CellDiffDriver
from console.output.frame import Frame
from console.output.hooks import HooksChangedError, require_hooks
from console.output.painter import paint

ReturnType = TypeVar("ReturnType")

_COLOR_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}
_log = getLogger(__name__)


class CellDiffApp(App[ReturnType], Generic[ReturnType]):
    """An application that writes only changed cells and never waits for its terminal."""

    _frame: Frame | None = None
    _ink: Ink | None = None

    @property
    def output_counters(self) -> OutputCounters:
        """Totals of what went to the terminal; all 0 where Textual's own display is in use."""
        driver = self._driver
        return driver.outflow.counters if isinstance(driver, CellDiffDriver) else OutputCounters()

    def get_driver_class(self) -> type[Driver]:
        """Our driver in place of Textual's Linux driver; any other driver stays."""
        stock = super().get_driver_class()
        if stock is not LinuxDriver:
            return stock
        try:
            require_hooks()
        except HooksChangedError as error:
            _log.error("%s Until then the whole of every changed widget is written.", error)
            return stock
        return CellDiffDriver

    def terminal_gone(self) -> None:
        """The terminal has hung up: there is nobody to go on for."""
        self.exit()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        driver = self._driver
        if not isinstance(driver, CellDiffDriver) or driver.outlet is None:
            super()._display(screen, renderable)
            return
        try:
            if renderable is not None and not self._batch_count and self._running and not self._closed:
                self._show(driver, screen, renderable)
        finally:
            self.post_display_hook()

    async def _on_resize(self, event: events.Resize) -> None:
        # Textual calls the handler of every class in turn: this one does not replace its own.
        if isinstance(self._driver, CellDiffDriver):
            self._driver.resized(*event.size)

    def _show(self, driver: CellDiffDriver, screen: Screen[object], update: object) -> None:
        if self._ink is None:
            self._ink = Ink(_COLOR_SYSTEMS.get(self.console.color_system or "", ColorSystem.TRUECOLOR))
        fits = self._frame is not None and self._frame.size == screen._compositor.size
        frame = paint(self._frame if fits else None, update, self._ink)
        if frame is None:
            everything = screen._compositor.render_update(full=True, screen_stack=self._background_screens)
            frame = paint(self._frame, everything, self._ink)
            if frame is None:
                raise HooksChangedError(f"Textual's full screen update is a {type(everything).__name__}")
        self._frame = frame
        column, row = screen.outer_size.clamp_offset(self.cursor_position)
        frame.cursor = (min(column, frame.width - 1), min(row, frame.height - 1)) if all(frame.size) else None
        driver.show(frame)
