"""A change: numbered, dated, by somebody, with at least one fact."""

from typing import Any

import pytest
from attrs import evolve

from protocol.facts.timeline import EntryAdded, LineJoined
from protocol.facts.units import UnitAssigned, UnitSignedOff, UnitStatusSet
from protocol.facts.world import WorldFounded
from protocol.model.board import Board
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import OPENED, SIGNED_ON, change, told

VALID = change(1, OPENED)


@pytest.mark.parametrize(
    ("name", "value"), [("seq", 0), ("seq", -1), ("at", 1_790_000_000_000), ("by", ""), ("facts", ())]
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """There is no empty change and no number 0."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(VALID, **{name: value})


def test_it_names_its_incidents_once_in_order_of_mention() -> None:
    """Also when several facts are about the same one; the world and a unit off duty are about none."""
    other = EntryAdded(incident=9, text=Text("a"))
    many = change(1, other, SIGNED_ON, OPENED, other, LineJoined(incident=1))
    assert many.incidents(Board()) == (9, 1)
    alone = change(1, SIGNED_ON, UnitSignedOff(unit=1), WorldFounded(world=Name("x"), exercise=True))
    assert alone.incidents(Board()) == ()


def test_what_a_unit_does_is_about_the_melding_it_is_on() -> None:
    """The fact names the unit alone: the board before it knows the rest."""
    arrives = UnitStatusSet(unit=1, status=UnitStatus.ON_SCENE)
    driving = told(OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1))
    assert change(2, arrives).incidents(driving) == (1,)
    assert change(2, arrives).incidents(told(OPENED, SIGNED_ON)) == ()
    assert change(2, arrives).incidents(Board()) == ()
