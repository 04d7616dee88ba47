"""Numbers for names."""

import pytest

from console.map.names import Names


def test_a_name_has_one_number_and_a_number_one_name() -> None:
    """Told twice it is the same; no name is nought."""
    names = Names()
    numbers = [names.number(name) for name in ("", "Markt", "Kade", "Markt")]
    assert numbers == [0, 1, 2, 1]
    assert [names[number] for number in numbers] == ["", "Markt", "Kade", "Markt"]


def test_names_are_harmless() -> None:
    """A map from anywhere cannot steer the terminal."""
    names = Names()
    assert "\x1b" not in names[names.number("\x1b[2JMarkt")]


def test_a_number_that_was_never_given_is_an_error() -> None:
    """Not some other street."""
    with pytest.raises(IndexError):
        Names()[1]
