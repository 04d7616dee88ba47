"""The world outside the desk, on a real screen: what goes up, what sounds, what lies over the panels."""

from collections.abc import Callable, Sequence
from itertools import chain, repeat

from textual.screen import Screen

from console.actions.action import Action
from console.actions.problem import Parsed
from console.desk.desk import Desk
from console.line.entries import entry_rows
from console.paint.palette import Palette
from console.paint.row import BLANK, Row, plain
from console.paint.text import wrap
from console.shell.about import Note, about_rows
from console.shell.document_reading import Reading
from console.shell.help import HelpScreen, action_rows, key_rows
from console.shell.up_link import UpLink
from console.texts.texts import Texts
from protocol.commands.command import Command
from protocol.session.outbox import Wish


class ScreenOutside:
    """Implements the desk's Outside for one Textual screen."""

    def __init__(
        self,
        screen: Screen[None],
        palette: Palette,
        link: UpLink,
        *,
        notes: Sequence[Note],
        desk: Callable[[], Desk],
        reading: Callable[[], Reading],
        wished: Callable[[], None],
    ) -> None:
        """`wished` is called when a wish has gone; `desk` and `reading` are made after this."""
        self._screen = screen
        self._palette = palette
        self._link = link
        self._notes = notes
        self._desk = desk
        self._reading = reading
        self._wished = wished

    def wish(self, command: Command) -> int:
        """The desk's wish goes to the link."""
        id = self._link.wish(command)
        self._wished()
        return id

    def again(self, wish: Wish) -> None:
        """A wish that was left goes to the link after all."""
        self._link.again(wish)

    def forget(self, id: int) -> None:
        """A wish that was withheld, or taken back in time, does not go."""
        self._link.forget(id)

    def bell(self) -> None:
        """A sound, once."""
        self._screen.app.bell()

    def open_help(self, action: Action | None) -> None:
        """The keys of where we are, or one action."""
        desk = self._desk()
        context = desk.context()
        about = about_rows(self._notes, self._screen.size.width - 2)
        # First what is to be known of this run, where there is such a thing; else the keys.
        rows = [*about, BLANK, *key_rows(context)] if self._notes else [*key_rows(context), *about]
        rows = rows if action is None else action_rows(context, action)
        self._over(desk.say("desk-help-title", where=desk.say(f"desk-where-{context.panel.value}")), rows)

    def open_list(self, title: str, lines: Sequence[str]) -> None:
        """Lines over the screen."""
        width = self._screen.size.width - 4
        self._over(
            title,
            [
                plain(f"{' ' if first else '   '}{part}")
                for line in lines
                for first, part in zip(chain([True], repeat(False)), wrap(line, width), strict=False)
            ],
        )

    def open_history(self, number: int) -> None:
        """Everything that happened with an incident."""
        self._reading().history(number)

    def open_document(self, asked: Parsed) -> None:
        """What a line asks of the server."""
        self._reading().document(asked)

    def open_indicators(self) -> None:
        """The room's figures, kept fresh."""
        self._reading().indicators()

    def open_palette(self) -> None:
        """Search in everything that can be done."""
        self._screen.app.action_command_palette()

    def speak_language(self, language: str) -> None:
        """Every word in this language from now on."""
        entry_rows.cache_clear()
        self._desk().use_texts(Texts(language))

    def quit(self) -> None:
        """Leave the program."""
        self._screen.app.exit()

    def _over(self, title: str, rows: Sequence[Row]) -> None:
        close = self._desk().say("desk-help-close")
        self._screen.app.push_screen(HelpScreen(self._palette, title, rows, close))
