"""Wishes about scaling are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.scale import AskColleagues, ComeAlong, NoteWho, SetGrip, SetLevel, SwitchLead
from protocol.model.scale import MAX_GRIP, Level, WhoKind
from protocol.model.text import Text


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (AskColleagues(incident=1), "text", "x" * 201),
        (ComeAlong(incident=1, unit=2), "unit", 0),
        (NoteWho(incident=1, kind=WhoKind.DOES, what=Text("deur")), "what", ""),
        (SwitchLead(incident=1, central=True, why=Text("druk")), "why", " "),
        (SetLevel(incident=1, level=Level.TEAM), "level", 1),
        (SetGrip(incident=1, grip=0), "grip", MAX_GRIP + 1),
        (SetGrip(incident=1, grip=0), "grip", -1),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """GRIP runs from 0 to 5, and a switch of the lead says why (A67)."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})
