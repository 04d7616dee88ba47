"""What asks something of the unit at this desk: colleagues, meldingen, cards, its arrival. Pure."""

from console.dispatch.arrivals import seeming
from console.paint.age import distance
from console.paint.tone import Tone
from console.part.context import Context
from console.part.whose_desk import our_incident, our_unit
from console.unit.around import Near, asked_words
from console.unit.keys import Ask
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.point import distance_m
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.rules.stacking import waits_for_unit

MOST_NEAR = 50


def away_m(context: Context, incident: Incident) -> float | None:
    """From our unit to the place of it; None when either is unknown."""
    unit = our_unit(context)
    fix = None if unit is None else context.fixes.get(unit.id)
    point = incident.place.point
    return None if fix is None or point is None else distance_m(fix.point, point)


def near(context: Context) -> tuple[Near, ...]:
    """Colleagues who ask near by, then what nobody is on; by urgency and distance."""
    unit, name, found = our_unit(context), context.name, []
    in_need = {each.incident: each.call_sign for each in context.board.emergencies.values()}
    for incident in context.board.open_incidents():
        asks = incident.scale.asked_at is not None and incident.scale.asked_by != name
        needs = in_need.get(incident.number)
        ours = unit is not None and (unit.id in incident.units or needs == name)
        if ours or not (asks or needs is not None or waits_for_unit(incident)):
            continue
        found.append(
            Near(
                number=incident.number,
                priority=incident.priority,
                what=incident.what or context.say("what-unknown"),
                place=incident.place.name or context.say("place-unknown"),
                away_m=away_m(context, incident),
                asked_by=incident.scale.asked_by if asks else "",
                words=incident.scale.asked_text if asks else "",
                in_need=needs is not None,
            )
        )
    return tuple(sorted(found, key=lambda each: _order(each, context.terms.nearby_m)))[:MOST_NEAR]


def _order(each: Near, nearby_m: int) -> tuple[bool, bool, int, float, int]:
    # In steps, so that the list stands still under the hand while one drives.
    away = 1e6 if each.away_m is None else each.away_m // 200
    asks_here = bool(each.asked_by) and (each.away_m is None or each.away_m <= nearby_m)
    return not each.in_need, not asks_here, each.priority, away, each.number


def cards_to_take(incident: Incident, name: Name) -> tuple[Entry, ...]:
    """The cards of which we have not said that we have them, oldest first."""
    return tuple(
        entry
        for entry in incident.entries
        if entry.card is not None
        and entry.struck_by is None
        and name not in entry.taken_by
        and entry.by != name
    )


def asks(context: Context, *, on_pair: bool) -> tuple[Ask, ...]:
    """What a key does now, what presses most first."""
    unit, incident, name = our_unit(context), our_incident(context), Name(context.name)
    found: list[Ask] = []
    if unit is not None and seeming(context) == unit:
        found.append(Ask(key=_number(context, UnitStatus.ON_SCENE), words=context.say("unit-seems-there")))
    if unit is not None and incident is not None:
        nearest = next((each for each in near(context) if each.asked_by or each.in_need), None)
        if nearest is not None:
            words = f"{context.say('unit-i-come')}: {asked_words(nearest, context.say)}"
            found.append(Ask(key=context.key_of("come-along"), words=words))
    if incident is not None:
        cards = cards_to_take(incident, name)
        if cards:
            found.append(
                Ask(
                    key=context.key_of("take-card"),
                    words=context.say("unit-card", count=len(cards)),
                    tone=Tone.P1,
                )
            )
    if incident is not None:
        found += _lines(context, incident, name)
    if unit is not None and unit.pair is not None and not on_pair:
        found.append(Ask(key=context.key_of("go-line"), words=_pair(context), tone=Tone.PLAIN))
    if unit is not None and incident is not None and unit.incident == incident.number:
        key = context.key_of("ask-colleagues")
        found.append(Ask(key=key, words=context.say("unit-call"), tone=Tone.PLAIN))
    return tuple(found)


def _lines(context: Context, incident: Incident, name: Name) -> list[Ask]:
    line = incident.contact_line
    if line.member(name) is None or not line.is_open:
        return []
    if context.line is LineKind.CONTACT:
        return [Ask(key=context.key_of("go-line"), words=context.say("unit-to-colleagues"), tone=Tone.STRONG)]
    said = line.words[-1] if line.words else None
    if said is not None and said.kind is EntryKind.MELDER:
        # Nobody has answered, and who looks at the colleagues' line would not see it.
        return [
            Ask(
                key=context.key_of("caller"),
                words=context.say("unit-melder-says", text=said.text),
                tone=Tone.MELDER,
            )
        ]
    return [Ask(key=context.key_of("caller"), words=context.say("unit-to-melder"), tone=Tone.STRONG)]


def pair_away_m(context: Context) -> float | None:
    """Between the halves; None when either was never seen."""
    unit = our_unit(context)
    fixes = context.fixes
    if unit is None or unit.pair is None or unit.id not in fixes or unit.pair not in fixes:
        return None
    return distance_m(fixes[unit.id].point, fixes[unit.pair].point)


def _pair(context: Context) -> str:
    unit = our_unit(context)
    other = None if unit is None else context.board.units.get(unit.pair or 0)
    away = pair_away_m(context)
    words = context.say("unit-mate", other="?" if other is None else other.call_sign)
    return words if away is None else f"{words} {distance(away)}"


def _number(context: Context, status: UnitStatus) -> str:
    """The number of the radio for it, else the key that does the same."""
    numbers = () if context.welcome is None else context.welcome.status_numbers
    found = next((str(number) for number, each in numbers if each is status and number < 10), None)
    return found or context.key_of("arrived")
