"""What has to be asked next: where, what, or what it became."""

from attrs import evolve

from protocol.facts.incidents import IncidentClosed, PriorityChanged, WhatChanged
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.rules.asking import Asked, asked_next
from tests.protocol.make import OPENED, told

NOWHERE = evolve(OPENED, place=Place(name=Name("")))
ROSE = PriorityChanged(incident=1, priority=Priority.P1)


def test_where_goes_before_what_and_what_before_what_it_became() -> None:
    """Nobody can go to a place that nobody knows."""
    nothing = evolve(NOWHERE, what=Name(""))
    assert asked_next(told(nothing).incidents[1]) is Asked.PLACE
    assert asked_next(told(evolve(OPENED, what=Name(""))).incidents[1]) is Asked.WHAT
    assert asked_next(told(OPENED, ROSE).incidents[1]) is Asked.WHAT_NOW
    assert asked_next(told(NOWHERE, ROSE).incidents[1]) is Asked.PLACE


def test_what_is_known_is_not_asked() -> None:
    """Nor what is let go."""
    assert asked_next(told(OPENED).incidents[1]) is None
    said = WhatChanged(incident=1, what=Name("steekpartij"))
    assert asked_next(told(OPENED, ROSE, said).incidents[1]) is None
    closed = IncidentClosed(incident=1, reason=Text("klaar"))
    assert asked_next(told(NOWHERE, closed).incidents[1]) is None
