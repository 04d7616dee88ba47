"""The console's application: Textual around one desk, one store and one link.

Started by `console.main` through `run_console`; gives the terminal back when the person leaves. It knows how
to open screens and nothing about incidents.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, ClassVar

from textual.command import Provider
from textual.screen import Screen

from console.actions.catalog import CATALOG, Catalog
from console.output import CellDiffApp
from console.screens.desk_screen import DeskScreen
from console.screens.palette import ActionProvider
from console.screens.past import Past
from console.store import Store
from console.styles.palette import FULL, Palette
from console.styles.theme import THEME_NAME, theme
from console.texts.texts import Texts
from protocol.commands import Command


def utc_now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)


class ConsoleApp(CellDiffApp[None]):
    """One desk in one terminal."""

    CSS_PATH = "styles/desk.tcss"
    TITLE = "Openlijn"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ActionProvider}

    def __init__(
        self,
        *,
        store: Store,
        wish: Callable[[Command], object],
        texts: Texts,
        run_link: Callable[[], Awaitable[Any]] | None = None,
        catalog: Catalog = CATALOG,
        palette: Palette = FULL,
        past: Past | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """`wish` puts a command in the outbox; `run_link` lives as long as the app and feeds the store."""
        super().__init__(ansi_color=palette.native)
        self._run_link = run_link
        self.desk_screen = DeskScreen(
            store=store,
            wish=wish,
            texts=texts,
            catalog=catalog,
            palette=palette,
            past=past or Past(),
            clock=clock,
        )
        self.register_theme(theme(native=palette.native))
        self.theme = THEME_NAME
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The desk is the first screen, so that nothing is painted before it."""
        return self.desk_screen

    def on_mount(self) -> None:
        """The link lives as long as the application."""
        if self._run_link is not None:
            self.run_worker(self._run_link(), name="link", exit_on_error=True)
