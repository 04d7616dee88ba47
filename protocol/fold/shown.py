"""What an audience comes to see, and sees no longer. Called by `protocol.fold` only.

`with_words` is for the words of lines, which travel beside the changes: known ones are replaced by id, new
ones come in order, so that the same words may come twice.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.shown import IncidentHidden, IncidentShown
from protocol.fold.incidents import evolved, with_incident
from protocol.model.board import Board
from protocol.model.entry import Entry


def shown(board: Board, fact: IncidentShown, _change: Change) -> Board:
    """The incident is on this board, as far as it may be seen; words of its line that are here stay."""
    incident = fact.incident_now
    known = board.incidents.get(incident.number)
    if known is not None:
        incident = evolve(incident, entries=known.entries)
    closed = tuple(number for number in board.closed if number != incident.number)
    if not incident.is_open:
        closed = board.closed if incident.number in board.closed else (*closed, incident.number)
    return with_incident(evolve(board, closed=closed), incident)


def hidden(board: Board, fact: IncidentHidden, _change: Change) -> Board:
    """The incident is not on this board any more."""
    if fact.incident not in board.incidents:
        return board
    closed = tuple(number for number in board.closed if number != fact.incident)
    return evolve(board, incidents=board.incidents.delete(fact.incident), closed=closed)


def with_entries(board: Board, number: int, entries: Iterable[Entry]) -> Board:
    """The board with these lines in the incident's timeline."""
    incident = board.incidents.get(number)
    if incident is None:
        return board
    return evolved(board, number, entries=_merged(incident.entries, entries))


def with_words(board: Board, number: int, words: Iterable[Entry]) -> Board:
    """The board with these words on the incident's contact line."""
    incident = board.incidents.get(number)
    if incident is None:
        return board
    line = evolve(incident.contact_line, words=_merged(incident.contact_line.words, words))
    return evolved(board, number, contact_line=line)


def _merged(known: tuple[Entry, ...], more: Iterable[Entry]) -> tuple[Entry, ...]:
    by_id = {entry.id: entry for entry in known}
    by_id.update((entry.id, entry) for entry in more)
    return tuple(by_id[id] for id in sorted(by_id))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    IncidentShown: shown,
    IncidentHidden: hidden,
}
