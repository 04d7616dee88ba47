"""What facts about split pairs and emergencies do to the board. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.pairs import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyRaised,
    PairJoined,
    PairSplit,
    PairSpoken,
    StrengthenAsked,
)
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.entry import Entry, EntryKind
from protocol.model.member import Member
from protocol.model.text import Text
from protocol.model.unit import PAIR_WORDS_KEPT, Unit


def split(board: Board, fact: PairSplit, change: Change) -> Board:
    """Two units of one colleague each; the other half has what the first has, and nothing in hand."""
    unit = board.units.get(fact.unit)
    board = evolve(board, last_unit=max(board.last_unit, fact.other))
    if unit is None:
        return board
    other = Unit(
        id=fact.other,
        call_sign=fact.call_sign,
        means=unit.means,
        since=change.at,
        crew=1,
        team=unit.team,
        skills=unit.skills,
        autonomy=unit.autonomy,
        pair=unit.id,
    )
    board = _with(board, other)
    return _with(board, evolve(unit, crew=1, pair=other.id, pair_words=()))


def spoken(board: Board, fact: PairSpoken, change: Change) -> Board:
    """Both halves have the words."""
    return _to_both(board, fact.unit, fact.text, EntryKind.SPOKEN, change)


def strengthen(board: Board, fact: StrengthenAsked, change: Change) -> Board:
    """The call stands on the pair's line, as a card, so that nobody reads past it."""
    return _to_both(board, fact.unit, Text("+"), EntryKind.CARD, change)


def joined(board: Board, fact: PairJoined, _change: Change) -> Board:
    """One unit of two again; the other half leaves the board."""
    unit = board.units.get(fact.unit)
    if unit is None or unit.pair is None:
        return board
    if unit.pair in board.units:
        board = evolve(board, units=board.units.delete(unit.pair))
    return _with(board, evolve(unit, crew=2, pair=None, pair_words=()))


def raised(board: Board, fact: EmergencyRaised, change: Change) -> Board:
    """It stands until it is ended; everybody nearby is on the line of its incident."""
    unit = board.units.get(fact.unit)
    if unit is None:
        return board
    emergency = Emergency(
        unit=unit.id,
        call_sign=unit.call_sign,
        incident=fact.incident,
        at=change.at,
        point=fact.point,
        nearby=fact.nearby,
    )
    board = evolve(board, emergencies=board.emergencies.set(unit.id, emergency))
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    called = (board.units.get(each) for each in (unit.id, *fact.nearby))
    names = dict.fromkeys(each.call_sign for each in called if each is not None)
    more = tuple(Member(name=name, since=change.at) for name in names if not incident.is_on(name))
    return evolved(board, incident.number, members=(*incident.members, *more))


def answered(board: Board, fact: EmergencyAnswered, change: Change) -> Board:
    """One more has it."""
    emergency = board.emergencies.get(fact.unit)
    if emergency is None or change.by in emergency.answered_by:
        return board
    emergency = evolve(emergency, answered_by=(*emergency.answered_by, change.by))
    return evolve(board, emergencies=board.emergencies.set(fact.unit, emergency))


def ended(board: Board, fact: EmergencyEnded, _change: Change) -> Board:
    """It is over; its incident stays."""
    if fact.unit not in board.emergencies:
        return board
    return evolve(board, emergencies=board.emergencies.delete(fact.unit))


def _to_both(board: Board, id: int, text: Text, kind: EntryKind, change: Change) -> Board:
    unit = board.units.get(id)
    other = None if unit is None or unit.pair is None else board.units.get(unit.pair)
    if unit is None:
        return board
    number = unit.pair_words[-1].id + 1 if unit.pair_words else 1
    entry = Entry(id=number, at=change.at, by=unit.call_sign, text=text, kind=kind)
    words = (*unit.pair_words, entry)[-PAIR_WORDS_KEPT:]
    board = _with(board, evolve(unit, pair_words=words))
    return board if other is None else _with(board, evolve(other, pair_words=words))


def _with(board: Board, unit: Unit) -> Board:
    return evolve(board, units=board.units.set(unit.id, unit))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    PairSplit: split,
    PairSpoken: spoken,
    StrengthenAsked: strengthen,
    PairJoined: joined,
    EmergencyRaised: raised,
    EmergencyAnswered: answered,
    EmergencyEnded: ended,
}
