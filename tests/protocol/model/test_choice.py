"""A weighed dispatch: what it cost beside the nearest."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.choice import Choice, ChoiceReason
from protocol.model.text import Name

NEAREST = Choice(unit=Name("12.03"), travel_s=120, nearest_s=120)


@pytest.mark.parametrize(
    ("nearest", "travel_s", "nearest_s", "extra_s"),
    [
        ("", 120, 120, 0),
        ("", 120, 0, 0),
        ("12.01", 120, 50, 70),
        ("12.01", 120, 120, 0),
        ("12.01", 50, 120, 0),
    ],
)
def test_extra_time_is_only_that_of_who_passed_somebody_over(
    nearest: str, travel_s: int, nearest_s: int, extra_s: int
) -> None:
    """Never less than nothing: who was faster than the nearest costs no time."""
    choice = evolve(NEAREST, nearest=Name(nearest), travel_s=travel_s, nearest_s=nearest_s)
    assert choice.extra_s == extra_s


@given(st.integers(0, 9_999), st.integers(0, 9_999), st.booleans())
def test_extra_time_is_bounded_by_the_travel_time(travel_s: int, nearest_s: int, passed: bool) -> None:
    """And is whole seconds of it."""
    nearest = Name("M7" if passed else "")
    choice = evolve(NEAREST, nearest=nearest, travel_s=travel_s, nearest_s=nearest_s)
    assert 0 <= choice.extra_s <= travel_s


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unit", ""),
        ("travel_s", -1),
        ("travel_s", 1.5),
        ("nearest", "x" * 17),
        ("nearest", None),
        ("nearest_s", -1),
        ("by_road", 1),
        ("reason", 1),
        ("reason", "other"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(NEAREST, **{name: value})


def test_a_reason_is_one_key() -> None:
    """The digits from 1 on, each with a word."""
    assert [each.value for each in ChoiceReason] == list(range(1, 8))
    assert [each.key for each in ChoiceReason] == [
        *("competence", "knows-them", "work", "waterline", "asked", "position", "other"),
    ]
