"""Wishes about what is asked are valid from birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.commands.appeals import HearAppeal, ProposeUnits


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (HearAppeal(incident=1), "incident", 0),
        (ProposeUnits(incident=1), "incident", None),
        (ProposeUnits(incident=1), "units", [1]),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """A melding has a number from 1 on; units are a tuple of ids."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})
