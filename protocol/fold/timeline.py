"""What facts about the log and the open line do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts import (
    DescriptionSent,
    EarlierRecorded,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LineLeft,
    LineSpoken,
    ReportAttached,
)
from protocol.fold.incidents import with_incident
from protocol.model.board import Board
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.member import Member
from protocol.model.text import Text


def added(board: Board, fact: EntryAdded, change: Change) -> Board:
    """The log has one line more."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return with_incident(board, _with_entry(incident, fact.text, EntryKind.LOGGED, change))


def struck(board: Board, fact: EntryStruck, change: Change) -> Board:
    """The line is struck by whoever made the change."""
    incident = board.incidents.get(fact.incident)
    if incident is None or fact.entry > len(incident.entries):
        return board
    place = fact.entry - 1
    entry = evolve(incident.entries[place], struck_by=change.by)
    return with_incident(
        board, evolve(incident, entries=(*incident.entries[:place], entry, *incident.entries[place + 1 :]))
    )


def joined(board: Board, fact: LineJoined, change: Change) -> Board:
    """One more on the line."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    others = tuple(member for member in incident.members if member.name != change.by)
    member = Member(name=change.by, since=change.at)
    return with_incident(board, evolve(incident, members=(*others, member)))


def left(board: Board, fact: LineLeft, change: Change) -> Board:
    """One fewer on the line."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    others = tuple(member for member in incident.members if member.name != change.by)
    return with_incident(board, evolve(incident, members=others))


def spoken(board: Board, fact: LineSpoken, change: Change) -> Board:
    """The timeline has what was said."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return with_incident(board, _with_entry(incident, fact.text, EntryKind.SPOKEN, change))


def earlier(board: Board, fact: EarlierRecorded, change: Change) -> Board:
    """The timeline has a line about what happened before it was said (A29)."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return with_incident(
        board, _with_entry(incident, fact.text, EntryKind.LOGGED, change, happened_at=fact.happened_at)
    )


def attached(board: Board, fact: ReportAttached, change: Change) -> Board:
    """The timeline has another caller's words (A83)."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return with_incident(board, _with_entry(incident, fact.text, EntryKind.REPORTED, change))


def description_sent(board: Board, fact: DescriptionSent, change: Change) -> Board:
    """The timeline has the description that went out, and its clock stops (A9)."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    incident = _with_entry(incident, fact.text, EntryKind.LOGGED, change)
    return with_incident(board, evolve(incident, intake=evolve(incident.intake, described_at=change.at)))


def _with_entry(
    incident: Incident,
    text: Text,
    kind: EntryKind,
    change: Change,
    *,
    happened_at: datetime | None = None,
) -> Incident:
    entry = Entry(
        id=len(incident.entries) + 1,
        at=change.at,
        by=change.by,
        text=text,
        kind=kind,
        happened_at=happened_at,
    )
    return evolve(incident, entries=(*incident.entries, entry))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    EntryAdded: added,
    EntryStruck: struck,
    LineJoined: joined,
    LineLeft: left,
    LineSpoken: spoken,
    EarlierRecorded: earlier,
    ReportAttached: attached,
    DescriptionSent: description_sent,
}
