"""How a unit comes on duty when its account comes in: as the last time, else asked once with a line begun.

Fed by the unit's part; sends the wish through effects, and keeps what was accepted for the next time.
"""

from typing import Protocol

from console.command.command_line import CommandLine
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, BeginLine, Effects, Focus, Send, Tell
from console.part.whose_desk import our_unit
from protocol.commands.units import SignOnUnit
from protocol.session.events import Answered, Event
from protocol.wire.messages import Done


class Duty(Protocol):
    """How this unit signed on before."""

    def of(self, call_sign: str) -> SignOnUnit | None:
        """The last time; None for never."""

    def keep(self, wish: SignOnUnit) -> None:
        """For the next time."""


class SigningOn:
    """Asks at most once in a run."""

    def __init__(self, line: CommandLine) -> None:
        self.duty: Duty | None = None
        self._line = line
        self._asked = False
        self._prefilled = ""
        """The line that asks how to sign on, as it was begun."""

    def forget(self) -> None:
        """Another history: nobody asked to be on duty in it, so nothing is done or begun by itself."""
        self._asked, self._prefilled = True, ""

    def take(self, context: Context, event: Event) -> None:
        """What was accepted is kept for the next time."""
        match event:
            case Answered(command=SignOnUnit() as wish, answer=Done()) if wish.call_sign == context.name:
                if self.duty is not None:
                    self.duty.keep(wish)
            case _:
                pass

    def live(self, context: Context) -> Effects:
        """The link is there: sign on as the last time, else ask how."""
        welcome = context.welcome
        if self._asked or welcome is None or our_unit(context) is not None:
            return NOTHING
        self._asked = True
        if any(isinstance(wish.command, SignOnUnit) for wish in context.waiting):
            return NOTHING
        before = None if self.duty is None else self.duty.of(welcome.name)
        if before is not None:
            return (Send(before),)
        words = (context.verb_of("sign-on"), welcome.name, context.say("means-car"), context.say("crew-2"))
        self._prefilled = f"{' '.join(words)} "
        return (BeginLine(self._prefilled), Tell(context.say("unit-how-to-sign-on"), Tone.WARN))

    def settle(self, context: Context) -> Effects:
        """Signed on elsewhere meanwhile: the question is answered, unless somebody works on it."""
        if not self._prefilled or our_unit(context) is None:
            return NOTHING
        untouched, self._prefilled = self._line.edit.text == self._prefilled, ""
        if not untouched:
            return NOTHING
        self._line.begin("")
        return (Focus(None),)
