"""Speaking on the line of the selected incident that is shown. Pure: what comes of it is in the effects."""

from console.field.edit import Edit
from console.line.lines import Lines
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import Effects, Send, Tell, Warn


def begin_to_speak(lines: Lines, context: Context) -> Effects:
    """To the speaking line of the selected incident, if it is one where one can speak."""
    incident = context.chosen()
    if incident is None:
        return (Tell(context.say("desk-choose-incident"), Tone.WARN),)
    if not incident.is_open:
        return (Tell(context.say("desk-line-closed"), Tone.WARN),)
    return lines.begin_to_speak(context, incident)


def speak(lines: Lines, context: Context, text: str) -> Effects:
    """Say it on the selected incident's line. The draft goes only with the wish; what is refused stays."""
    incident = context.chosen()
    if incident is None or not incident.is_open:
        return (Warn(context.say("desk-line-closed")),)
    try:
        command = lines.spoken(context, incident, text)
    except ValueError as error:
        return (Warn(context.say("problem-unsendable", why=str(error))),)
    if command is None:
        return lines.not_sent(context, incident)
    lines.keep(context, Edit())
    return (Send(command),)
