"""Decisions about scaling up and down, from the street as well as from the room."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from protocol.commands.scale import (
    AskColleagues,
    ComeAlong,
    DropWho,
    NoteWho,
    SetGrip,
    SetLevel,
    SwitchLead,
    TakeWho,
)
from protocol.commands.units import AssignUnit
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.scale import (
    ColleaguesAsked,
    GripSet,
    LeadSwitched,
    LevelSet,
    WhoDropped,
    WhoNoted,
    WhoTaken,
)
from protocol.facts.timeline import LineJoined
from protocol.model.board import Board
from protocol.model.scale import WhoRow
from server.decide.actor import Actor
from server.decide.lookup import known_incident, open_incident, room_for_one_more, unit_on_duty
from server.decide.units import assign


def ask(board: Board, command: AskColleagues, _actor: Actor) -> tuple[Fact, ...]:
    """One action, no approval; asking again says it again (A64)."""
    incident = open_incident(board, command.incident)
    return (ColleaguesAsked(incident=incident.number, text=command.text),)


def come_along(board: Board, command: ComeAlong, actor: Actor) -> tuple[Fact, ...]:
    """The colleague decides, the room is told (A64, A66); what it was on, it leaves by its own word."""
    incident = open_incident(board, command.incident)
    unit = unit_on_duty(board, command.unit)
    actor.must_own(unit)
    wish = AssignUnit(incident=incident.number, unit=unit.id, divert=unit.incident is not None)
    facts = assign(board, wish, actor)
    on_line = incident.is_on(actor.name) or actor.name.casefold() != unit.call_sign.casefold()
    return facts if on_line else (*facts, LineJoined(incident=incident.number))


def note_who(board: Board, command: NoteWho, _actor: Actor) -> tuple[Fact, ...]:
    """With a name or as a gap (A65)."""
    incident = known_incident(board, command.incident)
    room_for_one_more(incident, incident.scale.who)
    return (WhoNoted(incident=incident.number, kind=command.kind, what=command.what, who=command.who),)


def take_who(board: Board, command: TakeWho, actor: Actor) -> tuple[Fact, ...]:
    """Also from another: who does it, says so."""
    row = _row(board, command.incident, command.row)
    return () if row.who == actor.name else (WhoTaken(incident=command.incident, row=row.id),)


def drop_who(board: Board, command: DropWho, _actor: Actor) -> tuple[Fact, ...]:
    """Once."""
    row = _row(board, command.incident, command.row)
    return () if row.is_dropped else (WhoDropped(incident=command.incident, row=row.id),)


def switch_lead(board: Board, command: SwitchLead, actor: Actor) -> tuple[Fact, ...]:
    """Both ways, at any time; in the golden hour it is confirmed first (A67, A73)."""
    incident = open_incident(board, command.incident)
    scale = incident.scale
    if scale.is_central is command.central:
        return ()
    hour = timedelta(seconds=actor.terms.golden_hour_s)
    golden = scale.raised_at is not None and board.at - scale.raised_at < hour
    if golden and not command.sure:
        raise Refused(Reason.GOLDEN_HOUR, incident=incident.number)
    return (LeadSwitched(incident=incident.number, central=command.central, why=command.why),)


def set_level(board: Board, command: SetLevel, _actor: Actor) -> tuple[Fact, ...]:
    """Any rung from any rung; nobody's role changes by it (A73, A77)."""
    incident = open_incident(board, command.incident)
    if incident.scale.level is command.level:
        return ()
    return (LevelSet(incident=incident.number, level=command.level, why=command.why),)


def set_grip(board: Board, command: SetGrip, _actor: Actor) -> tuple[Fact, ...]:
    """Levels may be skipped, and the ladder stays where it is."""
    incident = open_incident(board, command.incident)
    if incident.scale.grip == command.grip:
        return ()
    return (GripSet(incident=incident.number, grip=command.grip, why=command.why),)


def _row(board: Board, number: int, id: int) -> WhoRow:
    incident = known_incident(board, number)
    if id > len(incident.scale.who):
        raise Refused(Reason.NO_SUCH_ROW, incident=number, row=id, last=len(incident.scale.who))
    return incident.scale.who[id - 1]


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    AskColleagues: ask,
    ComeAlong: come_along,
    NoteWho: note_who,
    TakeWho: take_who,
    DropWho: drop_who,
    SwitchLead: switch_lead,
    SetLevel: set_level,
    SetGrip: set_grip,
}
