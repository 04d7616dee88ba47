"""What facts about incidents do to the board."""

from attrs import evolve

from protocol.facts.incidents import (
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    PhaseEntered,
    PlaceChanged,
    PlaceSaid,
    PriorityChanged,
    WhatChanged,
)
from protocol.facts.intake import IncidentClassified
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned
from protocol.model.appeal import Appeal, AppealKind
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from tests.protocol.make import ANNA, BLAAK, OPENED, SIGNED_ON, besides, minute, then, told

CLOSED = IncidentClosed(incident=1, reason=Text("rust weergekeerd"))
WHO_GOES = Appeal(kind=AppealKind.PRIORITY_1, since=minute(2), by=ANNA)
REOPENED = IncidentReopened(incident=1, reason=Text("toch niet"))


def test_an_incident_opens_in_its_first_phase_with_nobody_on_it() -> None:
    """Opened by whoever made the change, at its moment."""
    board = told(OPENED)
    expected = Incident(
        number=1,
        opened_at=minute(1),
        opened_by=ANNA,
        priority=Priority.P2,
        what=Name("vechtpartij"),
        place=BLAAK,
        phase=Phase.MERGE_IN,
        phase_since=minute(1),
    )
    assert {1: expected} == dict(board.incidents)
    assert board.last_incident == 1


def test_the_last_incident_never_counts_down() -> None:
    """A lower number that opens later leaves the highest as it was."""
    assert told(evolve(OPENED, incident=7), OPENED).last_incident == 7


def test_each_correction_changes_its_own_field_and_no_other() -> None:
    """Place, what, priority; of a place the parts that were said. Version 1 said a place whole."""
    before = told(OPENED).incidents[1]
    elsewhere = Place(name=Name("Oude Haven"))
    point = Point(lat_deg=51.93, lon_deg=4.5).on_grid()
    for fact, expected in (
        (
            PlaceSaid(incident=1, name=elsewhere.name),
            evolve(before, place=evolve(BLAAK, name=elsewhere.name)),
        ),
        (PlaceSaid(incident=1, point=point), evolve(before, place=evolve(BLAAK, point=point))),
        (PlaceSaid(incident=1, without_point=True), evolve(before, place=evolve(BLAAK, point=None))),
        (PlaceChanged(incident=1, place=elsewhere), evolve(before, place=elsewhere)),
        (WhatChanged(incident=1, what=Name("steekpartij")), evolve(before, what=Name("steekpartij"))),
        (PriorityChanged(incident=1, priority=Priority.P3), evolve(before, priority=Priority.P3)),
    ):
        assert expected == then(told(OPENED), fact).incidents[1]


def test_what_rose_is_asked_what_it_is_now() -> None:
    """Until somebody says so or gives it a class; not when that was said with it, nor when it fell."""
    rose = PriorityChanged(incident=1, priority=Priority.P1)
    board = told(OPENED, rose)
    assert board.incidents[1].outgrown
    said, classified = (
        WhatChanged(incident=1, what=Name("steekpartij")),
        IncidentClassified(incident=1, code=Name("steek")),
    )
    for fact in (said, classified, PriorityChanged(incident=1, priority=Priority.P4)):
        assert not then(board, fact).incidents[1].outgrown
    assert not then(told(OPENED), classified, rose).incidents[1].outgrown
    assert not told(OPENED, PriorityChanged(incident=1, priority=Priority.P3)).incidents[1].outgrown


def test_a_place_can_be_taken_back_to_not_known() -> None:
    """An empty name is said; None leaves the one that is known."""
    assert told(OPENED, PlaceSaid(incident=1, name=Name(""))).incidents[1].place.name == ""
    assert told(OPENED, PlaceSaid(incident=1)).incidents[1].place == BLAAK


def test_a_phase_is_entered_at_the_moment_of_the_change() -> None:
    """And nothing else changes."""
    board = told(OPENED, PhaseEntered(incident=1, phase=Phase.ADD))
    assert evolve(told(OPENED).incidents[1], phase=Phase.ADD, phase_since=minute(2)) == board.incidents[1]


def test_a_closed_incident_keeps_its_reason_and_loses_its_line() -> None:
    """It stands at the end of the closed row; nobody is on its line any more."""
    board = told(OPENED, LineJoined(incident=1), CLOSED)
    expected = evolve(
        told(OPENED).incidents[1],
        phase=Phase.CLOSED,
        phase_since=minute(3),
        closed_because=Text("rust weergekeerd"),
    )
    assert expected == board.incidents[1]
    assert board.closed == (1,)
    assert board.open_incidents() == []


def test_a_reopened_incident_is_open_in_its_first_phase_under_its_own_number() -> None:
    """The reason of the closing is gone from the board."""
    board = told(OPENED, CLOSED, REOPENED)
    assert evolve(told(OPENED).incidents[1], phase_since=minute(3)) == board.incidents[1]
    assert board.closed == ()


def _closed_through(last: int) -> Board:
    board = told()
    for number in range(1, last + 1):
        board = then(board, evolve(OPENED, incident=number))
        board = then(board, evolve(CLOSED, incident=number))
    return board


def test_the_oldest_closed_incident_leaves_a_full_board() -> None:
    """Exactly CLOSED_KEPT stay, the last ones closed; open ones are not counted."""
    board = _closed_through(CLOSED_KEPT)
    assert board.closed == tuple(range(1, CLOSED_KEPT + 1))
    board = then(board, IncidentOpened(incident=900, priority=Priority.P5, what=Name("x"), place=BLAAK))
    assert len(board.incidents) == CLOSED_KEPT + 1
    board = then(board, evolve(CLOSED, incident=900))
    assert board.closed == (*range(2, CLOSED_KEPT + 1), 900)
    assert {*range(2, CLOSED_KEPT + 1), 900} == set(board.incidents)


def test_reopening_keeps_an_old_incident_on_the_board() -> None:
    """What is open again does not leave with the oldest, and closing it puts it last."""
    board = then(_closed_through(CLOSED_KEPT), REOPENED)
    board = then(board, evolve(OPENED, incident=900))
    board = then(board, evolve(CLOSED, incident=900))
    assert board.incidents[1].is_open
    assert then(board, CLOSED).closed[-1] == 1


def test_closing_twice_counts_once() -> None:
    """A repeated closing moves the incident to the end of the row."""
    board = then(_closed_through(3), CLOSED)
    assert board.closed == (2, 3, 1)


def test_a_fact_about_an_incident_that_is_not_here_leaves_the_board_as_it_is() -> None:
    """Old closed incidents leave the board; facts about them still come."""
    before = told(SIGNED_ON)
    for fact in (
        CLOSED,
        REOPENED,
        PlaceChanged(incident=1, place=BLAAK),
        WhatChanged(incident=1, what=Name("x")),
        PriorityChanged(incident=1, priority=Priority.P1),
        PhaseEntered(incident=1, phase=Phase.ADD),
    ):
        assert besides(before) == besides(then(before, fact))


def test_a_unit_can_be_on_an_incident_that_is_not_here() -> None:
    """While a snapshot is under way the unit may be known before its melding."""
    board = then(told(SIGNED_ON), UnitAssigned(incident=1, unit=1))
    assert (board.units[1].incident, dict(board.incidents)) == (1, {})


def test_closing_on_a_half_received_board_passes_over_what_has_not_arrived() -> None:
    """The head of a snapshot names every closed incident before the first of them is here."""
    half = evolve(told(OPENED), closed=tuple(range(1001, 1001 + CLOSED_KEPT)))
    board = then(half, CLOSED)
    assert board.closed == (*range(1002, 1001 + CLOSED_KEPT), 1)
    assert not board.incidents[1].is_open
