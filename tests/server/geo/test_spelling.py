"""One spelling for all ways to write a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.geo.schema import folded
from server.geo.spelling import spelled, stands_for


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2e Kanaalstraat", "Tweede Kanaalstraat"),
        ("12de straat", "twaalfde straat"),
        ("2nd Avenue", "second ave."),
        ("Burg. X", "Burgemeester X"),
        ("Prof. Dr. Y-ln", "professor doctor y laan"),
        ("v.d. Goesstr.", "van de Goesstraat"),
        ("'s-Gravenhage", "Den Haag"),
        ("O.Z. Achterburgwal", "Oudezijds Achterburgwal"),
        ("Nwe Kerkstr", "Nieuwe Kerkstraat"),
    ],
)
def test_short_and_long_are_one(one: str, other: str) -> None:
    """Whoever wrote it."""
    assert spelled(folded(one)) == spelled(folded(other))


def test_other_names_are_not_the_same() -> None:
    """Neither another ordinal nor a word that only ends alike."""
    assert spelled("2e straat") != spelled("3e straat")
    assert spelled("wg") == "wg"


@given(st.text(max_size=40))
def test_once_spelled_it_stays_so(text: str) -> None:
    """So that a map may be written in it and read again."""
    once = spelled(folded(text))
    assert spelled(once) == once


def test_a_shortened_word_keeps_its_first_letter_and_the_order() -> None:
    """`jhr` for jonkheer; not for another, and never for itself."""
    assert stands_for("jhr", "jonkheer")
    assert not stands_for("jhr", "ridder")
    assert not stands_for("burg", "burg")
    assert not stands_for("b", "burg")
