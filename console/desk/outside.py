"""What the desk asks of the program around it. Implemented by the Textual screen, and by a fake in tests."""

from collections.abc import Sequence
from typing import Protocol, assert_never

from console.actions.action import Action
from console.actions.problem import Parsed
from console.part.effects import (
    ForgetWish,
    ForOutside,
    OpenDocument,
    OpenHelp,
    OpenHistory,
    OpenIndicators,
    OpenList,
    OpenPalette,
    Quit,
    SendAgain,
    SpeakLanguage,
)
from protocol.commands.command import Command
from protocol.session.outbox import Wish


class Outside(Protocol):
    """The world outside the desk."""

    def wish(self, command: Command) -> int:
        """Put the command in the outbox. The id of the wish."""

    def again(self, wish: Wish) -> object:
        """Put a wish that was left or withheld in the outbox, under its own id: it belongs here now."""

    def forget(self, id: int) -> object:
        """Take a wish that was withheld, or that went nowhere yet, out of the outbox, for good."""

    def bell(self) -> None:
        """A sound, once."""

    def open_help(self, action: Action | None) -> None:
        """Show the keys of where we are, or what one action does."""

    def open_list(self, title: str, lines: Sequence[str]) -> None:
        """Show these lines over the screen."""

    def open_history(self, number: int) -> None:
        """Fetch everything that happened with an incident, and show it when it is there."""

    def open_document(self, asked: Parsed) -> None:
        """Fetch the document that the line asks for, and show it when it is there."""

    def open_indicators(self) -> None:
        """Show the room's figures, and keep them fresh while they are shown."""

    def open_palette(self) -> None:
        """Search in everything that can be done."""

    def speak_language(self, language: str) -> None:
        """Show everything in this language from now on."""

    def quit(self) -> None:
        """Leave the program."""


def open_outside(outside: Outside, effect: ForOutside) -> None:
    """What the program around the desk does for this effect."""
    match effect:
        case SendAgain(wish):
            outside.again(wish)
        case ForgetWish(id):
            outside.forget(id)
        case OpenList(title, lines):
            outside.open_list(title, lines)
        case OpenDocument(asked):
            outside.open_document(asked)
        case OpenHistory(incident):
            outside.open_history(incident)
        case OpenIndicators():
            outside.open_indicators()
        case OpenPalette():
            outside.open_palette()
        case OpenHelp(action):
            outside.open_help(action)
        case SpeakLanguage(language):
            outside.speak_language(language)
        case Quit():
            outside.quit()
        case _:
            assert_never(effect)
