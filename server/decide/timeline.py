"""Decisions about the log and the open line of an incident."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands import AddEntry, JoinLine, LeaveLine, Speak, StrikeEntry
from protocol.errors import Reason, Refused
from protocol.facts import EntryAdded, EntryStruck, Fact, LineJoined, LineLeft, LineSpoken
from protocol.model.board import Board
from protocol.model.incident import Incident
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident


def add_entry(board: Board, command: AddEntry, _actor: Actor) -> tuple[Fact, ...]:
    """A closed incident can still get a line: what came in late is not lost."""
    incident = known_incident(board, command.incident)
    return (EntryAdded(incident=incident.number, text=command.text),)


def strike_entry(board: Board, command: StrikeEntry, _actor: Actor) -> tuple[Fact, ...]:
    """Struck once, by whoever sees the mistake; the words stay readable."""
    incident = known_incident(board, command.incident)
    if command.entry > len(incident.entries):
        raise Refused(
            Reason.NO_SUCH_ENTRY, incident=incident.number, entry=command.entry, last=len(incident.entries)
        )
    entry = incident.entries[command.entry - 1]
    if entry.struck_by is not None:
        raise Refused(Reason.ENTRY_STRUCK, incident=incident.number, entry=entry.id, by=entry.struck_by)
    return (EntryStruck(incident=incident.number, entry=entry.id),)


def join(board: Board, command: JoinLine, actor: Actor) -> tuple[Fact, ...]:
    """Everyone sees who joins; being on it already is said."""
    incident = open_incident(board, command.incident)
    if _is_on(incident, actor):
        raise Refused(Reason.ON_LINE, incident=incident.number)
    return (LineJoined(incident=incident.number),)


def leave(board: Board, command: LeaveLine, actor: Actor) -> tuple[Fact, ...]:
    """Only who is on the line can leave it."""
    incident = known_incident(board, command.incident)
    if not _is_on(incident, actor):
        raise Refused(Reason.NOT_ON_LINE, incident=incident.number)
    return (LineLeft(incident=incident.number),)


def speak(board: Board, command: Speak, actor: Actor) -> tuple[Fact, ...]:
    """Whoever speaks is on the line from then on: nobody speaks from nowhere."""
    incident = open_incident(board, command.incident)
    spoken = LineSpoken(incident=incident.number, text=command.text)
    return (spoken,) if _is_on(incident, actor) else (LineJoined(incident=incident.number), spoken)


def _is_on(incident: Incident, actor: Actor) -> bool:
    return any(member.name == actor.name for member in incident.members)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    AddEntry: add_entry,
    StrikeEntry: strike_entry,
    JoinLine: join,
    LeaveLine: leave,
    Speak: speak,
}
