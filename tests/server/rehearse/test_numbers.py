"""A number as a file writes it."""

import pytest

from server.rehearse.numbers import number


@pytest.mark.parametrize(
    ("text", "value"), [("52.1", 52.1), ("-4,5", -4.5), ("+7", 7.0), ("1.", 1.0), ("1e3", 1000.0), ("0", 0.0)]
)
def test_a_point_or_a_comma_stands_before_the_decimals(text: str, value: float) -> None:
    """As people and their programs write them."""
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "nan", "inf", "1_000", "1.2.3", "٣", " 1", ".5", "1" * 21, "1e400"])
def test_what_python_would_take_and_no_file_means_is_none(text: str) -> None:
    """Plain digits only, and no spaces."""
    assert number(text) is None
