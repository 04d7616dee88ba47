"""How the archive compares places, numbers and words."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.archive.keys import digits_of, full_text, place_key, same_number_key


def test_places_are_the_same_whatever_case_and_spacing() -> None:
    """As people type them."""
    assert place_key("  Blaak  31 ") == place_key("BLAAK 31") == "blaak 31"


@pytest.mark.parametrize("written", ["0612345678", "06-1234 5678", "+31 6 12345678", "0031612345678"])
def test_a_number_is_known_however_it_is_written(written: str) -> None:
    """By its end."""
    assert same_number_key(written) == digits_of("612345678")


def test_a_short_number_is_nobodys() -> None:
    """112 and an extension say nothing about who it is."""
    assert same_number_key("112") == same_number_key("") == same_number_key("anoniem") == ""


@given(st.text(max_size=40))
def test_any_text_is_a_query_that_fts5_takes(text: str) -> None:
    """Quotes, stars and words of its grammar among them."""
    link = sqlite3.connect(":memory:")
    try:
        link.execute("CREATE VIRTUAL TABLE words USING fts5 (said)")
        query = full_text(text)
        if query:
            link.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)).fetchall()
    finally:
        link.close()


def test_every_word_counts_and_the_last_one_is_a_beginning() -> None:
    """As one types."""
    assert full_text('fiets OR "gra') == '"fiets" "or" "gra"*'
    assert full_text("?!") == ""
