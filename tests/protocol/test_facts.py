"""Every fact is valid from birth and final."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.facts.fact import Fact
from tests.strategies import FACT_KINDS, facts, values_of


@pytest.mark.parametrize("kind", FACT_KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_no_field_of_any_fact_takes_a_foreign_value(kind: type[Any], data: st.DataObject) -> None:
    """Every field is checked; none is left out."""
    valid = data.draw(values_of(kind))
    for each in attrs.fields(kind):
        with pytest.raises((TypeError, ValueError)):
            attrs.evolve(valid, **{each.name: object()})


@given(facts())
def test_a_fact_cannot_be_changed(fact: Fact) -> None:
    """A correction is a new fact."""
    name = attrs.fields(type(fact))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(fact, name, getattr(fact, name))
