"""Wishes about an incident itself are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.about import About
from protocol.commands.incidents import (
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    EnterPhase,
    OpenIncident,
    ReopenIncident,
)
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from tests.protocol.make import BLAAK

OPEN = OpenIncident(what=Name("vechtpartij"), place=BLAAK)
CLOSE = CloseIncident(incident=1, reason=Text("klaar"))


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (OPEN, "what", "\t"),
        (OPEN, "what", "x" * 201),
        (OPEN, "place", "Blaak 31"),
        (OPEN, "priority", 2),
        (OPEN, "story", "x" * 2_001),
        (OPEN, "code", "x" * 17),
        (OPEN, "owner", "x" * 61),
        (ChangePlace(incident=1, place=BLAAK), "without_point", 1),
        (ChangeWhat(incident=1, what=Name("brand")), "what", " "),
        (ChangePriority(incident=1, priority=Priority.P1), "priority", 1),
        (EnterPhase(incident=1, phase=Phase.ADD), "phase", "add"),
        (CLOSE, "reason", ""),
        (CLOSE, "emergency", 1),
        (ReopenIncident(incident=1, reason=Text("toch")), "reason", "x" * 2_001),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Before it is sent, so that the person who typed it hears of it; closing and reopening say why."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})


def test_a_melding_may_be_opened_with_two_words_alone() -> None:
    """A48: it grows afterwards; what nobody said is empty and its urgency is the middle one."""
    assert (OPEN.story, OPEN.code, OPEN.owner, OPEN.priority) == ("", "", "", Priority.P2)


def test_opening_names_no_incident_and_closing_names_its_own() -> None:
    """The number of a new one is the server's to give."""
    assert OPEN.about() == About()
    assert CLOSE.about().incidents == (1,)
    assert [line.incident for line in CLOSE.about().lines] == [1]


def test_a_place_in_a_command_keeps_its_point() -> None:
    """A wish says exactly what was pointed at."""
    there = Place(name=Name("hier"), point=Point(lat_deg=51.92, lon_deg=4.49))
    assert evolve(OPEN, place=there).place.point == Point(lat_deg=51.92, lon_deg=4.49)
