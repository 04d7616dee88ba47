"""The numbers behind Space: ten each, and the same for ever."""

import pytest

from console.actions.catalog import CATALOG
from console.actions.deed_numbers import ROOM_DEEDS, deeds_for, number_of


@pytest.mark.parametrize("unit", [False, True])
def test_each_number_is_an_action_of_its_own(unit: bool) -> None:
    """All ten digits stand for something."""
    deeds = deeds_for(unit=unit)
    assert sorted(deeds) == list(range(10))
    assert len(set(deeds.values())) == 10
    assert set(deeds.values()) <= set(CATALOG.by_id)


def test_what_a_unit_shares_with_the_room_has_the_same_number() -> None:
    """Whoever changes seats keeps the fingers."""
    for number, id in ROOM_DEEDS.items():
        assert number_of(id, unit=True) in (number, None)


def test_what_has_no_number_has_none() -> None:
    """A verb without a number is found by its letter or its word."""
    assert number_of("history", unit=False) is None
