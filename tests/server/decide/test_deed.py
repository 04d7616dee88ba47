"""What is remembered of deeds: whose, which of them stand, and what took which back."""

from protocol.commands.back import TakeBack
from protocol.commands.incidents import ChangePriority
from protocol.commands.timeline import AddEntry
from protocol.commands.units import SetUnitStatus
from protocol.model.priority import Priority
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from server.decide.deed import NO_DEEDS, Deeds
from tests.protocol.make import OPENED, SIGNED_ON, told
from tests.server.decide.deeds import Doing
from tests.server.decide.make import BEN


def test_own_deeds_are_those_that_stand() -> None:
    """Not what was taken back, nor the taking back."""
    doing = Doing(told(OPENED, SIGNED_ON))
    first = doing.do(ChangePriority(incident=1, priority=Priority.P1))
    doing.do(AddEntry(incident=1, text=Text("x")), BEN)
    second = doing.do(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    back = doing.do(TakeBack(wish=second.wish))
    deeds = Deeds(recent=tuple(doing.deeds), statuses=(second,))
    assert back.takes_back == second.seq
    assert deeds.own("anna") == (first,)
    assert deeds.own_statuses("anna") == ()
    assert (first.at, first.seq) == (first.change.at, first.change.seq)


def test_nothing_is_remembered_at_first() -> None:
    """Of anybody."""
    assert (NO_DEEDS.own("anna"), NO_DEEDS.undone) == ((), frozenset())
