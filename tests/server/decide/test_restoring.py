"""What gives everything back, where the server reckoned or people spoke since."""

import pytest
from attrs import evolve

from protocol.commands.contact import OpenContact, TellMelder
from protocol.commands.dispatch import ExpectArrival, WeighChoice
from protocol.commands.pairs import AnswerEmergency, EndEmergency, RaiseEmergency
from protocol.commands.promises import MakePromise
from protocol.commands.units import AssignUnit, SignOffUnit, SignOnUnit
from protocol.errors import Refused
from protocol.facts.back import ChoicesRestored, EmergencyRestored, WordStruck
from protocol.facts.units import UnitAssigned
from protocol.model.choice import Choice
from protocol.model.text import Name, Text
from server.decide.given_back import BuiltOn
from server.decide.restoring import is_on_the_way, restoring
from tests.protocol.make import OPENED, SIGNED_ON, minute, then, told
from tests.server.decide.deeds import Doing
from tests.server.decide.make import ANNA, BEN, SERVER, UNIT_1203

BOARD = told(OPENED, SIGNED_ON)


def test_what_the_server_reckoned_of_a_dispatch_goes_with_it() -> None:
    """Nobody is asked to explain a choice that was taken back, and nobody is expected."""
    doing = Doing(BOARD)
    deed = doing.do(AssignUnit(incident=1, unit=1))
    choice = Choice(unit=Name("12.03"), travel_s=300, nearest=Name("12.05"), nearest_s=60)
    doing.do(WeighChoice(incident=1, choice=choice), SERVER)
    doing.do(ExpectArrival(incident=1, unit=1, at=minute(99)), SERVER)
    facts = restoring(deed, doing.board, by=ANNA.name)
    assert ChoicesRestored(incident=1) in facts
    assert then(doing.board, *facts).units == BOARD.units


def test_a_contact_on_which_somebody_spoke_stays() -> None:
    """The melder heard an officer; what was said to the melder is struck by itself."""
    doing = Doing(told(OPENED, SIGNED_ON))
    opened = doing.do(OpenContact(incident=1, unit=1))
    said = doing.do(TellMelder(incident=1, text=Text("wij komen")), UNIT_1203)
    with pytest.raises(BuiltOn):
        restoring(opened, doing.board, by=ANNA.name)
    assert WordStruck(incident=1, word=1) in restoring(said, doing.board, by=UNIT_1203.name)


def test_a_promise_behind_which_another_was_made_stays() -> None:
    """Its number is not given to another."""
    doing = Doing(BOARD)
    promise = MakePromise(
        incident=1, what=Text("bellen"), due=minute(200), from_whom=Name("anna"), to_whom=Name("melder")
    )
    deed = doing.do(promise)
    doing.do(evolve(promise, what=Text("schrijven")), BEN)
    with pytest.raises(BuiltOn):
        restoring(deed, doing.board, by=ANNA.name)


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
