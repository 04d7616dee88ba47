"""Who is on the way: how long until they are there, and whether that is in the site's time (A55). Pure."""

from collections.abc import Mapping

from console.harmless import harmless
from console.melding.labelled import Setting, labelled
from console.paint.arrival import arrival, arrival_tone, misses_target
from console.paint.row import Row, Span
from console.paint.signs import STATUS_TONES
from console.paint.text import fit
from console.paint.tone import Tone
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus

_DRIVES = (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)


def coming_rows(
    setting: Setting, units: Mapping[int, Unit], *, seeming: frozenset[int], confirm: str
) -> list[Row]:
    """One row a unit that drives here; none when nobody does. `confirm` is the key that says who is there."""
    incident = setting.incident
    driving = [units[id] for id in incident.units if id in units and units[id].status in _DRIVES]
    lines = [_line(unit, setting, seeming, confirm) for unit in driving]
    return labelled(setting.say("arrival-label"), lines, setting.width)


def _line(unit: Unit, setting: Setting, seeming: frozenset[int], confirm: str) -> tuple[Span, ...]:
    say, incident, expected = setting.say, setting.incident, unit.expected_at
    spans: list[Span] = [(fit(harmless(unit.call_sign), 7) + " ", STATUS_TONES[unit.status])]
    if expected is None:
        spans.append((say("arrival-unknown"), Tone.DIM))
    else:
        late = misses_target(incident, expected, setting.terms)
        tone = arrival_tone(expected, setting.now, too_late=late)
        spans.append((fit(arrival(expected, setting.now, step_s=1), 6, right=True), tone))
        spans.append((f"  {setting.clock(expected)}", Tone.DIM))
        target = setting.terms.target(incident.priority)
        if late and target is not None:
            minutes = int(target.total_seconds()) // 60
            spans.append((f"  ✖ {say('arrival-over', minutes=minutes)}", Tone.BAD))
    if unit.id in seeming:
        spans.append((f"  {confirm} {say('arrival-seems-short')}", Tone.GOOD))
    return tuple(spans)
