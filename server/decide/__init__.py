"""Decisions: board + command + who -> facts, or a refusal. Pure: no clock, no I/O, no memory.

The files hold one function per command, by noun. What a role may do at all is looked up
first, in `protocol.permissions`.

actor        who wishes something
lookup       what a command names, found or refused
incidents    opened, said better, moved on, closed, taken up again
intake       what is learnt while units already see it
promises     reactions, promises, contact with the melder
letting_go   the taker, the check, the feedback, the end
timeline     the log and the open line
contact      the line between melder and officer
work         what those involved do together
units        on and off duty, given and taken a melding, statuses
dispatch     who goes, and why
pairs        split pairs, and the emergency button
appeals      what an incident asks: heard
scale        up and down: colleagues, levels, lead
order        how the board is sorted
back         an own deed taken back
deed         what the room remembers of a deed for that
given_back   a value as it was before a deed
restoring    the facts that give everything back; restoring_units: to a unit and its emergency
recalled     who was asked or told, and hears of it
"""

from collections.abc import Callable, Mapping
from typing import Any

from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.pairs import PairSplit
from protocol.facts.units import UnitSignedOn
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.permissions import SERVERS_OWN, may
from server.decide import (
    appeals,
    back,
    contact,
    dispatch,
    incidents,
    intake,
    letting_go,
    order,
    pairs,
    promises,
    scale,
    timeline,
    units,
    work,
)
from server.decide.actor import Actor

DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {
    **units.DECISIONS,
    **incidents.DECISIONS,
    **dispatch.DECISIONS,
    **timeline.DECISIONS,
    **intake.DECISIONS,
    **promises.DECISIONS,
    **work.DECISIONS,
    **letting_go.DECISIONS,
    **order.DECISIONS,
    **contact.DECISIONS,
    **scale.DECISIONS,
    **pairs.DECISIONS,
    **appeals.DECISIONS,
    **back.DECISIONS,
}


def decide(board: Board, command: Command, actor: Actor) -> tuple[Fact, ...]:
    """The facts that follow, at least one. Raises Refused, naming why."""
    own = actor.is_server and type(command) in SERVERS_OWN
    if not own and not may(actor.role, type(command)):
        raise Refused(Reason.NOT_ALLOWED, asked_command=type(command).__name__, own_role=actor.role.key)
    if actor.role is Role.PARTNER and not isinstance(command, TakeBack):
        _must_be_invited(board, command, actor)
    facts = DECISIONS[type(command)](board, command, actor)
    if not facts:
        raise Refused(Reason.NO_CHANGE)
    return facts


def _must_be_invited(board: Board, command: Command, actor: Actor) -> None:
    """A partner acts on what it was invited to, and does not even learn what else there is (A80)."""
    for number in command.about().incidents or (0,):
        incident = board.incidents.get(number)
        if incident is None or actor.name not in incident.scale.partners:
            raise Refused(Reason.NOT_INVITED, incident=number, partner=actor.name)


def number_given(facts: tuple[Fact, ...]) -> int:
    """The incident number or unit id that these facts gave out; 0 for none."""
    for fact in facts:
        match fact:
            case IncidentOpened():
                return fact.incident
            case UnitSignedOn():
                return fact.unit
            case PairSplit():
                return fact.other
    return 0
