"""The words under a command that is being typed: which melding it goes to, before Enter. Pure.

Read from the line by `line_reading.aimed`; empty for a command that is about no melding.
"""

from console.actions.problem import Problem
from console.command.line_reading import aimed
from console.command.notice_bar import NoticeView
from console.grammar.aim import Aim
from console.paint.tone import Tone
from console.part.context import Context


def where_it_goes(context: Context, line: str) -> NoticeView:
    """The melding that is meant, with what and where, or what is wrong with its number."""
    match aimed(context, line):
        case Aim() as aim:
            return NoticeView(text=_sentence(context, aim), tone=Tone.STRONG if aim.named else Tone.DIM)
        case Problem() as problem:
            return NoticeView(text=problem.sentence(context.texts), tone=Tone.WARN)
        case None:
            return NoticeView()


def _sentence(context: Context, aim: Aim) -> str:
    incident = context.board.incidents.get(aim.incident)
    if incident is None:
        return context.say("aim-left", number=aim.incident)
    key = "aim-named" if aim.named else "aim-selected"
    return context.say(key, number=aim.incident, what=incident.what, place=incident.place.name)
