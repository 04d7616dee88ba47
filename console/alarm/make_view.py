"""From what asks at this desk to the row across the top. Pure."""

from attrs import frozen

from console.actions.key_names import key_name
from console.alarm.alarms import KEY, Alarms, may_say
from console.alarm.asked_here import Here
from console.alarm.asking import Asking
from console.alarm.bar import AlarmRow, AlarmView
from console.part.context import Context
from console.part.sounds import CALLER, COLLEAGUES, PRIORITY_1, SENT, YOUR_PRIORITY_1
from protocol.model.incident import Incident

_URGENT = frozenset({PRIORITY_1.key, YOUR_PRIORITY_1.key, CALLER.key, COLLEAGUES.key})


@frozen
class _Said:
    """The sentence of a question at this desk, and whom it names."""

    key: str
    who: str = ""
    words: str = ""


def alarm_view(alarms: Alarms, context: Context) -> AlarmView:
    """What asks; while nothing does, what is only told."""
    incidents = context.board.incidents
    asked = alarms.shown(context.waiting)
    rows = [_row(here, incidents[here.asking.number], context) for here in asked if _is_there(here, context)]
    told = () if rows else tuple(each for each in alarms.told if each.number in incidents)
    rows += [AlarmRow(key="told", incident=incidents[each.number]) for each in told]
    if not rows:
        return AlarmView()
    keys = [(context.key_of("next-urgent"), context.say("sound-go"))]
    if asked and asked[0].asking.sound.by_word and may_say(asked[0].asking, context):
        keys.insert(0, (key_name(KEY), context.say("sound-heard")))
    return AlarmView(rows=tuple(rows), keys=tuple(each for each in keys if each[0]))


def _is_there(here: Here, context: Context) -> bool:
    return here.asking.number in context.board.incidents


def _row(here: Here, incident: Incident, context: Context) -> AlarmRow:
    said = _said(here, incident, context)
    return AlarmRow(
        key=said.key,
        incident=incident,
        who=said.who,
        words=said.words,
        is_urgent=here.asking.sound.key in _URGENT,
    )


def _said(here: Here, incident: Incident, context: Context) -> _Said:
    asking = here.asking
    key = asking.sound.key
    if asking.sound is COLLEAGUES:
        return _Said(key, incident.scale.asked_by or asking.by, incident.scale.asked_text)
    if here.rung and asking.sound in (YOUR_PRIORITY_1, SENT):
        return _Said(f"{key}-climbed", _not_heard(asking, context))
    return _Said(key)


def _not_heard(asking: Asking, context: Context) -> str:
    units = (context.board.units.get(id) for id in asking.units if id not in asking.heard)
    return ", ".join(each.call_sign for each in units if each is not None)
