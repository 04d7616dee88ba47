"""Promises, needs, referrals and cards by number in an incident."""

from datetime import timedelta

import pytest

from console.actions.action import Arg, ArgKind, Selection
from console.actions.problem import NotUnderstood
from console.grammar.items import is_item, only_open, open_items, selected_card
from protocol.facts.promises import PromiseKept, PromiseMade
from protocol.facts.timeline import CardPushed, EntryStruck
from protocol.model.board import Board
from protocol.model.entry import CardKind
from protocol.model.text import Name, Text
from tests.console.rig import START, Rig

PROMISE = Arg(kind=ArgKind.PROMISE, name="promise")


def promised(*texts: str, kept: int | None = None) -> Board:
    """So many promises in incident 1; one of them was kept."""
    rig = Rig()
    rig.open(1)
    for text in texts:
        rig.happen(
            PromiseMade(
                incident=1,
                what=Text(text),
                from_whom=Name("anna"),
                to_whom=Name("de Wit"),
                due=START + timedelta(hours=1),
            )
        )
    if kept is not None:
        rig.happen(PromiseKept(incident=1, promise=kept))
    return rig.board


def test_the_only_open_one_needs_no_number() -> None:
    """What was kept does not count."""
    assert only_open(PROMISE, {"incident": 1}, promised("bellen", "komen", kept=1), "") == 2


def test_several_are_asked_about_and_none_is_said() -> None:
    """Nothing is guessed."""
    for board, key, candidates in (
        (promised("bellen", "komen"), "problem-which-promise", ("1", "2")),
        (promised(), "problem-no-open-promise", ()),
    ):
        with pytest.raises(NotUnderstood) as raised:
            only_open(PROMISE, {"incident": 1}, board, "nagekomen")
        assert (raised.value.problem.key, raised.value.problem.candidates) == (key, candidates)


def test_a_number_counts_also_when_it_is_not_open_any_more() -> None:
    """What is not on the board may have it: the server knows."""
    board = promised("bellen", kept=1)
    assert is_item(1, 1, ArgKind.PROMISE, board)
    assert not is_item(2, 1, ArgKind.PROMISE, board)
    assert is_item(2, 99, ArgKind.PROMISE, board)
    assert open_items(1, ArgKind.PROMISE, board) == open_items(None, ArgKind.PROMISE, board) == []


def test_the_selected_line_is_meant_only_where_it_is_a_card_that_stands() -> None:
    """Of the incident that is selected, and not once it was struck."""
    rig = Rig()
    rig.open(1)
    rig.happen(CardPushed(incident=1, card=CardKind.WARNING, text=Text("mes")))
    chosen = Selection(incident=1, entry=1)
    assert selected_card(1, chosen, rig.board) == 1
    assert selected_card(2, chosen, rig.board) is None
    assert selected_card(1, Selection(incident=1), rig.board) is None
    rig.happen(EntryStruck(incident=1, entry=1))
    assert selected_card(1, chosen, rig.board) is None
