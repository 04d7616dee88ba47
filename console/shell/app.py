"""The console's application: Textual around one desk, one store and one link.

Started by `console.cli.main` through `run_console`; gives the terminal back when the person leaves. It
knows how to open screens and nothing about incidents.
"""

import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from rich.console import Console
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, Provider
from textual.screen import Screen

from console.actions.catalog import CATALOG, Catalog
from console.command.typed_before import Past
from console.documents.link_code import site_of
from console.map.cache import PieceCache
from console.memory.last_sign_on import KeptDuty
from console.memory.run_memory import RunMemory
from console.net.access import Access
from console.net.link import Link, new_link
from console.output import CellDiffApp
from console.output.outlet import can_be_opened
from console.paint.palette import FULL, Palette, palette_for
from console.part.whose_desk import is_units
from console.shell import garbage as tidy
from console.shell.about import Note
from console.shell.desk_screen import DeskScreen
from console.shell.fault_log import fault_log
from console.shell.last_words import last_words
from console.shell.palette import ActionProvider
from console.shell.up_link import UpLink
from console.store import Store
from console.styles.theme import THEME_NAME, theme
from console.texts.texts import Texts
from console.texts.trouble import CannotGoOn
from console.unit.sign_on import Duty


def utc_now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)


class ConsoleApp(CellDiffApp[None]):
    """One desk in one terminal."""

    CSS_PATH = Path(__file__).parents[1] / "styles" / "desk.tcss"
    TITLE = "Openlijn"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(CATALOG.by_id["raise-emergency"].key or "f12", "emergency", priority=True, show=False)
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}

    def __init__(
        self,
        *,
        store: Store,
        link: UpLink,
        texts: Texts,
        run_link: Callable[[], Awaitable[Any]] | None = None,
        catalog: Catalog = CATALOG,
        palette: Palette = FULL,
        past: Past | None = None,
        clock: Callable[[], datetime] = utc_now,
        memory: RunMemory | None = None,
        map_cache: PieceCache | None = None,
        site: str = "",
        duty: Duty | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        """`link` is what the screen asks of it; `run_link` lives as long as the app and feeds the store."""
        super().__init__(ansi_color=palette.native)
        self._run_link = run_link
        self.ended_by: CannotGoOn | None = None
        """Why the link ended for good; None when the person left."""

        self.ended_by_signal = 0
        """Which signal told us to end; 0 when none did."""

        self.desk_screen = DeskScreen(
            store=store,
            link=link,
            texts=texts,
            catalog=catalog,
            palette=palette,
            past=past or Past(),
            clock=clock,
            memory=memory,
            map_cache=map_cache,
            site=site,
            notes=notes,
        )
        self.desk_screen.desk.parts.own.signing_on.duty = duty
        self.register_theme(theme(native=palette.native))
        self.theme = THEME_NAME
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The desk is the first screen, so that nothing is painted before it."""
        return self.desk_screen

    def action_command_palette(self) -> None:
        """Everything that can be done, searched; in the language of the desk."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            say = self.desk_screen.desk.say
            self.push_screen(CommandPalette(placeholder=say("desk-palette"), id="--command-palette"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The button of an emergency is one for units only; in the room its key begins a line."""
        if action == "emergency":
            return is_units(self.desk_screen.desk.context())
        return super().check_action(action, parameters)

    def action_emergency(self) -> None:
        """The button of one's own emergency: before every screen, dialog and field."""
        self.desk_screen.emergency_button()

    def on_load(self) -> None:
        """From before the terminal is taken: whoever is told to end keeps what is typed and gives it back."""
        if not self.is_headless:
            last_words(self.desk_screen.typed_keeping.now, leave=self._told_to_end)

    def _told_to_end(self, number: int) -> None:
        self.ended_by_signal = number
        self.exit()

    def terminal_gone(self) -> None:
        """As if the signal had come that was ignored when we began."""
        self.desk_screen.typed_keeping.now()
        self._told_to_end(signal.SIGHUP)

    def on_mount(self) -> None:
        """The link lives as long as the application."""
        if self._run_link is not None:
            self.run_worker(self._keep_link(self._run_link), name="link")

    async def _keep_link(self, run_link: Callable[[], Awaitable[Any]]) -> None:
        try:
            await run_link()
        except CannotGoOn as error:
            self.ended_by = error
            self.exit()


def app_on(
    link: Link,
    texts: Texts,
    *,
    memory: RunMemory | None = None,
    palette: Palette = FULL,
    map_cache: PieceCache | None = None,
    notes: Sequence[Note] = (),
) -> ConsoleApp:
    """The application on this link, which it runs. `memory` is the one that the link tells of its wishes."""
    up = UpLink(
        wish=link.wish,
        again=link.again,
        forget=link.forget,
        fetch=link.fetch,
        on_line=link.on_line,
        present=link.present,
        looks_at=link.looks_at,
        trouble=lambda: link.trouble or (memory.trouble if memory is not None else None),
    )
    return ConsoleApp(
        store=link.store,
        link=up,
        texts=texts,
        run_link=link.run,
        palette=palette,
        memory=memory,
        map_cache=map_cache,
        site=site_of(link.access.address),
        duty=KeptDuty(lambda: memory.folder) if memory is not None else None,
        notes=notes,
    )


def run_console(
    access: Access,
    texts: Texts,
    *,
    memory: RunMemory | None = None,
    map_cache: PieceCache | None = None,
    log_in: Path | None = None,
    notes: Sequence[Note] = (),
) -> int:
    """The console on this terminal until the person leaves (0), or a signal tells it to end (its number).

    `memory` holds across runs what is unanswered and what is typed; what an earlier one left is offered.
    Without it, `map_cache` and `log_in` (the folder of the log) nothing of this run is kept. Raises
    CannotGoOn when the server will not have us; the terminal is given back first.
    """
    if not can_be_opened(sys.__stderr__.fileno() if sys.__stderr__ is not None else -1):
        notes = (*notes, Note(text=texts.say("terminal-shared")))
    palette = palette_for(Console(file=sys.__stderr__).color_system, no_color="NO_COLOR" in os.environ)
    link = new_link(access, keep=memory)
    app = app_on(link, texts, memory=memory, palette=palette, map_cache=map_cache, notes=notes)
    tidy.begin()
    with fault_log(log_in):
        try:
            app.run(mouse=False)
        finally:
            app.desk_screen.typed_keeping.now()
    if app.ended_by is not None:
        raise app.ended_by
    return app.ended_by_signal
