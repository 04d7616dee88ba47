"""Heard: by the room for the room, by a unit for itself; and whom the server would send."""

import pytest
from attrs import evolve

from protocol.commands.appeals import HearAppeal, ProposeUnits
from protocol.errors import Reason
from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.facts.incidents import PriorityChanged
from protocol.facts.units import UnitAssigned
from protocol.model.appeal import AppealKind
from protocol.model.priority import Priority
from server.decide import decide
from server.room.room import SERVER
from tests.protocol.make import OPENED, SIGNED_ON, then, told
from tests.server.decide.make import ANNA, UNIT_1203, refused

URGENT = evolve(OPENED, priority=Priority.P1)
HEAR = HearAppeal(incident=1)


def test_the_room_answers_a_priority_1_by_its_word() -> None:
    """For all of the room."""
    assert decide(told(URGENT), HEAR, ANNA) == (AppealHeard(incident=1, kind=AppealKind.PRIORITY_1),)


def test_a_unit_hears_for_itself() -> None:
    """On it: that it is priority 1 now. Elsewhere: that somebody is wanted. Once each."""
    elsewhere = told(URGENT, SIGNED_ON)
    heard = (AppealHeard(incident=1, kind=AppealKind.PRIORITY_1, unit=1),)
    assert decide(elsewhere, HEAR, UNIT_1203) == heard
    assert refused(then(elsewhere, *heard), HEAR, UNIT_1203)[0] is Reason.NO_CHANGE
    on_it = told(
        OPENED, SIGNED_ON, UnitAssigned(incident=1, unit=1), PriorityChanged(incident=1, priority=Priority.P1)
    )
    own = (AppealHeard(incident=1, kind=AppealKind.YOUR_PRIORITY_1, unit=1),)
    assert decide(on_it, HEAR, UNIT_1203) == own


def test_what_asks_nothing_is_not_heard() -> None:
    """No priority 1, or answered already; nor by a unit that is off duty."""
    assert refused(told(OPENED), HEAR, ANNA)[0] is Reason.NO_CHANGE
    assert refused(told(URGENT), HEAR, UNIT_1203)[0] is Reason.NOT_YOUR_UNIT


@pytest.mark.parametrize("units", [(3, 1), (7,)])
def test_the_server_proposes_once(units: tuple[int, ...]) -> None:
    """To what asks for units; the same again is no change, and nothing asks is none either."""
    wish = ProposeUnits(incident=1, units=units)
    said = decide(told(URGENT), wish, SERVER)
    assert said == (UnitsProposed(incident=1, units=units),)
    assert refused(then(told(URGENT), *said), wish, SERVER)[0] is Reason.NO_CHANGE
    assert refused(told(OPENED), wish, SERVER)[0] is Reason.NO_CHANGE
