"""Values of the indicators, read without trust."""

import pytest

from console.figures.values import NOTHING, percent, table, whole


@pytest.mark.parametrize("strange", [{}, {"x": None}, {"x": "7"}, {"x": []}])
def test_what_is_missing_or_strange_is_nothing(strange: dict[str, object]) -> None:
    """A server of another version must not break the screen."""
    assert (table(strange, "x"), whole(strange, "x"), percent(strange.get("x"))) == ({}, 0, NOTHING)


def test_what_is_there_is_read() -> None:
    """Parts, numbers and shares."""
    assert table({"x": {"y": 1}}, "x") == {"y": 1}
    assert (whole({"x": 7}, "x"), percent(0.754)) == (7, "75 %")
