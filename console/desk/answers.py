"""Answers to wishes, in words. Pure.

A done wish is said once, lightly; a refused one stays until it is read.
"""

from attrs import evolve

from console.actions.problem import Parsed
from console.command.due_said import due_said
from console.command.waiting_lines import line_of
from console.melding.melding_part import MeldingPart
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, OpenDocument, Select, Tell, Warn
from console.row.said import words_of
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.contact import MakeLink
from protocol.commands.incidents import CloseIncident
from protocol.errors import Reason
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal


def answered(melding: MeldingPart, context: Context, event: Answered) -> Effects:
    """What became of a wish, said to whoever wished it."""
    command = event.command
    what = line_of(context, command)
    match event.answer:
        case Refusal() as refusal:
            return _refused(melding, context, command, what, refusal)
        case Done(number=number) if number:
            # Where one stands then is the business of `new_calls`.
            return (Tell(context.say("desk-done-number", what=what, number=number), Tone.GOOD, yields=True),)
        case Done() if isinstance(command, MakeLink) and not context.typing:
            # Whoever makes a link reads it out next.
            action, values = context.catalog.by_id["show-link"], {"incident": command.incident}
            return (OpenDocument(Parsed(action=action, values=values, commands=())),)
        case Done() if isinstance(command, TakeBack):
            # What was taken back was said when it came, and with it who hears of it.
            return NOTHING
        case Done() if words_of(command) is None:
            # What one said stands on the line already; saying so again is noise.
            due = due_said(command, context.now, context.texts)
            said = (
                context.say("desk-done-due", what=what, due=due)
                if due
                else context.say("desk-done", what=what)
            )
            return (Tell(said, Tone.GOOD),)
        case _:
            return NOTHING


def _refused(
    melding: MeldingPart, context: Context, command: Command, what: str, refusal: Refusal
) -> Effects:
    """Why not; what is missing, at once, where nobody types: under the hand of somebody nothing moves."""
    why = context.texts.refusal(refusal)
    warning = Warn(context.say("desk-refused", what=what, why=why))
    cannot = refusal.reason is Reason.CANNOT_LET_GO and isinstance(command, CloseIncident)
    if not cannot or not isinstance(command, CloseIncident) or context.typing:
        return (warning,)
    shown = melding.show_missing(evolve(context, incident=command.incident))
    return (warning, Select(command.incident), *shown)
