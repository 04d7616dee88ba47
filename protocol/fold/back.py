"""What taking a deed back does to the board: fields have what they had. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, fields

from protocol.change import Change
from protocol.facts.back import (
    ChoicesRestored,
    DeedTakenBack,
    EmergencyRestored,
    EntryRestored,
    IncidentRestored,
    UnitRestored,
    WordStruck,
)
from protocol.fold.incidents import evolved, in_closed_row, out_of_closed_row
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.unit import Unit

LINE_FIELDS = ("opened_at", "is_open", "direct_at", "unit", "members")
"""Of a contact line; its words, its link and what the melder said are nobody's to undo."""

_APART = frozenset({"number", "opened_at", "opened_by", "entries", "choices"})
INCIDENT_FIELDS = tuple(each.name for each in fields(Incident) if each.name not in _APART)
UNIT_FIELDS = tuple(each.name for each in fields(Unit) if each.name not in ("id", "call_sign"))


def taken_back(board: Board, _fact: DeedTakenBack, _change: Change) -> Board:
    """Told beside the facts that do it."""
    return board


def incident_restored(board: Board, fact: IncidentRestored, _change: Change) -> Board:
    """The fields that are named; an incident that is open again stands no longer among the closed."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    was = {name: getattr(fact.incident_was, name) for name in INCIDENT_FIELDS if name in fact.fields}
    if "contact_line" in was:
        parts = {name: getattr(was["contact_line"], name) for name in LINE_FIELDS}
        was["contact_line"] = evolve(incident.contact_line, **parts)
    board = evolved(board, fact.incident, **was)
    if "phase" not in was:
        return board
    is_open = board.incidents[fact.incident].is_open
    return out_of_closed_row(board, fact.incident) if is_open else in_closed_row(board, fact.incident)


def choices_restored(board: Board, fact: ChoicesRestored, _change: Change) -> Board:
    """These and no others."""
    return evolved(board, fact.incident, choices=fact.choices)


def unit_restored(board: Board, fact: UnitRestored, _change: Change) -> Board:
    """The fields that are named, or all of a unit that is on duty again."""
    known = board.units.get(fact.unit)
    if not fact.fields:
        return evolve(board, units=board.units.set(fact.unit, evolve(fact.unit_was, id=fact.unit)))
    if known is None:
        return board
    was = {name: getattr(fact.unit_was, name) for name in UNIT_FIELDS if name in fact.fields}
    return evolve(board, units=board.units.set(fact.unit, evolve(known, **was)))


def entry_restored(board: Board, fact: EntryRestored, _change: Change) -> Board:
    """By id and not by place: who may not see all of a timeline has holes in it."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    entries = tuple(
        evolve(entry, struck_by=fact.struck_by, taken_by=fact.taken_by) if entry.id == fact.entry else entry
        for entry in incident.entries
    )
    return evolved(board, fact.incident, entries=entries)


def word_struck(board: Board, fact: WordStruck, change: Change) -> Board:
    """Struck by whoever made the change, where the word may be seen at all."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    words = tuple(
        evolve(word, struck_by=change.by) if word.id == fact.word else word
        for word in incident.contact_line.words
    )
    return evolved(board, fact.incident, contact_line=evolve(incident.contact_line, words=words))


def emergency_restored(board: Board, fact: EmergencyRestored, _change: Change) -> Board:
    """It stands as it did."""
    return evolve(board, emergencies=board.emergencies.set(fact.emergency.unit, fact.emergency))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    DeedTakenBack: taken_back,
    IncidentRestored: incident_restored,
    ChoicesRestored: choices_restored,
    UnitRestored: unit_restored,
    EntryRestored: entry_restored,
    WordStruck: word_struck,
    EmergencyRestored: emergency_restored,
}
