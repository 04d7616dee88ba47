"""A line in words, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.grammar.words import joined, split


@given(st.text())
def test_each_word_stands_where_it_says(line: str) -> None:
    """The line between its columns is the word, and no word holds white space."""
    for word in split(line):
        assert line[word.start : word.end] == word.text
        assert word.text.split() == [word.text]


@given(st.text())
def test_no_letter_is_lost(line: str) -> None:
    """What stands in no word is white space."""
    assert "".join(word.text for word in split(line)) == "".join(line.split())


def test_neighbours_joined_keep_what_stands_between_them() -> None:
    """As it was typed, blanks included."""
    line = "ter   plaatse nu"
    both = joined(line, split(line)[:2])
    assert (both.text, both.start, both.end) == ("ter   plaatse", 0, 13)


def test_nothing_cannot_be_joined() -> None:
    """No words have no place in the line."""
    with pytest.raises(ValueError, match="no words"):
        joined("ter plaatse", [])
