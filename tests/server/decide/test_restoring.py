"""What gives everything back, where the server reckoned or people spoke since."""

import pytest
from attrs import evolve

from protocol.commands.contact import OpenContact, TellMelder
from protocol.commands.dispatch import ExpectArrival, WeighChoice
from protocol.commands.promises import MakePromise
from protocol.commands.units import AssignUnit
from protocol.facts.back import ChoicesRestored, WordStruck
from protocol.model.choice import Choice
from protocol.model.text import Name, Text
from server.decide.given_back import BuiltOn
from server.decide.restoring import restoring
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
