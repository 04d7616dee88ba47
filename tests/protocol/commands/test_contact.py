"""Wishes about the contact line are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.contact import (
    MAX_WORDS_CHARS,
    ComeIn,
    OpenContact,
    SayAsMelder,
    ShareWhere,
    StepIn,
    TellMelder,
)
from protocol.model.point import Point
from protocol.model.text import Name, Text

HERE = Point(lat_deg=52.0, lon_deg=4.36)
TOO_LONG = "x" * (MAX_WORDS_CHARS + 1)


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (OpenContact(incident=1, unit=2), "unit", 0),
        (StepIn(incident=1), "why", "x" * 201),
        (TellMelder(incident=1, text=Text("ja")), "text", TOO_LONG),
        (TellMelder(incident=1, text=Text("ja")), "text", " "),
        (SayAsMelder(incident=1, text=Text("ja")), "text", TOO_LONG),
        (ComeIn(incident=1, key=Name("k")), "key", "k" * 65),
        (ShareWhere(incident=1, point=HERE), "point", None),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Before it is sent; what an old phone cannot show is too long."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})
