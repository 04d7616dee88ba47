"""Decisions about the log and the open line of an incident."""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.timeline import (
    AddEntry,
    DismissPartner,
    InvitePartner,
    JoinLine,
    JoinLines,
    LeaveLine,
    PartLines,
    PushCard,
    Speak,
    StrikeEntry,
    TakeCard,
    Whisper,
)
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.timeline import (
    CardPushed,
    CardTaken,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LineLeft,
    LinesJoined,
    LinesParted,
    LineSpoken,
    PartnerDismissed,
    PartnerInvited,
    Whispered,
)
from protocol.model.board import Board
from protocol.model.entry import EntryKind
from protocol.model.incident import Incident
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, room_for_one_more


def add_entry(board: Board, command: AddEntry, _actor: Actor) -> tuple[Fact, ...]:
    """A closed incident can still get a line: what came in late is not lost."""
    incident = known_incident(board, command.incident)
    return (EntryAdded(incident=incident.number, text=command.text),)


def strike_entry(board: Board, command: StrikeEntry, _actor: Actor) -> tuple[Fact, ...]:
    """Struck once, by whoever sees the mistake; the words stay readable."""
    incident = known_incident(board, command.incident)
    if command.entry > len(incident.entries):
        last = len(incident.entries)
        raise Refused(Reason.NO_SUCH_ENTRY, incident=incident.number, entry=command.entry, last=last)
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


def whisper(board: Board, command: Whisper, actor: Actor) -> tuple[Fact, ...]:
    """As speaking, to the colleagues alone."""
    incident = open_incident(board, command.incident)
    whispered = Whispered(incident=incident.number, text=command.text)
    return (whispered,) if _is_on(incident, actor) else (LineJoined(incident=incident.number), whispered)


def push_card(board: Board, command: PushCard, _actor: Actor) -> tuple[Fact, ...]:
    """Information comes in from aside: whoever pushes it need not be on the line (A61, A95)."""
    incident = open_incident(board, command.incident)
    return (CardPushed(incident=incident.number, card=command.card, text=command.text),)


def take_card(board: Board, command: TakeCard, actor: Actor) -> tuple[Fact, ...]:
    """Said once by each (A40)."""
    incident = known_incident(board, command.incident)
    card = next((each for each in incident.entries if each.id == command.entry), None)
    if card is None or card.kind is not EntryKind.CARD:
        raise Refused(Reason.NO_SUCH_CARD, incident=incident.number, entry=command.entry)
    return () if actor.name in card.taken_by else (CardTaken(incident=incident.number, entry=card.id),)


def invite(board: Board, command: InvitePartner, _actor: Actor) -> tuple[Fact, ...]:
    """Invited once."""
    incident = open_incident(board, command.incident)
    if command.partner in incident.scale.partners:
        return ()
    room_for_one_more(incident, incident.scale.partners)
    return (PartnerInvited(incident=incident.number, partner=command.partner),)


def dismiss(board: Board, command: DismissPartner, _actor: Actor) -> tuple[Fact, ...]:
    """Only who was invited can be dismissed."""
    incident = known_incident(board, command.incident)
    if command.partner not in incident.scale.partners:
        raise Refused(Reason.NOT_INVITED, incident=incident.number, partner=command.partner)
    return (PartnerDismissed(incident=incident.number, partner=command.partner),)


def join_lines(board: Board, command: JoinLines, _actor: Actor) -> tuple[Fact, ...]:
    """Two open incidents, not one and the same, not one already."""
    incident = open_incident(board, command.incident)
    other = open_incident(board, command.other)
    if incident.number == other.number or other.number in incident.scale.joined_to:
        raise Refused(Reason.LINES_ARE_ONE, incident=incident.number, other=other.number)
    return (LinesJoined(incident=incident.number, other=other.number),)


def part_lines(board: Board, command: PartLines, _actor: Actor) -> tuple[Fact, ...]:
    """Only what was joined can be parted."""
    incident = known_incident(board, command.incident)
    if not incident.scale.joined_to:
        raise Refused(Reason.LINES_ARE_APART, incident=incident.number)
    return (LinesParted(incident=incident.number),)


def _is_on(incident: Incident, actor: Actor) -> bool:
    return incident.is_on(actor.name)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    AddEntry: add_entry,
    StrikeEntry: strike_entry,
    JoinLine: join,
    LeaveLine: leave,
    Speak: speak,
    Whisper: whisper,
    PushCard: push_card,
    TakeCard: take_card,
    InvitePartner: invite,
    DismissPartner: dismiss,
    JoinLines: join_lines,
    PartLines: part_lines,
}
