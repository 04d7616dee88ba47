"""What facts about the log and the open line do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.intake import DescriptionSent, EarlierRecorded, ReportAttached
from protocol.facts.timeline import (
    CardPushed,
    CardTaken,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LineLeft,
    LineSpoken,
    Whispered,
)
from protocol.fold.incidents import with_incident
from protocol.model.board import Board
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.member import Member
from protocol.model.text import UNSEEN, Text, same_name


def added(board: Board, fact: EntryAdded, change: Change) -> Board:
    """The log has one line more."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    return with_incident(board, _with_entry(incident, fact.text, EntryKind.LOGGED, change))


def struck(board: Board, fact: EntryStruck, change: Change) -> Board:
    """The line is struck by whoever made the change."""
    return _changed(board, fact.incident, fact.entry, lambda entry: evolve(entry, struck_by=change.by))


def joined(board: Board, fact: LineJoined, change: Change) -> Board:
    """One more on the line."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    others = tuple(member for member in incident.members if not same_name(member.name, change.by))
    member = Member(name=change.by, since=change.at)
    return with_incident(board, evolve(incident, members=(*others, member)))


def left(board: Board, fact: LineLeft, change: Change) -> Board:
    """One fewer on the line."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    others = tuple(member for member in incident.members if not same_name(member.name, change.by))
    return with_incident(board, evolve(incident, members=others))


def spoken(board: Board, fact: LineSpoken, change: Change) -> Board:
    """The timeline has what was said, and so has that of every incident whose line is one with this."""
    return _on_all_lines(board, fact.incident, fact.text, EntryKind.SPOKEN, change)


def whispered(board: Board, fact: Whispered, change: Change) -> Board:
    """As spoken, for the colleagues alone."""
    return _on_all_lines(board, fact.incident, fact.text, EntryKind.WHISPERED, change)


def card_pushed(board: Board, fact: CardPushed, change: Change) -> Board:
    """A card on the line; in time when nobody was on the spot yet (A96)."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    with_card = _with_entry(incident, fact.text, EntryKind.CARD, change)
    card = evolve(with_card.entries[-1], card=fact.card, in_time=incident.arrived_at is None)
    return with_incident(board, evolve(with_card, entries=(*with_card.entries[:-1], card)))


def card_taken(board: Board, fact: CardTaken, change: Change) -> Board:
    """One more has it (A40)."""

    def taken(entry: Entry) -> Entry:
        known = change.by in entry.taken_by
        return entry if known else evolve(entry, taken_by=(*entry.taken_by, change.by))

    return _changed(board, fact.incident, fact.entry, taken)


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
    if fact.text != UNSEEN:
        incident = _with_entry(incident, fact.text, EntryKind.LOGGED, change)
    return with_incident(board, evolve(incident, intake=evolve(incident.intake, described_at=change.at)))


def _changed(board: Board, number: int, id: int, change: Callable[[Entry], Entry]) -> Board:
    """By id and not by place: who may not see all of a timeline has holes in it."""
    incident = board.incidents.get(number)
    if incident is None:
        return board
    entries = tuple(change(entry) if entry.id == id else entry for entry in incident.entries)
    return with_incident(board, evolve(incident, entries=entries))


def _on_all_lines(board: Board, number: int, text: Text, kind: EntryKind, change: Change) -> Board:
    incident = board.incidents.get(number)
    if incident is None:
        return board
    board = with_incident(board, _with_entry(incident, text, kind, change))
    for other_number in incident.scale.joined_to:
        other = board.incidents.get(other_number)
        if other is not None:
            heard = _with_entry(other, text, kind, change)
            marked = evolve(heard.entries[-1], of_incident=number)
            board = with_incident(board, evolve(heard, entries=(*heard.entries[:-1], marked)))
    return board


def _with_entry(
    incident: Incident,
    text: Text,
    kind: EntryKind,
    change: Change,
    *,
    happened_at: datetime | None = None,
) -> Incident:
    entry = Entry(
        id=incident.entries[-1].id + 1 if incident.entries else 1,
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
    Whispered: whispered,
    CardPushed: card_pushed,
    CardTaken: card_taken,
}
