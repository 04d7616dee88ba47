"""What each action of the screen alone does, by its id: the deeds of the parts, and those of no part.

Called with the values of a typed line, or with `by-key` when its key was pressed.
"""

from collections.abc import Callable, Mapping

from console.actions.action import Where
from console.chart.deeds import DEEDS as CHART_DEEDS
from console.chart.deeds import Deed as ChartDeed
from console.command.waiting_lines import lines_of
from console.desk.left_group import group_lines
from console.desk.parts import Parts
from console.dispatch.dispatching import DEEDS as DISPATCH_DEEDS
from console.dispatch.dispatching import Deed as DispatchDeed
from console.field.edit import holding
from console.line.deeds import go_line, step, to_caller
from console.melding.owed_feedback import owed_lines
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    Effects,
    FilterBy,
    Focus,
    GoTo,
    OpenHelp,
    OpenHistory,
    OpenIndicators,
    OpenList,
    OpenPalette,
    Quit,
    Select,
    SelectUnit,
    SpeakLanguage,
    Tell,
    ToggleClosed,
    ToggleNearest,
    Values,
    WantFloor,
)
from console.part.field import Field
from console.unit.to_do import own_lines
from protocol.model.incident import Incident
from protocol.model.unit import Unit

Deed = Callable[[Parts, Context, Values], Effects]


def show(_parts: Parts, context: Context, values: Values) -> Effects:
    """Select what is named and go where it is listed."""
    match values["subject"]:
        case Incident(number=number):
            return (Select(number), GoTo(Where.BOARD if context.panel is Where.UNITS else context.panel))
        case Unit(id=id):
            return (SelectUnit(id), GoTo(context.panel if context.panel is Where.MAP else Where.UNITS))
        case _:
            return NOTHING


def urgent(parts: Parts, context: Context, step_by: int) -> Effects:
    """What rings first; else the next open incident in order of urgency, round and round."""
    ringing = [number for number in parts.alarms.rows if number in context.board.incidents]
    if ringing:
        return (Select(ringing[0]),)
    numbers = [incident.number for incident in context.board.open_incidents()]
    if not numbers or numbers == [context.incident]:
        return (Tell(context.say("desk-no-urgent"), Tone.DIM),)
    if context.incident in numbers:
        place = numbers.index(context.incident)
    else:
        place = -1 if step_by > 0 else 0
    return (Select(numbers[(place + step_by) % len(numbers)]),)


def filtered(_parts: Parts, _context: Context, values: Values) -> Effects:
    """By key: type the filter. By line: filter by the words, or by none."""
    if values.get("by-key"):
        return (GoTo(Where.BOARD), Focus(Field.FILTER))
    return (FilterBy(holding(str(values.get("wanted", "")))),)


def waiting(parts: Parts, context: Context, _values: Values) -> Effects:
    """Everything without an answer, in order."""
    lines, left = lines_of(context, context.waiting), left_lines(parts, context)
    shown: Effects = (OpenList(context.say("left-title"), left),) if left else NOTHING
    if lines:
        return (*shown, OpenList(context.say("desk-waiting", count=len(lines)), lines))
    return shown or (Tell(context.say("desk-nothing-waits"), Tone.DIM),)


def left_lines(parts: Parts, context: Context) -> list[str]:
    """What was not made here and now: a head for each history, then its wishes and texts."""
    here = parts.leftovers.here
    return [line for group in parts.leftovers.groups(context) for line in group_lines(context, group, here)]


def mine(_parts: Parts, context: Context, _values: Values) -> Effects:
    """What one's own unit has promised and taken on."""
    return (OpenList(context.say("unit-mine"), own_lines(context) or [context.say("unit-mine-none")]),)


def floor(_parts: Parts, context: Context, _values: Values) -> Effects:
    """The floor of the line that is shown is asked for, or no longer."""
    incident = context.chosen()
    return NOTHING if incident is None else (WantFloor(incident.number, context.line),)


def letting_go(parts: Parts, context: Context, _values: Values) -> Effects:
    """What is missing to let the selected incident go."""
    if context.chosen() is None:
        return (Tell(context.say("desk-choose-incident"), Tone.WARN),)
    return parts.melding.show_missing(context)


def bell(parts: Parts, context: Context, _values: Values) -> Effects:
    """The bell off for a while, or on again."""
    silent = parts.alarms.hush.toggle(context.now)
    return (Tell(context.say("desk-bell-now-off" if silent else "desk-bell-on-again"), Tone.WARN),)


def in_need(parts: Parts, context: Context, _values: Values) -> Effects:
    """What one can do for a colleague in need, by its digit; where nobody is, it is said."""
    return parts.emergencies.list_deeds(context)


def owed(_parts: Parts, context: Context, values: Values) -> Effects:
    """The melders who have not heard how it ended, of the room or of one."""
    lines = owed_lines(context.board, context.say, str(values.get("by-whom", "")))
    if lines:
        return (OpenList(context.say("owed-title", count=len(lines)), lines),)
    return (Tell(context.say("owed-none"), Tone.GOOD),)


def _panel(where: Where) -> Deed:
    """The keys go to this panel."""
    return lambda _parts, _context, _values: (GoTo(where), Focus(None))


def _of_dispatch(deed: DispatchDeed) -> Deed:
    return lambda parts, context, values: deed(parts.dispatch, context, values)


def _of_chart(deed: ChartDeed) -> Deed:
    return lambda parts, context, values: deed(parts.chart, context, values)


DEEDS: Mapping[str, Deed] = {
    "command": lambda _parts, _context, _values: (Focus(Field.COMMAND),),
    "go-board": _panel(Where.BOARD),
    "go-units": _panel(Where.UNITS),
    "go-map": _panel(Where.MAP),
    "go-line": lambda _parts, context, values: go_line(context, values),
    "show": show,
    "next-urgent": lambda parts, context, _values: urgent(parts, context, 1),
    "previous-urgent": lambda parts, context, _values: urgent(parts, context, -1),
    "filter": filtered,
    "closed": lambda _parts, _context, _values: (ToggleClosed(),),
    "work": lambda parts, context, _values: parts.melding.toggle(context),
    "intake": lambda parts, context, _values: parts.intake.forms.open(context),
    "resume": lambda parts, context, _values: parts.intake.forms.resume(context),
    "detach": lambda parts, context, values: parts.intake.forms.detach(context, values["incident"]),
    "grow": lambda parts, context, values: parts.intake.forms.grow(context, values["incident"]),
    "letting-go": letting_go,
    "bell": bell,
    "caller": lambda _parts, context, _values: to_caller(context),
    "mine": mine,
    "floor": floor,
    "in-need": in_need,
    "step": lambda _parts, context, values: step(context, values),
    "owed": owed,
    "nearest": lambda _parts, _context, _values: (ToggleNearest(),),
    "waiting": waiting,
    "send-left": lambda parts, context, _values: parts.leftovers.send(context),
    "discard-left": lambda parts, context, _values: parts.leftovers.forget(context),
    "indicators": lambda _parts, _context, _values: (OpenIndicators(),),
    "history": lambda _parts, _context, values: (OpenHistory(values["incident"]),),
    "help": lambda _parts, _context, values: (OpenHelp(values.get("verb")),),
    "palette": lambda _parts, _context, _values: (OpenPalette(),),
    "language": lambda _parts, _context, values: (SpeakLanguage(values["language"]),),
    "quit": lambda _parts, _context, _values: (Quit(),),
    **{id: _of_dispatch(deed) for id, deed in DISPATCH_DEEDS.items()},
    **{id: _of_chart(deed) for id, deed in CHART_DEEDS.items()},
}
"""By the action's id."""
