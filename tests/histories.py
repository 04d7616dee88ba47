"""Whole histories for property tests: random, but each step one that the server might have accepted.

A board is folded along while drawing, so that every next step fits what went before.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve
from hypothesis import strategies as st

from protocol.change import Change
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.fact import Fact
from protocol.facts.incidents import (
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    PhaseEntered,
    PlaceSaid,
    PriorityChanged,
    WhatChanged,
)
from protocol.facts.letting_go import CitizenGoesOn, EndChecked, FeedbackGiven
from protocol.facts.promises import PromiseBroken, Reacted
from protocol.facts.timeline import EntryAdded, EntryStruck, LineJoined, LineLeft, LineSpoken
from protocol.facts.units import (
    TaskEnded,
    TaskSet,
    UnitAssigned,
    UnitReleased,
    UnitSignedOff,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.facts.work import ReferralAccepted
from protocol.facts.world import WorldFounded
from protocol.fold import fold
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.incident import Incident
from protocol.model.letting_go import CitizenView
from protocol.model.missing import Missing
from protocol.model.moment import from_ms
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.rules.choice import unexplained
from protocol.rules.letting_go import missing_to_let_go
from protocol.rules.promises import open_promises
from protocol.transitions import phase_may_become, unit_may_become
from tests.line_steps import LINE_STEPS, MADE_BY
from tests.melding_steps import MELDING_STEPS, Step, some_open
from tests.strategies import NOON_MS, values_of

_PEOPLE = [Name("centralist-1"), Name("centralist-2"), Name("opco"), Name("12.03")]
_OPENED = values_of(IncidentOpened)
_SIGNED_ON = values_of(UnitSignedOn)
_TASKED = values_of(TaskSet)
_ASKED = values_of(SkillsAsked)
_WEIGHED = values_of(ChoiceWeighed)
_EXPLAINED = values_of(ChoiceExplained)
_EXPECTED = values_of(ArrivalExpected)
_PLACED = values_of(PlaceSaid)
_NAMED = values_of(WhatChanged)
_WROTE = values_of(EntryAdded)
_SPOKE = values_of(LineSpoken)
_CLOSED = values_of(IncidentClosed)


def _opens(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    fact = draw(_OPENED)
    number = board.last_incident + 1
    return (
        IncidentOpened(incident=number, priority=fact.priority, what=fact.what, place=fact.place),
        *([EntryAdded(incident=number, text=Text("eerste regel"))] if draw(st.booleans()) else []),
    )


def _signs_on(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    fact = draw(_SIGNED_ON)
    return (evolve(fact, unit=board.last_unit + 1),)


def _signs_off(_draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    free = sorted(unit.id for unit in board.units.values() if unit.incident is None)
    return (UnitSignedOff(unit=free[0]),) if free else ()


def _assigns(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    incident = some_open(draw, board)
    others = [
        each for _, each in sorted(board.units.items()) if incident and each.incident != incident.number
    ]
    if incident is None or not others:
        return ()
    unit = draw(st.sampled_from(others))
    taken_off = [] if unit.incident is None else [UnitReleased(incident=unit.incident, unit=unit.id)]
    reacted = [] if incident.reactions else [Reacted(incident=incident.number, kind=ReactionKind.UNIT_NOW)]
    return (*taken_off, UnitAssigned(incident=incident.number, unit=unit.id), *reacted)


def _sets_status(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    if not board.units:
        return ()
    unit = draw(st.sampled_from([each for _, each in sorted(board.units.items())]))
    nexts = sorted(unit_may_become(unit.status, on_incident=unit.incident is not None))
    status = draw(st.sampled_from(nexts))
    if unit.incident is not None and status is UnitStatus.AVAILABLE:
        return (UnitReleased(incident=unit.incident, unit=unit.id),)
    return (UnitStatusSet(unit=unit.id, status=status),)


def _works_beside(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """Other work is taken up or put down."""
    if not board.units:
        return ()
    unit = draw(st.sampled_from([each for _, each in sorted(board.units.items())]))
    if unit.task is not None and draw(st.booleans()):
        return (TaskEnded(unit=unit.id),)
    return (evolve(draw(_TASKED), unit=unit.id),)


def _weighs(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """Skills are asked, or somebody who was sent is weighed, explained or expected."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    number = incident.number
    drives = (UnitStatus.ASSIGNED, UnitStatus.EN_ROUTE)
    driving = [unit for unit in incident.units if board.units[unit].status in drives]
    every: list[Fact] = [
        evolve(draw(_ASKED), incident=number),
        evolve(draw(_WEIGHED), incident=number),
        *(evolve(draw(_EXPECTED), incident=number, unit=unit) for unit in driving[:1]),
        *([evolve(draw(_EXPLAINED), incident=number)] if unexplained(incident) is not None else []),
    ]
    return (draw(st.sampled_from(every)),)


def _changes(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    incident = some_open(draw, board)
    if incident is None:
        return ()
    number = incident.number
    open_phases = sorted(phase for phase in phase_may_become(incident.phase) if phase is not Phase.CLOSED)
    every: list[Fact] = [
        evolve(draw(_PLACED), incident=number),
        WhatChanged(incident=number, what=draw(_NAMED).what),
        PriorityChanged(incident=number, priority=draw(st.sampled_from(Priority))),
        PhaseEntered(incident=number, phase=draw(st.sampled_from(open_phases))),
    ]
    return (draw(st.sampled_from(every)),)


def _writes(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    incident = some_open(draw, board)
    if incident is None:
        return ()
    number = incident.number
    if draw(st.booleans()):
        return (EntryAdded(incident=number, text=draw(_WROTE).text),)
    joining = [] if any(each.name == by for each in incident.members) else [LineJoined(incident=number)]
    return (*joining, LineSpoken(incident=number, text=draw(_SPOKE).text))


def _strikes(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    incident = some_open(draw, board)
    standing = [] if incident is None else [line.id for line in incident.entries if line.struck_by is None]
    if incident is None or not standing:
        return ()
    return (EntryStruck(incident=incident.number, entry=draw(st.sampled_from(standing))),)


def _steps_on_or_off(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    incident = some_open(draw, board)
    if incident is None:
        return ()
    if any(each.name == by for each in incident.members):
        return (LineLeft(incident=incident.number),)
    return (LineJoined(incident=incident.number),)


def _closes(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """Earned in one go, one missing thing at a time, or in an emergency over whatever is missing."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    number = incident.number
    missing = missing_to_let_go(incident)
    way = draw(st.sampled_from(["earned", "one thing", "emergency"]))
    if missing and way == "one thing":
        return _earns(incident, missing[0])
    earned = [fact for each in missing if way == "earned" for fact in _earns(incident, each)]
    released = [UnitReleased(incident=number, unit=unit) for unit in incident.units]
    passed = () if way == "earned" else missing
    closed = IncidentClosed(incident=number, reason=draw(_CLOSED).reason, passed=passed)
    return (*earned, *released, closed)


def _earns(incident: Incident, missing: Missing) -> tuple[Fact, ...]:
    """What makes the first missing thing right, for everything of that kind at once."""
    number = incident.number
    match missing:
        case Missing.REACTION:
            return (Reacted(incident=number, kind=ReactionKind.BY_TELEPHONE, agreed=True),)
        case Missing.TAKER | Missing.ACKNOWLEDGEMENT:
            return (CitizenGoesOn(incident=number, why=Text("kan zelf verder")),)
        case Missing.REFERRAL:
            waiting = (each for each in incident.work.referrals if each.accepted_by is None)
            accepted = Name("balie")
            return tuple(
                ReferralAccepted(incident=number, referral=each.id, by_whom=accepted) for each in waiting
            )
        case Missing.PROMISE:
            why = Text("niet gelukt")
            owed = open_promises(incident)
            return tuple(PromiseBroken(incident=number, promise=each.id, why=why) for each in owed)
        case Missing.CHECK:
            return (EndChecked(incident=number, citizen=CitizenView.AGREES),)
        case Missing.FEEDBACK:
            return (FeedbackGiven(incident=number, text=Text("gebeld")),)
        case Missing.WHAT:
            return (WhatChanged(incident=number, what=Name("ruzie")),)
        case Missing.PLACE:
            return (PlaceSaid(incident=number, name=Name("Markt")),)


def _reopens(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    if not board.closed:
        return ()
    number = draw(st.sampled_from(board.closed))
    return (IncidentReopened(incident=number, reason=Text("toch niet klaar")),)


STEPS: Mapping[str, Step] = {
    "opens": _opens,
    "signs on": _signs_on,
    "signs off": _signs_off,
    "assigns": _assigns,
    "sets a status": _sets_status,
    "works beside": _works_beside,
    "weighs": _weighs,
    "changes": _changes,
    "writes": _writes,
    "strikes": _strikes,
    "steps on or off": _steps_on_or_off,
    "closes": _closes,
    "reopens": _reopens,
    **MELDING_STEPS,
    **LINE_STEPS,
}

_OFTEN = [*STEPS, "promises", "works", "ends", "ends", "closes", "closes", "contacts", "contacts", "lines"]
"""What builds on its own earlier steps is drawn more often."""

UNEARNED = (Missing.REACTION, Missing.TAKER, Missing.CHECK, Missing.FEEDBACK)
"""What the guard misses on a melding of which nothing is known but that it was opened."""


def _wave(board: Board) -> Iterator[tuple[Fact, ...]]:
    """A long night in short: so many small meldingen that the oldest closed ones leave the board."""
    place = Place(name=Name("Coolsingel"))
    for number in range(board.last_incident + 1, board.last_incident + CLOSED_KEPT + 3):
        yield (
            IncidentOpened(incident=number, priority=Priority.P4, what=Name("geluid"), place=place),
            IncidentClosed(incident=number, reason=Text("stil aangetroffen"), passed=UNEARNED),
        )


@st.composite
def histories(
    draw: st.DrawFn, *, max_steps: int = 30, gaps: bool = False, waves: bool = True
) -> tuple[Change, ...]:
    """A history from number 1 on; with `gaps`, as a console gets it that may not see everything."""
    made: list[Change] = []
    board = Board()
    at_ms = NOON_MS

    def happened(facts: tuple[Fact, ...], by: Name) -> None:
        nonlocal board, at_ms
        hidden = draw(st.sampled_from([0, 0, 0, 1, 127, 128, 5_000])) if gaps else 0
        change = Change(seq=board.seq + 1 + hidden, at=from_ms(at_ms), by=by, facts=facts)
        board = fold(board, change)
        made.append(change)

    happened((WorldFounded(world=Name("oefening"), exercise=True),), _PEOPLE[0])
    at_least = draw(st.sampled_from([0, 0, max_steps // 2, max_steps]))  # what needs many steps happens too
    names = draw(st.lists(st.sampled_from(_OFTEN), min_size=at_least, max_size=max_steps))
    wave_after = draw(st.sampled_from([None] * 9 + [len(names) // 2])) if waves else None
    for place, name in enumerate(["opens", "signs on", *names]):
        by = MADE_BY.get(name) or draw(st.sampled_from(_PEOPLE))
        at_ms += draw(st.sampled_from([0, 1, 950, 61_000, 3_600_000, -250]))
        facts = STEPS[name](draw, board, by)
        if facts:
            happened(facts, by)
        if place == wave_after:
            for facts in _wave(board):
                seq = board.seq + 1
                made.append(Change(seq=seq, at=from_ms(at_ms), by=by, facts=facts))
                board = fold(board, made[-1])
    return tuple(made)
