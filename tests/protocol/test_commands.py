"""Every wish is valid from birth, whatever it is."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import COMMAND_KINDS, values_of


@pytest.mark.parametrize("kind", COMMAND_KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_no_field_of_any_command_takes_a_foreign_value(kind: type[Any], data: st.DataObject) -> None:
    """Every field is checked; none is left out."""
    valid = data.draw(values_of(kind))
    for each in attrs.fields(kind):
        with pytest.raises((TypeError, ValueError)):
            attrs.evolve(valid, **{each.name: object()})
