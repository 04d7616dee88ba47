"""Decisions about taking back: an own deed, the last that stands, a moment ago, on which nobody built.

What is remembered of deeds comes with the actor, from the room; on a room that has just begun it is nothing,
and so it is too late. The status of a unit goes back at any time, by whoever set it, while it is the newest.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from protocol.commands.back import TakeBack
from protocol.commands.timeline import JoinLine
from protocol.errors import Reason, Refused
from protocol.facts.back import DeedTakenBack
from protocol.facts.fact import Fact
from protocol.facts.timeline import LineJoined
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.taking_back import ON_THE_WAY_S, TAKING_BACK, WITHIN_S, Way
from server.decide.actor import Actor
from server.decide.deed import Deed
from server.decide.given_back import BuiltOn
from server.decide.recalled import had_it, is_everyones, people_of
from server.decide.restoring import restoring

LONGEST = timedelta(seconds=WITHIN_S + ON_THE_WAY_S)
"""From the change to the wish that takes it back."""


def take_back(board: Board, command: TakeBack, actor: Actor) -> tuple[Fact, ...]:
    """What the deed changed has again what it had, and those who were asked or told hear of it."""
    deed = _named(command, actor)
    what = type(deed.command).__name__
    row = TAKING_BACK[type(deed.command)]
    if row.way is Way.NOTHING:
        raise Refused(Reason.BACK_NEVER, asked_command=what, why=row.why)
    is_status = deed in actor.deeds.own_statuses(actor.name)
    if not is_status:
        _must_be_the_last(deed, board, actor)
    about = deed.change.about(deed.before)
    if actor.role is Role.PARTNER:
        _must_see(board, about.incidents, actor)
    builder = _builder(deed, actor)
    if builder is not None:
        raise Refused(Reason.BACK_BUILT_ON, asked_command=what, by=builder)
    try:
        facts = restoring(deed, board, by=actor.name, status=is_status)
    except BuiltOn as built:
        by = _last_about(deed, actor)
        raise Refused(Reason.BACK_BUILT_ON, asked_command=what, by=by) from built
    taken = DeedTakenBack(
        deed=deed.seq,
        what=Name(what),
        incidents=tuple(each for each in about.incidents if each in deed.after.incidents),
        units=about.units,
        people=people_of(deed, actor.name),
        everyone=is_everyones(deed),
        had_it=had_it(deed, board, actor.name),
    )
    return (taken, *facts)


def _named(command: TakeBack, actor: Actor) -> Deed:
    own = (*actor.deeds.own_statuses(actor.name), *actor.deeds.own(actor.name))
    if not command.wish:
        own = own[-1:] if actor.deeds.own(actor.name) else ()
    found = next((deed for deed in reversed(own) if command.wish in (0, deed.wish)), None)
    if found is None:
        raise Refused(Reason.NOTHING_TO_TAKE_BACK, seconds=WITHIN_S)
    return found


def _must_be_the_last(deed: Deed, board: Board, actor: Actor) -> None:
    what = type(deed.command).__name__
    if board.at - deed.at > LONGEST:
        raise Refused(Reason.BACK_TOO_LATE, asked_command=what, seconds=WITHIN_S)
    # A unit's console steps onto the line of what it is sent to by itself: that is no deed of anybody.
    later = [
        each
        for each in actor.deeds.own(actor.name)
        if each.seq > deed.seq and not isinstance(each.command, JoinLine)
    ]
    if later:
        raise Refused(Reason.BACK_NOT_LAST, asked_command=what, last_command=type(later[-1].command).__name__)


def _must_see(board: Board, numbers: tuple[int, ...], actor: Actor) -> None:
    """A partner that sees a melding no longer does nothing there any more (A80)."""
    for number in numbers:
        incident = board.incidents.get(number)
        if incident is None or actor.name not in incident.scale.partners:
            raise Refused(Reason.NOT_INVITED, incident=number, partner=actor.name)


def _later(deed: Deed, actor: Actor) -> Iterator[Deed]:
    """What others did since on what it is about."""
    about = deed.change.about(deed.before)
    undone = actor.deeds.undone
    for later in actor.deeds.recent:
        if later.seq <= deed.seq or later.change.by == actor.name or later.seq in undone:
            continue
        theirs = later.change.about(later.before)
        if {*theirs.incidents} & {*about.incidents} or {*theirs.units} & {*about.units}:
            yield later


def _builder(deed: Deed, actor: Actor) -> Name | None:
    """Who did what the table counts as building on it; None for nobody."""
    building = TAKING_BACK[type(deed.command)].built_by
    people = people_of(deed, actor.name)
    for later in _later(deed, actor):
        kinds = {type(fact) for fact in later.change.facts} & building
        # Stepping onto a line answers for whoever was asked there, and for nobody else.
        if kinds - {LineJoined} or (kinds and later.change.by in people):
            return later.change.by
    return None


def _last_about(deed: Deed, actor: Actor) -> Name:
    """Who was at it last; the actor where that was an own later deed, or it is forgotten."""
    return next((later.change.by for later in reversed(tuple(_later(deed, actor)))), actor.name)


DECISIONS: Mapping[type, Callable[[Board, Any, Actor], tuple[Fact, ...]]] = {TakeBack: take_back}
