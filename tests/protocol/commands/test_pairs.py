"""Wishes about split pairs and emergencies are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.pairs import EndEmergency, RaiseEmergency, SpeakToPair, SplitPair
from protocol.model.text import Name, Text


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (SplitPair(unit=1, call_sign=Name("12.03b")), "call_sign", "x" * 17),
        (SpeakToPair(unit=1, text=Text("hier")), "text", "x" * 501),
        (RaiseEmergency(unit=1), "point", (52.0, 4.36)),
        (RaiseEmergency(unit=1), "nearby", [2]),
        (EndEmergency(unit=1, why=Text("over")), "why", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """An emergency ends with a reason, and is raised without one."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})
