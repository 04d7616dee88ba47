"""An application with the console's kinds of widget, driven by keys in a pseudo-terminal by tests and bench.

Every key does one thing, the same in each run: F2 one board cell, F3 all markers, F4 one marker, F5 a log
line, F6 and escape a dialog, F7 wide characters, F8 a toast, F9 the bell, F10 an animated scroll, F11 another
program in our terminal, ctrl+g the same map again, ctrl+z suspend the process, ctrl+l leave.
"""

from __future__ import annotations

import os
import subprocess
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Label, RichLog, Static

_ROWS = 100
_MARKERS = 50
_STREETS = ("Café Ørsted", "東京駅前", "Kalverstraat", "naïve 🚓 post", "Nieuwe Gracht")


class Board(ScrollView, can_focus=True):
    """A hundred lines, drawn line by line; only a changed line is refreshed."""

    def __init__(self) -> None:
        super().__init__()
        self.virtual_size = Size(70, _ROWS)
        self.values = [0] * _ROWS

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        base = self.rich_style
        colour = ("red", "yellow", "#3aa0ff")[row % 3]
        segments = [
            Segment(f" {row:03d} ", base + Style(color=colour, bold=row % 3 == 0, underline=row % 5 == 0)),
            Segment(f"P{self.values[row] % 10} ", base + Style(reverse=row % 7 == 0)),
            Segment(f"{_STREETS[row % 5]}", base),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def bump(self, row: int) -> None:
        """Change one cell."""
        self.values[row] += 1
        self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))


class Map(Widget):
    """Streets as box drawing with markers over them; a move repaints the whole widget."""

    step = 0
    moved = 0

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        width, height = self.size
        street = base + Style(color="#707070")
        texts = "┼─" if y % 4 == 0 else "│ "
        cells = [Segment(texts[bool(x % 9)], street) for x in range(width)]
        for marker in range(_MARKERS):
            step = self.step + (self.moved if marker == 0 else 0)
            if (marker * 11) % height == y:
                colour = ("#ff4040", "#40ff40", "#ffd040")[marker % 3]
                cells[(marker * 37 + step) % width] = Segment("●", base + Style(color=colour, bold=True))
        return Strip(cells).simplify().adjust_cell_length(width, base)


class Question(ModalScreen[None]):
    """A dialog over the dimmed screen."""

    CSS = """
    Question { align: center middle; }
    Question > Static { width: 40; height: 9; border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        yield Static("Eenheid 12.03 加入 melding 417?\n\n[b]Enter[/b] ja, [u]Esc[/u] nee")


class Demo(App[None]):
    """Board and map above, log and input below."""

    CSS = """
    Board { width: 70; } Map { width: 1fr; } #top { height: 1fr; } RichLog { height: 7; } Label { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, show=False, priority=True)
        for key, action in (
            ("f2", "bump"),
            ("f3", "markers"),
            ("f4", "marker"),
            ("f5", "line"),
            ("f6", "ask"),
            ("f7", "wide"),
            ("f8", "toast"),
            ("f9", "ring"),
            ("f10", "scroll"),
            ("f11", "run_other"),
            ("ctrl+g", "same"),
            ("ctrl+z", "suspend_process"),
            ("ctrl+l", "leave"),
        )
    ]
    wide = 0
    lines = 0

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Label("Meldkamer 日本 — Openlijn")
            with Horizontal(id="top"):
                yield Board()
                yield Map()
            yield RichLog(markup=True)
            yield Input(placeholder="opdracht")

    def on_mount(self) -> None:
        self.theme = os.environ.get("DEMO_THEME", self.theme)
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    def action_bump(self) -> None:
        self.query_one(Board).bump(4)

    def action_same(self) -> None:
        self.query_one(Map).refresh()

    def action_markers(self) -> None:
        board = self.query_one(Map)
        board.step += 1
        board.refresh()

    def action_marker(self) -> None:
        board = self.query_one(Map)
        board.moved += 1
        board.refresh()

    def action_line(self) -> None:
        self.lines += 1
        text = f"[b]{self.lines:02d}[/b] bericht [red]spoed[/red] 救護 {'.' * self.lines}"
        self.query_one(RichLog).write(text)

    def action_ask(self) -> None:
        self.push_screen(Question())

    def action_wide(self) -> None:
        self.wide += 1
        texts = ("日本語日本語", "a日本語日本語", "e\u0301e\u0301 日a本b語", "🚓🚒 plain", "Meldkamer")
        self.query_one(Label).update(texts[self.wide % len(texts)])

    def action_toast(self) -> None:
        self.notify("Eenheid 12.03 ter plaatse", timeout=600)

    def action_ring(self) -> None:
        self.bell()

    def action_scroll(self) -> None:
        self.query_one(Board).scroll_to(y=40, duration=0.3)

    def action_run_other(self) -> None:
        with self.suspend():
            subprocess.run(["printf", "a program of its own\\r\\n"], check=True)

    def action_leave(self) -> None:
        self.exit()
