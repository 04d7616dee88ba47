"""Facts of an incident itself are valid from birth, and of version 1 they can still be read."""

from typing import Any

import pytest
from attrs import asdict, evolve

from protocol.facts.incidents import (
    IncidentClosed,
    IncidentReopened,
    PhaseEntered,
    PlaceChanged,
    PlaceSaid,
    PriorityChanged,
    WhatChanged,
)
from protocol.model.board import Board
from protocol.model.line_kind import LineKind
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.wire.tags import FACTS
from tests.protocol.make import BLAAK, OPENED

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (OPENED, "incident", 0),
        (OPENED, "priority", 2),
        (OPENED, "what", "x" * 201),
        (OPENED, "place", "Blaak 31"),
        (OPENED, "owner", "x" * 61),
        (PlaceChanged(incident=1, place=BLAAK), "place", None),
        (PlaceSaid(incident=1), "name", "x" * 201),
        (PlaceSaid(incident=1), "point", (51.9, 4.5)),
        (PlaceSaid(incident=1), "without_point", 1),
        (WhatChanged(incident=1, what=Name("brand")), "what", "x" * 201),
        (PriorityChanged(incident=1, priority=Priority.P1), "priority", 1),
        (PhaseEntered(incident=1, phase=Phase.ADD), "phase", 2),
        (CLOSED, "reason", ""),
        (CLOSED, "passed", []),
        (IncidentReopened(incident=1, reason=Text("toch")), "reason", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_a_place_that_is_said_in_part_leaves_the_other_part_alone() -> None:
    """None is not a wiped point: that it was wrong is said by a word of its own."""
    said = PlaceSaid(incident=1, name=Name("Blaak"))
    assert asdict(said) == {"incident": 1, "name": "Blaak", "point": None, "without_point": False}


def test_a_place_of_the_first_version_keeps_its_own_tag() -> None:
    """A tag never changes its meaning: what means something else has another."""
    assert (FACTS[8], FACTS[90]) == (PlaceChanged, PlaceSaid)


def test_an_end_is_said_on_the_open_line() -> None:
    """Whoever is on it hears it; on an empty board nothing else leaves for it."""
    about = CLOSED.about_on(Board())
    assert about.incidents == (1,)
    assert [(line.incident, line.kind) for line in about.lines] == [(1, LineKind.OPEN)]
