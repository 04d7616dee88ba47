"""The base of every fact: whom it names, and whom it reaches on a board."""

import pytest

from protocol.facts.fact import Fact
from protocol.facts.incidents import WhatChanged
from protocol.facts.pairs import EmergencyRaised, PairJoined
from protocol.facts.timeline import LinesParted, LineSpoken
from protocol.facts.units import UnitStatusSet
from protocol.model.board import Board
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.full_board import full_board


@pytest.mark.parametrize(
    ("fact", "incidents", "units"),
    [
        (WhatChanged(incident=1, what=Name("brand")), (1,), ()),
        (UnitStatusSet(unit=3, status=UnitStatus.EN_ROUTE), (2,), (3,)),
        (LineSpoken(incident=2, text=Text("ja")), (2, 1), ()),
        (LinesParted(incident=1), (1, 2), ()),
        (PairJoined(unit=2), (), (2, 1)),
        (EmergencyRaised(unit=1, incident=3, nearby=(3, 1)), (3,), (1, 3)),
    ],
)
def test_it_reaches_what_the_board_knows_beside_what_it_names(
    fact: Fact, incidents: tuple[int, ...], units: tuple[int, ...]
) -> None:
    """The melding that a unit is on, the lines that are one with this, the other half of a pair."""
    about = fact.about_on(full_board())
    assert (about.incidents, about.units) == (incidents, units)


def test_on_an_empty_board_it_reaches_what_it_names() -> None:
    """A console that has half a snapshot asks the same."""
    fact = LineSpoken(incident=2, text=Text("ja"))
    assert fact.about_on(Board()) == fact.about()
    assert UnitStatusSet(unit=3, status=UnitStatus.EN_ROUTE).about_on(Board()).incidents == ()
