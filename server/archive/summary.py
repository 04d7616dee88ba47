"""From an incident to its case, and to the words by which it is found. Pure.

Called by the store for each incident that a change touched. It never changes an incident.
"""

from collections import Counter
from datetime import datetime

from protocol.model.choice import Choice
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.melder import Melder
from protocol.model.point import Point
from protocol.model.promise import PromiseState
from protocol.model.text import TAKEN_BACK
from protocol.rules.contact import holder
from protocol.rules.letting_go import feedback_owed
from server.archive.case import GIVEN, IMPOSSIBLE, NONE, OWED, Case, Sent


def case_of(incident: Incident, *, assigned: datetime | None, passed: tuple[str, ...]) -> Case:
    """The case of an incident; `assigned` and `passed` are what its facts said and the board forgets."""
    melder = incident.intake.melder or Melder()
    lat, lon = _degrees(incident.place.point)
    reacted, reaction = _reactions(incident)
    promises = _promises(incident)
    cards = _cards(incident)
    return Case(
        number=incident.number,
        opened=incident.opened_at,
        closed=None if incident.is_open else incident.phase_since,
        closed_because=_closed_because(incident),
        priority=int(incident.priority),
        code=incident.intake.code,
        what=incident.what,
        place=incident.place.name,
        lat=lat,
        lon=lon,
        melder_number=melder.number,
        melder_name=melder.name,
        call_back=melder.call_back,
        story=incident.intake.story or _first_line(incident),
        phase=incident.phase.key,
        units=tuple(incident.involved),
        holder=holder(incident),
        reaction=reaction,
        reacted=reacted,
        assigned=assigned,
        arrived=incident.arrived_at,
        spoken=incident.contact.spoken_at,
        kept=promises[PromiseState.KEPT],
        moved=promises[PromiseState.MOVED],
        broken=promises[PromiseState.BROKEN],
        dues=tuple(promise.due for promise in incident.promises if promise.is_open),
        feedback=_feedback(incident),
        passed=passed,
        choices=tuple(map(_sent, incident.choices)),
        contact=incident.contact_line.opened_at,
        direct=incident.contact_line.direct_at,
        cards=len(cards),
        cards_in_time=sum(card.in_time for card in cards),
        cards_taken=sum(bool(card.taken_by) for card in cards),
        central_s=incident.scale.central_s,
    )


def _degrees(point: Point | None) -> tuple[float | None, float | None]:
    """To a metre: as fine as a place is known."""
    return (None, None) if point is None else (round(point.lat_deg, 5), round(point.lon_deg, 5))


def _reactions(incident: Incident) -> tuple[datetime | None, str | None]:
    """When the first one was, and what the last one is."""
    if not incident.reactions:
        return None, None
    return incident.reactions[0].at, incident.reactions[-1].kind.key


def _promises(incident: Incident) -> Counter[PromiseState]:
    return Counter(promise.state for promise in incident.promises)


def _feedback(incident: Incident) -> str:
    """GIVEN, IMPOSSIBLE, OWED or NONE."""
    feedback = incident.letting_go.feedback
    if feedback is not None:
        return GIVEN if feedback.given else IMPOSSIBLE
    return OWED if feedback_owed(incident) else NONE


def _first_line(incident: Incident) -> str:
    """The first words in its timeline that stand."""
    return next((each.text for each in incident.entries if each.struck_by is None), "")


def _cards(incident: Incident) -> list[Entry]:
    return [each for each in incident.entries if each.kind is EntryKind.CARD and each.struck_by is None]


def _sent(choice: Choice) -> Sent:
    return Sent(
        unit=choice.unit,
        travel_s=choice.travel_s,
        nearest=choice.nearest,
        nearest_s=choice.nearest_s,
        extra_s=choice.extra_s,
        reason=None if choice.reason is None else choice.reason.key,
        by_road=choice.by_road,
    )


def words_of(incident: Incident) -> str:
    """Everything that people said about it, for the full text."""
    intake, end = incident.intake, incident.letting_go
    said: list[str | None] = [
        incident.what,
        incident.place.name,
        intake.code,
        intake.story,
        intake.expects,
        intake.fears,
        *(answer.text for answer in intake.answers),
        intake.melder.name if intake.melder else None,
        intake.melder.number if intake.melder else None,
        *(entry.text for entry in incident.entries if entry.struck_by is None),
        *(reaction.text for reaction in incident.reactions),
        *(text for promise in incident.promises for text in (promise.what, promise.why)),
        *(line.text for line in incident.work.aims),
        *(text for need in incident.work.needs for text in (need.what, need.from_whom, need.met)),
        *(addition.text for addition in incident.work.additions),
        *(citizen.name for citizen in incident.work.citizens),
        *(referral.partner for referral in incident.work.referrals),
        end.handover.taker if end.handover else None,
        end.handover.packet if end.handover else None,
        end.own_strength,
        end.feedback.text if end.feedback else None,
        _closed_because(incident),
        incident.scale.asked_text,
        *(text for row in incident.scale.who for text in (row.what, row.who)),
        *incident.involved,
    ]
    return "\n".join(part for part in said if part)


def _closed_because(incident: Incident) -> str | None:
    """The line of reason; "" where the opening was taken back and nobody gave one."""
    return "" if incident.closed_because == TAKEN_BACK else incident.closed_because
