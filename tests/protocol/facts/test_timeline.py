"""Facts of the open line reach every incident whose line is one with theirs."""

from typing import Any

import pytest
from attrs import evolve

from protocol.facts.fact import Fact
from protocol.facts.timeline import (
    CardPushed,
    CardTaken,
    EntryAdded,
    EntryStruck,
    LinesJoined,
    LinesParted,
    LineSpoken,
    PartnerInvited,
    Whispered,
    about_lines,
    joined_to,
)
from protocol.model.board import Board
from protocol.model.entry import CardKind
from protocol.model.text import Name, Text
from tests.protocol.make import OPENED, told

SPOKEN = LineSpoken(incident=1, text=Text("hier"))


def _joined() -> Board:
    """Incidents 1, 2 and 3; the lines of 1 and 2 are one."""
    opened = [evolve(OPENED, incident=number) for number in (1, 2, 3)]
    return told(*opened, LinesJoined(incident=1, other=2))


@pytest.mark.parametrize("fact", [SPOKEN, Whispered(incident=1, text=Text("hier")), LinesParted(incident=1)])
def test_words_on_a_joined_line_are_about_each_incident_on_it(fact: Fact) -> None:
    """And about no other; what the word itself names is one of them."""
    assert fact.about().incidents == (1,)
    assert fact.about_on(_joined()).incidents == (1, 2)
    assert [line.incident for line in fact.about_on(_joined()).lines] == [1, 2]


def test_a_line_in_the_log_stays_with_its_own_incident() -> None:
    """Only what is said is said on both."""
    assert EntryAdded(incident=1, text=Text("genoteerd")).about_on(_joined()).incidents == (1,)


def test_joining_a_third_line_reaches_all_three() -> None:
    """Each is one with each from then on."""
    third = LinesJoined(incident=3, other=1)
    assert third.about().incidents == (3, 1)
    assert third.about_on(_joined()).incidents == (3, 1, 2)


def test_an_incident_that_the_board_does_not_know_is_one_with_none() -> None:
    """A reader that sees a part of the world folds words about the rest without failing."""
    assert joined_to(_joined(), 9) == ()
    assert SPOKEN.about_on(Board()).incidents == (1,)


def test_each_line_is_named_once() -> None:
    """In order of mention."""
    assert about_lines((2, 1, 2)).incidents == (2, 1)
    assert len(about_lines((2, 1, 2)).lines) == 2


@pytest.mark.parametrize(
    ("valid", "name", "value"),
    [
        (SPOKEN, "text", ""),
        (EntryStruck(incident=1, entry=1), "entry", 0),
        (CardPushed(incident=1, card=CardKind.PERSON, text=Text("x")), "card", 4),
        (CardTaken(incident=1, entry=1), "entry", True),
        (PartnerInvited(incident=1, partner=Name("GGZ")), "partner", ""),
        (LinesJoined(incident=1, other=2), "other", 0),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(valid: Any, name: str, value: Any) -> None:
    """Also when it comes out of a journal."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(valid, **{name: value})
