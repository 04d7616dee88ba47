"""What asks now: from the board and the time to the questions that stand, whoever is asked. Pure.

From the appeals that the facts opened, and from the rules of time (A3, A14, A16). Knows no desk; who is
meant by a question at this desk says `asked_here`.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from attrs import frozen

from console.part.sounds import (
    CALLER,
    COLLEAGUES,
    NO_REACTION,
    PRIORITY_1,
    PROMISE_LATE,
    PROMISE_SOON,
    RETURNED,
    SENT,
    YOUR_PRIORITY_1,
    Sound,
)
from protocol.model.appeal import Appeal, AppealKind
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.terms import Terms
from protocol.model.text import same_name
from protocol.model.unit_status import UnitStatus
from protocol.rules.appeals import appeal
from protocol.rules.contact import holder
from protocol.rules.promises import Alarm, alarm, open_promises
from protocol.rules.reaction import needs_reaction, returns_to_board, rings

SOUND_BY_KIND: Mapping[AppealKind, Sound] = {
    AppealKind.PRIORITY_1: PRIORITY_1,
    AppealKind.YOUR_PRIORITY_1: YOUR_PRIORITY_1,
    AppealKind.COLLEAGUES: COLLEAGUES,
    AppealKind.CALLER: CALLER,
}


@frozen(kw_only=True)
class Asking:
    """One question that stands."""

    sound: Sound
    number: int
    """Of the melding."""

    since: datetime
    by: str = ""
    """Whose deed asked it; "" where time did."""

    names: tuple[str, ...] = ()
    """Accounts that it means by name."""

    units: tuple[int, ...] = ()
    """Ids of the units that it means."""

    heard: tuple[int, ...] = ()
    """Of the units, those that said to have heard it."""

    of: int = 0
    """Which promise or unit it is about, where a melding may ask the same of several; else 0."""


def asking(board: Board, incident: Incident, now: datetime, terms: Terms) -> tuple[Asking, ...]:
    """Everything that this melding asks now; empty for a closed one."""
    if not incident.is_open:
        return ()
    return (
        *(_of_appeal(board, incident, each) for each in incident.appeals),
        *_of_time(incident, now, terms),
        *_of_promises(incident, now, terms),
        *_of_sent(board, incident),
    )


def _of_appeal(board: Board, incident: Incident, found: Appeal) -> Asking:
    names: tuple[str, ...] = ()
    units = found.proposed
    match found.kind:
        case AppealKind.YOUR_PRIORITY_1:
            units = tuple(id for id in incident.units if not _is_called(board, id, found.by))
        case AppealKind.COLLEAGUES:
            names = (incident.opened_by,)
        case AppealKind.CALLER:
            names = (holder(incident),)
        case AppealKind.PRIORITY_1:
            pass
    return Asking(
        sound=SOUND_BY_KIND[found.kind],
        number=incident.number,
        since=found.since,
        by=found.by,
        names=names,
        units=units,
        heard=found.heard,
    )


def _of_time(incident: Incident, now: datetime, terms: Terms) -> Iterator[Asking]:
    """Waits without a reaction, or is back after a delay that was agreed (A3, A16)."""
    # A priority 1 to which nobody goes asks that already, of more people.
    asks_already = appeal(incident, AppealKind.PRIORITY_1) is not None
    if needs_reaction(incident) and not asks_already:
        if rings(incident, now, ring_after_s=terms.ring_after_s):
            since = incident.opened_at + timedelta(seconds=terms.ring_after_s)
            yield Asking(sound=NO_REACTION, number=incident.number, since=since, names=(incident.opened_by,))
    elif returns_to_board(incident, now):
        last = incident.reactions[-1]
        yield Asking(sound=RETURNED, number=incident.number, since=last.due or last.at, names=(last.by,))


def _of_promises(incident: Incident, now: datetime, terms: Terms) -> Iterator[Asking]:
    """Whoever promised is asked before the time, others once it is past (A14)."""
    for promise in open_promises(incident):
        match alarm(promise, now, warn_before_s=terms.warn_before_s):
            case Alarm.SOON:
                sound, since = PROMISE_SOON, promise.due - timedelta(seconds=terms.warn_before_s)
            case Alarm.BREACHED:
                sound, since = PROMISE_LATE, promise.due
            case Alarm.QUIET:
                continue
        yield Asking(
            sound=sound,
            number=incident.number,
            since=since,
            names=(promise.from_whom, promise.made_by),
            of=promise.id,
        )


def _of_sent(board: Board, incident: Incident) -> Iterator[Asking]:
    """Each unit that got it and has not said that it goes."""
    for id in incident.units:
        unit = board.units.get(id)
        if unit is not None and unit.status is UnitStatus.ASSIGNED and unit.incident == incident.number:
            yield Asking(
                sound=SENT,
                number=incident.number,
                since=unit.since,
                names=(incident.opened_by,),
                units=(id,),
                of=id,
            )


def _is_called(board: Board, id: int, name: str) -> bool:
    unit = board.units.get(id)
    return unit is not None and same_name(unit.call_sign, name)
