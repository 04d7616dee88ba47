"""What gives a unit and its emergency back, whatever became of them since."""

import pytest

from protocol.commands.pairs import AnswerEmergency, EndEmergency, RaiseEmergency
from protocol.commands.units import AssignUnit, SignOffUnit, SignOnUnit
from protocol.errors import Refused
from protocol.facts.back import EmergencyRestored
from protocol.facts.units import UnitAssigned
from protocol.model.text import Name, Text
from server.decide.given_back import BuiltOn
from server.decide.restoring import restoring
from server.decide.restoring_units import is_on_the_way
from tests.protocol.make import OPENED, SIGNED_ON, then, told
from tests.server.decide.deeds import Doing
from tests.server.decide.make import ANNA, BEN, UNIT_1203

BOARD = told(OPENED, SIGNED_ON)


def test_who_took_back_that_he_has_an_emergency_has_it_no_longer_and_who_ended_it_did_not() -> None:
    """A colleague in need is looked for again."""
    doing = Doing(BOARD)
    doing.do(RaiseEmergency(unit=1), UNIT_1203)
    answer = doing.do(AnswerEmergency(unit=1))
    doing.do(AnswerEmergency(unit=1), BEN)
    (fact,) = restoring(answer, doing.board, by=ANNA.name)
    assert isinstance(fact, EmergencyRestored)
    assert fact.emergency.answered_by == ("ben",)
    ended = doing.do(EndEmergency(unit=1, why=Text("loos")))
    (fact,) = restoring(ended, doing.board, by=ANNA.name)
    assert isinstance(fact, EmergencyRestored)
    assert fact.emergency.answered_by == ("anna", "ben")


def test_a_unit_whose_call_sign_came_on_duty_again_stays_off() -> None:
    """Two of one name would be on the board; and who got a melding stays on duty."""
    doing = Doing(BOARD)
    off = doing.do(SignOffUnit(unit=1))
    on = doing.do(SignOnUnit(call_sign=Name("12.03")), BEN)
    with pytest.raises(BuiltOn):
        restoring(off, doing.board, by=ANNA.name)
    doing.do(AssignUnit(incident=1, unit=2))
    with pytest.raises(BuiltOn):
        restoring(on, doing.board, by=BEN.name)


def test_a_unit_is_on_its_way_to_what_it_was_given_and_nowhere_else() -> None:
    """Its own word that it goes is no building on the dispatch."""
    doing = Doing(BOARD)
    with pytest.raises(Refused):
        doing.do(AssignUnit(incident=7, unit=1))
    after = then(BOARD, UnitAssigned(incident=1, unit=1)).units[1]
    assert not is_on_the_way(after, after)
    assert not is_on_the_way(BOARD.units[1], BOARD.units[1])
