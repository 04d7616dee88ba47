"""The arguments of one action, read from the words behind its verb."""

from typing import Any

import pytest

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import NotUnderstood, Problem
from console.grammar.known import Known
from console.grammar.moments import Clock
from console.grammar.read import read
from console.grammar.words import split
from tests.console.grammar.make import AT, BOARD, NOTHING, STATUS_NUMBERS


def values(id: str, line: str, selection: Selection = NOTHING) -> dict[str, Any]:
    """The arguments of this action in these words."""
    known = Known(
        line=line,
        catalog=CATALOG,
        board=BOARD,
        selection=selection,
        status_numbers=STATUS_NUMBERS,
        clock=Clock(now=AT),
    )
    return read(CATALOG.by_id[id], split(line), known)


def problem(id: str, line: str, selection: Selection = NOTHING) -> Problem:
    """What is wrong with them."""
    with pytest.raises(NotUnderstood) as raised:
        values(id, line, selection)
    return raised.value.problem


def test_words_of_different_kinds_stand_in_any_order() -> None:
    """The same is meant whichever comes first."""
    assert values("assign", "12.03 418") == values("assign", "418 12.03") == {"units": (1,), "incident": 418}


def test_the_selection_fills_in_what_was_left_out() -> None:
    """What is typed goes before what is selected."""
    chosen = Selection(incident=417, unit=2)
    assert values("assign", "", chosen) == {"units": (2,), "incident": 417}
    assert values("assign", "12.03 418", chosen) == {"units": (1,), "incident": 418}


def test_what_nobody_said_is_missed() -> None:
    """Without a selection nothing is guessed."""
    assert problem("assign", "12.03").key == "problem-missing-incident"
    assert problem("assign", "418").key == "problem-missing-unit"


def test_a_bang_diverts_wherever_it_stands() -> None:
    """Alone or stuck to a call sign; without it nobody is taken off an incident."""
    for line in ("! 13.01 418", "13.01! 418", "13.01 418 !"):
        assert values("assign", line)["divert"] is True
    assert "divert" not in values("assign", "13.01 418")


def test_the_selected_line_is_meant_only_while_none_is_named() -> None:
    """A number alone is another line of the selected incident; with neither nothing is struck."""
    chosen = Selection(incident=417, entry=2)
    assert values("strike", "", chosen) == {"incident": 417, "entry": 2}
    assert values("strike", "1", chosen) == {"incident": 417, "entry": 1}
    assert problem("strike", "", Selection(incident=417)).key == "problem-missing-entry"


def test_words_that_are_left_over_are_too_much() -> None:
    """What is not understood is never left out in silence."""
    assert problem("priority", "417 1 nu").key == "problem-too-much"
