"""Answers to wishes, in words. Part of the desk.

A done wish is said once, lightly; a refused one stays until it is read, and words that were to be spoken come
back as a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.command.waiting_lines import line_of
from console.grammar.problem import Parsed
from console.melding.letting_go import show_missing
from console.paint.tone import Tone
from console.part.field import Field
from protocol.commands.contact import MakeLink, TellMelder
from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.timeline import Speak
from protocol.errors import Reason
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal

if TYPE_CHECKING:
    from console.desk.desk import Desk


class Answers:
    """Tells the desk's person what became of a wish."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(self, event: Answered) -> None:
        """An answer came."""
        desk, command = self._desk, event.command
        what = line_of(desk, command)
        match event.answer:
            case Refusal() as refusal:
                why = desk.texts.refusal(refusal)
                desk.notices.warn(desk.say("desk-refused", what=what, why=why))
                if refusal.reason is Reason.CANNOT_LET_GO and isinstance(command, CloseIncident):
                    self._cannot_let_go(command.incident)
                if isinstance(command, Speak):
                    desk.drafts.take_back(command.incident, command.text)
            case Done(number=number) if number:
                told = desk.say("desk-done-number", what=what, number=number)
                desk.notices.tell(told, Tone.GOOD, yields=True)
                if isinstance(command, OpenIncident) and desk.field is None:
                    desk.select(number)
            case Done() if isinstance(command, MakeLink) and desk.field is None:
                # Whoever makes a link reads it out next.
                asked = Parsed(
                    action=desk.catalog.by_id["show-link"],
                    values={"incident": command.incident},
                    commands=(),
                )
                desk.beyond.open_document(asked)
            case Done() if not (isinstance(command, Speak | TellMelder) and desk.field is Field.SPEAK):
                # What one said stands on the line already; saying so again is noise.
                desk.notices.tell(desk.say("desk-done", what=what), Tone.GOOD)
            case _:
                pass

    def _cannot_let_go(self, number: int) -> None:
        """What is missing, at once; under the hand of somebody who types nothing moves."""
        if self._desk.field is None:
            self._desk.select(number)
            show_missing(self._desk)
