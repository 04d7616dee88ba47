"""What may be said of an incident, and every reason why not."""

import pytest

from protocol.commands.command import Command
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.errors import Reason
from protocol.facts.incidents import (
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    PhaseEntered,
    PlaceSaid,
    PriorityChanged,
    WhatChanged,
)
from protocol.facts.timeline import EntryAdded
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.transitions import phase_may_become
from server.decide import decide, number_given
from tests.protocol.make import BLAAK, OPENED, told
from tests.server.decide.make import ANNA, refused

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
ELSEWHERE = Place(name=Name("Coolsingel"))


def test_opening_gives_the_next_number() -> None:
    """The number comes back with the answer."""
    wish = OpenIncident(what=Name("inbraak"), place=BLAAK, priority=Priority.P1)
    facts = decide(told(OPENED), wish, ANNA)
    assert facts == (IncidentOpened(incident=2, priority=Priority.P1, what=Name("inbraak"), place=BLAAK),)
    assert number_given(facts) == 2


def test_the_first_line_of_the_story_comes_with_the_opening() -> None:
    """One change, two facts; a blank story is none."""
    wish = OpenIncident(what=Name("inbraak"), place=BLAAK, story=Text("dader nog binnen"))
    assert decide(told(), wish, ANNA)[1:] == (EntryAdded(incident=1, text=Text("dader nog binnen")),)
    assert len(decide(told(), OpenIncident(what=Name("inbraak"), place=BLAAK, story=Text(" ")), ANNA)) == 1


def test_a_point_is_put_on_the_grid_of_the_wire() -> None:
    """So that server and console hold equal boards."""
    place = Place(name=Name("hier"), point=Point(lat_deg=51.92000123, lon_deg=4.49))
    opened = decide(told(), OpenIncident(what=Name("inbraak"), place=place), ANNA)[0]
    assert isinstance(opened, IncidentOpened)
    assert opened.place.point == Point(lat_deg=51.92, lon_deg=4.49).on_grid()
    same = ChangePlace(incident=1, place=Place(name=BLAAK.name, point=Point(lat_deg=51.920001, lon_deg=4.49)))
    assert refused(told(OPENED), same) == (Reason.NO_CHANGE, {})


SAID_BETTER = [
    (
        ChangePlace(incident=1, place=ELSEWHERE),
        PlaceSaid(incident=1, name=ELSEWHERE.name, point=ELSEWHERE.point),
    ),
    (ChangeWhat(incident=1, what=Name("ruzie")), WhatChanged(incident=1, what=Name("ruzie"))),
    (
        ChangePriority(incident=1, priority=Priority.P1),
        PriorityChanged(incident=1, priority=Priority.P1),
    ),
]


@pytest.mark.parametrize(("command", "fact"), SAID_BETTER, ids=lambda part: type(part).__name__)
def test_what_is_known_better_is_said(command: Command, fact: object) -> None:
    """One fact per correction."""
    assert decide(told(OPENED), command, ANNA) == (fact,)


@pytest.mark.parametrize(
    "command", [command for command, _ in SAID_BETTER], ids=lambda part: type(part).__name__
)
def test_a_closed_incident_is_not_changed(command: Command) -> None:
    """It must be reopened first."""
    assert refused(told(OPENED, CLOSED), command) == (Reason.INCIDENT_CLOSED, {"incident": 1})


@pytest.mark.parametrize(
    "command",
    [
        ChangePlace(incident=1, place=BLAAK),
        ChangeWhat(incident=1, what=OPENED.what),
        ChangePriority(incident=1, priority=OPENED.priority),
        EnterPhase(incident=1, phase=Phase.MERGE_IN),
    ],
    ids=lambda command: type(command).__name__,
)
def test_the_same_again_is_no_change(command: Command) -> None:
    """Nothing is journalled for it."""
    assert refused(told(OPENED), command) == (Reason.NO_CHANGE, {})


@pytest.mark.parametrize(
    "command",
    [
        *(command for command, _ in SAID_BETTER),
        EnterPhase(incident=1, phase=Phase.ADD),
        ReopenIncident(incident=1, reason=Text("toch niet")),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the highest number that was given out."""
    assert refused(told(), command) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})


@pytest.mark.parametrize("wanted", Phase)
@pytest.mark.parametrize("phase", Phase)
def test_phases_move_by_the_table(phase: Phase, wanted: Phase) -> None:
    """Closing and reopening have commands of their own; a refusal names both phases."""
    here = [] if phase is Phase.MERGE_IN else [PhaseEntered(incident=1, phase=phase)]
    board = told(OPENED, CLOSED) if phase is Phase.CLOSED else told(OPENED, *here)
    command = EnterPhase(incident=1, phase=wanted)
    if wanted is phase:
        assert refused(board, command) == (Reason.NO_CHANGE, {})
    elif Phase.CLOSED in (phase, wanted):
        assert refused(board, command) == (
            Reason.PHASE_ILLEGAL,
            {"incident": 1, "from_phase": phase.key, "to_phase": wanted.key},
        )
    else:
        assert wanted in phase_may_become(phase)
        assert decide(board, command, ANNA) == (PhaseEntered(incident=1, phase=wanted),)


def test_a_closed_incident_is_taken_up_again() -> None:
    """Under its own number."""
    wish = ReopenIncident(incident=1, reason=Text("toch niet"))
    assert decide(told(OPENED, CLOSED), wish, ANNA) == (
        IncidentReopened(incident=1, reason=Text("toch niet")),
    )


def test_an_open_incident_is_not_reopened() -> None:
    """It is said that it is open."""
    wish = ReopenIncident(incident=1, reason=Text("toch niet"))
    assert refused(told(OPENED), wish) == (Reason.INCIDENT_OPEN, {"incident": 1})


def test_a_name_said_better_leaves_the_point() -> None:
    """Whoever types "Blaak 31 achterom" says nothing about where on the map that is."""
    better = ChangePlace(incident=1, place=Place(name=Name("Blaak 31 achterom")))
    assert decide(told(OPENED), better, ANNA) == (PlaceSaid(incident=1, name=better.place.name),)


def test_a_point_can_be_said_under_the_same_name_and_taken_away() -> None:
    """What is wrong on the map comes off it, when somebody says so."""
    point = Point(lat_deg=51.93, lon_deg=4.5).on_grid()
    pointed = ChangePlace(incident=1, place=Place(name=BLAAK.name, point=point))
    assert decide(told(OPENED), pointed, ANNA) == (PlaceSaid(incident=1, point=point),)
    off = ChangePlace(incident=1, place=Place(name=BLAAK.name), without_point=True)
    assert decide(told(OPENED), off, ANNA) == (PlaceSaid(incident=1, without_point=True),)
    unpointed = told(OPENED, PlaceSaid(incident=1, without_point=True))
    assert refused(unpointed, off) == (Reason.NO_CHANGE, {})
