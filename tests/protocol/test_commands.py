"""Every wish is valid from birth, whatever it is."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import BLAAK
from tests.strategies import COMMAND_KINDS, values_of

OPEN = OpenIncident(what=Name("vechtpartij"), place=BLAAK)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (OPEN, "what", ""),
        (OPEN, "what", "x" * 201),
        (OPEN, "place", "Blaak 31"),
        (OPEN, "priority", 2),
        (OPEN, "story", "x" * 2_001),
        (AddEntry(incident=1, text=Text("a")), "incident", 0),
        (AddEntry(incident=1, text=Text("a")), "text", " "),
        (AddEntry(incident=1, text=Text("a")), "text", "\ud800"),
        (AssignUnit(incident=1, unit=1), "unit", 2**31),
        (AssignUnit(incident=1, unit=1), "divert", 1),
        (SetUnitStatus(unit=1, status=UnitStatus.AVAILABLE), "status", 1),
        (SignOnUnit(call_sign=Name("12.03")), "call_sign", "x" * 17),
        (SignOnUnit(call_sign=Name("12.03")), "means", 1),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Before it is sent, so that the person who typed it hears of it."""
    with pytest.raises((TypeError, ValueError), match=name):
        attrs.evolve(valid, **{name: value})


@pytest.mark.parametrize("kind", COMMAND_KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_no_field_of_any_command_takes_a_foreign_value(kind: type[Any], data: st.DataObject) -> None:
    """Every field is checked; none is left out."""
    valid = data.draw(values_of(kind))
    for each in attrs.fields(kind):
        with pytest.raises((TypeError, ValueError)):
            attrs.evolve(valid, **{each.name: object()})


def test_a_place_in_a_command_keeps_its_point() -> None:
    """A wish says exactly what was pointed at."""
    there = Place(name=Name("hier"), point=Point(lat_deg=51.92, lon_deg=4.49))
    assert attrs.evolve(OPEN, place=there).place.point == Point(lat_deg=51.92, lon_deg=4.49)
