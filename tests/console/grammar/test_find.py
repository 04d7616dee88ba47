"""Which unit, incident or other thing a word means."""

import pytest
from attrs import evolve

from console.actions.catalog import CATALOG
from console.actions.problem import NotUnderstood, Problem
from console.grammar import find
from console.grammar.words import Word
from protocol.model.board import Board
from protocol.model.priority import Priority
from protocol.model.text import Name
from tests.console.grammar.make import BOARD

TWINS = evolve(BOARD, units=BOARD.units.set(9, evolve(BOARD.units[1], id=9, call_sign=Name("1.203"))))


def word(text: str, start: int = 0) -> Word:
    """In a line, from this column on."""
    return Word(text=text, start=start, end=start + len(text))


def problem(text: str, board: Board = BOARD) -> Problem:
    """What is wrong with this as a unit."""
    with pytest.raises(NotUnderstood) as raised:
        find.unit(word(text, 5), board)
    return raised.value.problem


def test_a_call_sign_may_be_typed_without_its_marks() -> None:
    """`1203` is 12.03 while nothing else is written so; the exact one goes before all others."""
    assert find.unit(word("1203"), BOARD).id == 1
    assert find.unit(word("12.03"), TWINS).id == 1
    assert [unit.id for unit in find.units_meant("1203", TWINS)] == [1, 9]
    assert find.units_meant("--", BOARD) == ()


def test_a_word_that_means_two_units_names_both() -> None:
    """And one that means none names what looks like it, at its place in the line."""
    both = problem("1203", TWINS)
    assert (both.key, both.alternatives) == ("problem-ambiguous-unit", True)
    assert set(both.candidates) == {"12.03", "1.203"}
    none = problem("12.30")
    assert (none.key, none.start, none.end) == ("problem-unknown-unit", 5, 10)
    assert "12.03" in none.candidates


def test_a_number_is_one_only_as_a_whole() -> None:
    """With `#` or without; zero, words and digits of another script are none."""
    assert [find.number(text) for text in ("417", "#417")] == [417, 417]
    assert [find.number(text) for text in ("0", "417a", "-1", "", "٤١٧", "99999999999")] == [None] * 6


def test_an_incident_that_was_is_accepted_and_one_that_never_was_is_not() -> None:
    """Before the board has come any number is: the server knows."""
    assert find.incident(word("17"), BOARD) == 17
    with pytest.raises(NotUnderstood) as raised:
        find.incident(word("#419"), BOARD)
    assert raised.value.problem.key == "problem-unknown-incident"
    assert find.incident(word("419"), Board()) == 419


def test_minutes_beyond_the_limit_are_refused_and_words_are_none() -> None:
    """Further than an hour nobody looks for who can come."""
    assert [find.minutes(word(text)) for text in ("8", "8m", "8min", "acht")] == [8, 8, 8, None]
    for text in ("0", "61"):
        with pytest.raises(NotUnderstood):
            find.minutes(word(text))


def test_a_priority_is_one_of_five() -> None:
    """With `p` or without."""
    assert [find.priority(text) for text in ("1", "P5", "p0", "6", "")] == [
        Priority.P1,
        Priority.P5,
        None,
        None,
        None,
    ]


def test_two_keys_swapped_is_the_likeliest_slip() -> None:
    """It stands first among what looks like the word; no more than three are named."""
    assert find.like("12.30", ["12.33", "12.03", "12.31", "12.35", "12.36"])[0] == "12.03"
    assert len(find.like("12.30", ["12.33", "12.03", "12.31", "12.35", "12.36"])) == find.SHOWN
    assert CATALOG.by_id["priority"].verb in find.like_verbs("proiriteit", CATALOG)


def test_what_is_too_long_is_marked_from_where_it_is() -> None:
    """The mark stands at the first character that does not fit."""
    assert find.short(word("kort"), 4) == "kort"
    with pytest.raises(NotUnderstood) as raised:
        find.short(word("langer", 10), 4)
    found = raised.value.problem
    assert (found.start, found.end, found.args["length"], found.args["most"]) == (14, 16, 6, 4)
