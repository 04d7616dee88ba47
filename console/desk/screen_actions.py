"""What each action of the screen alone does to the desk: goes somewhere, looks elsewhere, asks for help.

Called by the desk with the values of a typed line, or with none when its key was pressed. Sends nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from console.actions.action import Where
from console.board.filtering import filter_by
from console.chart.chart import Target
from console.command.waiting_lines import left_lines, waiting_lines
from console.field.edit import holding
from console.harmless import harmless
from console.melding.letting_go import show_missing
from console.melding.owed_feedback import owed_lines
from console.paint.tone import Tone
from console.part.field import Field
from protocol.commands.contact import StepBack, StepIn
from protocol.model.incident import Incident
from protocol.model.member import Right
from protocol.model.point import Point
from protocol.model.unit import Unit

if TYPE_CHECKING:
    from console.desk.desk import Desk

Values = Mapping[str, Any]


def go_line(desk: Desk, values: Values) -> None:
    """To the line, of another incident where one is named; by key and there already: to the other line."""
    if "incident" in values:
        desk.select(values["incident"])
    elif values.get("by-key") and desk.panel is Where.LINE:
        desk.lines.switch()
    desk.panel = Where.LINE


def show(desk: Desk, values: Values) -> None:
    """Select what is named and go where it is listed."""
    match values["subject"]:
        case Incident(number=number):
            desk.select(number)
            desk.panel = Where.BOARD if desk.panel is Where.UNITS else desk.panel
        case Unit(id=id):
            desk.unit = id
            desk.panel = desk.panel if desk.panel is Where.MAP else Where.UNITS


def urgent(desk: Desk, step: int) -> None:
    """What rings first; else the next open incident in order of urgency, round and round."""
    alarms = desk.alarms
    rows = (*alarms.unseen, *alarms.wrote, *alarms.asked)
    ringing = [number for number in rows if number in desk.store.board.incidents]
    if ringing:
        desk.select(ringing[0])
        return
    numbers = [incident.number for incident in desk.store.board.open_incidents()]
    if not numbers or numbers == [desk.incident]:
        desk.notices.tell(desk.say("desk-no-urgent"), Tone.DIM)
        return
    place = numbers.index(desk.incident) if desk.incident in numbers else (-1 if step > 0 else 0)
    desk.select(numbers[(place + step) % len(numbers)])


def filtered(desk: Desk, values: Values) -> None:
    """By key: type the filter. By line: filter by the words, or by none."""
    if values.get("by-key"):
        desk.panel, desk.field = Where.BOARD, Field.FILTER
        return
    filter_by(desk, holding(str(values.get("wanted", ""))))


def closed(desk: Desk, _values: Values) -> None:
    """Closed incidents too, or not."""
    desk.show_closed = not desk.show_closed


def nearest(desk: Desk, _values: Values) -> None:
    """Units by distance, or by call sign."""
    desk.nearest_first = not desk.nearest_first


def picked_point(desk: Desk) -> Point | None:
    """Where what is selected on the map is; None when nobody knows, and a word says so."""
    unit = desk.store.board.units.get(desk.unit or 0)
    incident = desk.chosen()
    point, name = None, "–"
    if unit is not None:
        fix = desk.store.fixes.get(unit.id)
        point, name = None if fix is None else fix.point, str(unit.call_sign)
    elif incident is not None:
        point, name = incident.place.point, str(incident.number)
    if point is None:
        desk.notices.tell(desk.say("desk-no-point", what=harmless(name)), Tone.WARN)
    return point


def centre(desk: Desk, _values: Values) -> None:
    """What is selected in the middle of the map."""
    point = picked_point(desk)
    if point is not None:
        desk.chart.centre(point)


def follow(desk: Desk, values: Values) -> None:
    """Follow the unit named, else what is selected; once more lets go."""
    unit = values.get("unit", desk.unit)
    if isinstance(unit, tuple):
        unit = unit[0]
    target = Target(unit=unit) if unit is not None else Target(incident=desk.incident)
    if "unit" in values:
        desk.unit = unit
    if desk.chart.following == target or target == Target():
        desk.chart.follow(None)
    elif picked_point(desk) is not None:
        desk.chart.follow(target)


def pan(desk: Desk, columns: int, rows: int) -> None:
    """Half a map further: each step costs a map of bytes, so few and large ones."""
    place = desk.places().get("map")
    if place is not None:
        desk.chart.pan(columns * place.width // 2, rows * (place.height - 1) // 2)


def walk(desk: Desk, step: int) -> None:
    """The next of the incidents and units in view, in reading order."""
    spots = desk.on_map()
    if not spots:
        return
    here = Target(unit=desk.unit) if desk.unit is not None else Target(incident=desk.incident)
    place = spots.index(here) if here in spots else (-1 if step > 0 else 0)
    chosen = spots[(place + step) % len(spots)]
    desk.unit = chosen.unit
    if chosen.incident is not None:
        desk.select(chosen.incident)


def waiting(desk: Desk, _values: Values) -> None:
    """Everything without an answer, in order."""
    lines, left = waiting_lines(desk), left_lines(desk)
    if left:
        desk.beyond.open_list(desk.say("left-title"), left)
    if lines:
        desk.beyond.open_list(desk.say("desk-waiting", count=len(lines)), lines)
    elif not left:
        desk.notices.tell(desk.say("desk-nothing-waits"), Tone.DIM)


def melding(desk: Desk, _values: Values) -> None:
    """The melding panel, or not."""
    desk.melding_shown = not desk.melding_shown
    if not desk.melding_shown and desk.panel is Where.MELDING:
        desk.panel = Where.BOARD


def letting_go(desk: Desk, _values: Values) -> None:
    """What is missing to let the selected incident go."""
    if desk.chosen() is None:
        desk.notices.tell(desk.say("desk-choose-incident"), Tone.WARN)
    else:
        show_missing(desk)


def bell(desk: Desk, _values: Values) -> None:
    """The bell off, or on again."""
    silent = desk.rings.toggle()
    desk.notices.tell(desk.say("desk-bell-now-off" if silent else "desk-bell-on-again"), Tone.WARN)


def step(desk: Desk, values: Values) -> None:
    """Onto the contact line to speak, or, for who speaks there already, only to listen again.

    Where a reason is asked for, the line for it is begun.
    """
    if not desk.permitted(desk.catalog.by_id["step-in"]):
        desk.notices.warn(desk.say("desk-may-not", what=desk.say("action-step")))
        return
    incident = desk.store.board.incidents.get(values["incident"])
    welcome = desk.store.welcome
    own = "" if welcome is None else welcome.name
    member = None if incident is None else incident.contact_line.member(own)
    speaks = member is not None and member.right is Right.TALKS
    if desk.terms.reason_to_listen:
        action = desk.catalog.by_id["step-back" if speaks else "step-in"]
        desk.line.begin(f"{action.verb_in(desk.texts.language)} #{values['incident']} ")
        desk.field = Field.COMMAND
    else:
        desk.send((StepBack if speaks else StepIn)(incident=values["incident"]))


def owed(desk: Desk, values: Values) -> None:
    """The melders who have not heard how it ended, of the room or of one."""
    lines = owed_lines(desk.store.board, desk.say, str(values.get("by-whom", "")))
    if lines:
        desk.beyond.open_list(desk.say("owed-title", count=len(lines)), lines)
    else:
        desk.notices.tell(desk.say("owed-none"), Tone.GOOD)


def field(desk: Desk, which: Field) -> None:
    """The keys go to this field."""
    desk.field = which


def panel(desk: Desk, where: Where) -> None:
    """The keys go to this panel."""
    desk.panel, desk.field = where, None


DEEDS: Mapping[str, Callable[[Desk, Values], None]] = {
    "command": lambda desk, _: field(desk, Field.COMMAND),
    "go-board": lambda desk, _: panel(desk, Where.BOARD),
    "go-units": lambda desk, _: panel(desk, Where.UNITS),
    "go-map": lambda desk, _: panel(desk, Where.MAP),
    "go-line": go_line,
    "show": show,
    "next-urgent": lambda desk, _: urgent(desk, 1),
    "previous-urgent": lambda desk, _: urgent(desk, -1),
    "filter": filtered,
    "closed": closed,
    "work": melding,
    "intake": lambda desk, _: desk.forms.open(),
    "letting-go": letting_go,
    "bell": bell,
    "step": step,
    "owed": owed,
    "indicators": lambda desk, _: desk.beyond.open_indicators(),
    "recommend": lambda desk, values: desk.dispatch.toggle_list(values["incident"]),
    "assign-first": lambda desk, values: desk.dispatch.send_first(values["incident"]),
    "reach": lambda desk, values: desk.dispatch.reach(values.get("minutes"), values.get("sending", ())),
    "nearest": nearest,
    "zoom-in": lambda desk, _: desk.chart.zoom(1),
    "zoom-out": lambda desk, _: desk.chart.zoom(-1),
    "pan-left": lambda desk, _: pan(desk, -1, 0),
    "pan-right": lambda desk, _: pan(desk, 1, 0),
    "pan-up": lambda desk, _: pan(desk, 0, -1),
    "pan-down": lambda desk, _: pan(desk, 0, 1),
    "map-next": lambda desk, _: walk(desk, 1),
    "map-previous": lambda desk, _: walk(desk, -1),
    "fit": lambda desk, _: desk.chart.fit(),
    "centre": centre,
    "follow": follow,
    "waiting": waiting,
    "send-left": lambda desk, _: desk.leftovers.send(),
    "discard-left": lambda desk, _: desk.leftovers.forget(),
    "history": lambda desk, values: desk.beyond.open_history(values["incident"]),
    "help": lambda desk, values: desk.beyond.open_help(values.get("verb")),
    "palette": lambda desk, _: desk.beyond.open_palette(),
    "language": lambda desk, values: desk.beyond.speak_language(values["language"]),
    "quit": lambda desk, _: desk.beyond.quit(),
}
"""By the action's id."""
