"""Short names of streets find the long ones."""

import pytest

from server.geo.build.abbreviated import long_names, shortens


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Prof. Evertslaan", "Professor Evertslaan"),
        ("Dr. Schaepmanstraat", "Doctor Schaepmanstraat"),
        ("Burg. v. Walsumweg", "Burgemeester van Walsumweg"),
    ],
)
def test_a_word_with_a_dot_stands_for_a_longer_one(short: str, long: str) -> None:
    """By its letters in their order; every other word is the same."""
    assert shortens(short, long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Professor Evertslaan", "Prof. Evertslaan"),
        ("Prof. Evertslaan", "Prof. Evertslaan"),
        ("Prof. Evertslaan", "Professor Krausstraat"),
        ("Dr. Evertslaan", "Professor Evertslaan"),
        ("Prof Evertslaan", "Professor Evertslaan"),
        (". Laan", "Grote Laan"),
    ],
)
def test_other_names_are_other_streets(one: str, other: str) -> None:
    """Nothing is guessed from a likeness."""
    assert not shortens(one, other)


def test_the_one_name_that_fits_is_found_either_way() -> None:
    """Whichever of the two was shortened."""
    known = ["Professor Evertslaan", "St. Jansplein", "Markt"]
    assert long_names(["Prof. Evertslaan", "Sint Jansplein", "Plein"], known) == {
        "Prof. Evertslaan": "Professor Evertslaan",
        "Sint Jansplein": "St. Jansplein",
    }


def test_of_two_that_fit_neither_is_taken() -> None:
    """Nobody is sent to the wrong street."""
    assert long_names(["J. Steenlaan"], ["Jan Steenlaan", "Joop Steenlaan"]) == {}
