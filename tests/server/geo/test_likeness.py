"""How well words fit a name: 1 for the name itself, less for each thing that differs, 0 for another name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.geo.likeness import LEAST, likeness

_words = st.lists(st.text("abcdef1", min_size=1, max_size=9), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("better", "worse", "name"),
    [
        ("oude delft", "oude delf", "oude delft"),
        ("oude delf", "oude dleft", "oude delft"),
        ("oude delft", "delft", "oude delft"),
        ("noorderk", "noordrek", "noorderkerk"),
        ("plein 1944", "plein 1945", "plein 1944"),
    ],
)
def test_the_nearer_to_the_name_the_better(better: str, worse: str, name: str) -> None:
    """Whole before begun, begun before mistyped, all of it before a part; a number is right or wrong."""
    assert likeness(tuple(better.split()), name) > likeness(tuple(worse.split()), name)


def test_the_shorter_of_two_names_fits_better() -> None:
    """Nothing of it was left out."""
    assert likeness(("markt",), "markt") > likeness(("markt",), "oude markt") > 0


def test_a_word_may_say_where_the_name_lies() -> None:
    """The part of town counts almost as much as a word of the name."""
    assert likeness(("dorpsstraat", "noord"), "dorpsstraat", "noord") > 0.9
    assert likeness(("dorpsstraat", "noord"), "dorpsstraat", "zuid") < 0.8


def test_a_done_word_is_worth_less_as_a_beginning() -> None:
    """Before a number nobody types on at the street."""
    assert likeness(("markt",), "marktplein", typing=False) < likeness(("markt",), "marktplein")


@pytest.mark.parametrize("words", ["kade", "xyz", "ma kade", "12"])
def test_another_name_is_worth_nothing(words: str) -> None:
    """And is not shown."""
    assert likeness(tuple(words.split()), "oude delft") == 0.0


@given(_words, st.booleans())
def test_a_name_fits_itself_in_any_order(words: tuple[str, ...], typing: bool) -> None:
    """And its worth is 1, or within 0 to 1 for anything else."""
    assert likeness(words, " ".join(words), typing=typing) == pytest.approx(1.0)
    assert LEAST <= likeness(words[::-1], " ".join(words), typing=typing) <= 1.0 + 1e-9


@given(_words, _words)
def test_the_worth_is_between_nothing_and_one(words: tuple[str, ...], name: tuple[str, ...]) -> None:
    """For any words and any name."""
    fits = likeness(words, " ".join(name))
    assert fits == 0.0 or LEAST <= fits <= 1.0 + 1e-9
