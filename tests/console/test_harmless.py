"""What other people wrote cannot harm the terminal or the layout."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.harmless import cells, harmless


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dorpsstraat 5",
        "één café, naïef",
        "Łódź",
        "警察 到着",
        "Việt Nam",
        "e\u0301",
        "👍 🚓",
        "مرحبا",
        "± 5 m²",
    ],
)
def test_ordinary_writing_stays(text: str) -> None:
    """Letters of any script, combining marks, wide characters and emoji come through unchanged."""
    assert text == harmless(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\nb\tc\r", "a␊b␉c␍"),
        ("\x00\x7f", "␀␡"),
        ("\x9b31m", "‹9B›31m"),
        ("\u202eabc\u2066", "‹RLO›abc‹LRI›"),
        ("a\u200bb\ufeff", "a‹ZWSP›b‹BOM›"),
        ("\U000e0041", "‹E0041›"),
        ("\ue000\U0010ffff\ud800", "\ufffd\ufffd\ufffd"),
        ("a\u00a0b\u3000c", "a b c"),
        ("\u3164", "‹3164›"),
        ("❤\ufe0f", "❤"),
        ("a\ufe0f", "a‹FE0F›"),
    ],
)
def test_steering_characters_become_signs(text: str, shown: str) -> None:
    """Controls, bidi controls and characters without a shape are shown as signs of what they are."""
    assert shown == harmless(text)


def test_a_tower_of_marks_is_cut() -> None:
    """A letter carries three marks; further ones are shown beside it."""
    assert harmless("e" + "\u0301" * 5) == "e" + "\u0301" * 3 + "◌◌"


def test_a_mark_without_a_letter_gets_one() -> None:
    """A mark at the beginning would land on whatever stands left of it, so it gets a carrier."""
    assert harmless("\u0301x") == "◌\u0301x"


@given(st.text())
def test_nothing_steers_afterwards(text: str) -> None:
    """Whatever comes in, only letters, marks, numbers, punctuation, symbols and plain spaces come out."""
    shown = harmless(text)
    assert all(char == " " or unicodedata.category(char)[0] in "LMNPS" for char in shown)
    assert "\u2028" not in shown


@given(st.text())
def test_twice_is_once(text: str) -> None:
    """What is harmless stays as it is."""
    assert harmless(text) == harmless(harmless(text))


def test_width_is_that_of_the_shown_text() -> None:
    """Cells are counted after the signs are put in; wide characters take two."""
    assert (cells("警察"), cells("👍"), cells("\u202e")) == (4, 2, 5)
