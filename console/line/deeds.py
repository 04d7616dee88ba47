"""What the line's own actions of the screen do. Pure."""

from console.actions.action import Where
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import BeginLine, ChooseReader, Effects, GoTo, Select, Send, Tell, Values, Warn
from console.part.reader import Reader
from protocol.commands.contact import StepBack, StepIn
from protocol.model.member import Right


def go_line(context: Context, values: Values) -> Effects:
    """To the line, of another incident where one is named. By key colleagues read the row; again, alone."""
    if "incident" in values:
        return (Select(values["incident"]), GoTo(Where.LINE))
    reader = Reader.WHISPER if context.reader is Reader.LINE and context.panel is Where.LINE else Reader.LINE
    return (GoTo(Where.LINE), ChooseReader(reader))


def to_caller(context: Context) -> Effects:
    """The melder reads the next sentence; once more turns back to whoever read before."""
    incident = context.chosen()
    if incident is None:
        return (Tell(context.say("desk-choose-incident"), Tone.WARN),)
    if context.reader is Reader.CALLER:
        return (ChooseReader(None),)
    return (GoTo(Where.LINE), ChooseReader(Reader.CALLER))


def step(context: Context, values: Values) -> Effects:
    """Onto the contact line to speak, or, for who speaks there already, only to listen again.

    Where a reason is asked for, the line for it is begun.
    """
    if not context.permitted(context.catalog.by_id["step-in"]):
        return (Warn(context.say("desk-may-not", what=context.say("action-step"))),)
    incident = context.board.incidents.get(values["incident"])
    member = None if incident is None else incident.contact_line.member(context.name)
    speaks = member is not None and member.right is Right.TALKS
    if context.terms.reason_to_listen:
        verb = context.verb_of("step-back" if speaks else "step-in")
        return (BeginLine(f"{verb} #{values['incident']} "),)
    return (Send((StepBack if speaks else StepIn)(incident=values["incident"])),)
