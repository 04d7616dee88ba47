"""What was sent from this desk, deed by deed."""

from datetime import timedelta

from console.back.own_deeds import FOLLOWS_FOR, OwnDeeds
from protocol.commands.back import TakeBack
from protocol.commands.incidents import OpenIncident
from protocol.commands.intake import FlagCaught
from protocol.commands.timeline import JoinLine
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.errors import Reason
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal
from tests.console.rig import START, place

OPENED = OpenIncident(what=Name("brand"), place=place("Markt 1"))
SENT = AssignUnit(incident=1, unit=1)
ALSO = AssignUnit(incident=1, unit=2)
STATUS = SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)


def _ids(deeds: OwnDeeds) -> list[int]:
    return [sent.id for sent in deeds.last]


def test_one_key_is_one_deed_with_all_its_wishes() -> None:
    """The next key is another; taking back is none."""
    deeds = OwnDeeds()
    deeds.begin()
    deeds.sent(1, SENT, START)
    deeds.sent(2, ALSO, START)
    assert _ids(deeds) == [1, 2]
    deeds.begin()
    deeds.sent(3, TakeBack(wish=2), START)
    assert _ids(deeds) == [1, 2]
    deeds.sent(4, STATUS, START)
    assert _ids(deeds) == [4]


def test_what_follows_a_new_call_by_itself_belongs_to_it_and_nothing_else_does() -> None:
    """A unit's console steps onto a line when it is sent."""
    deeds = OwnDeeds()
    deeds.begin()
    deeds.sent(1, OPENED, START)
    deeds.nobody_pressed()
    deeds.answered(Answered(command=OPENED, answer=Done(id=1, seq=9, number=4)), START)
    deeds.sent(2, FlagCaught(incident=4), START)
    deeds.sent(3, JoinLine(incident=4), START + FOLLOWS_FOR + timedelta(seconds=1))
    assert _ids(deeds) == [1, 2]
    assert deeds.last[0].incident == 4


def test_a_refused_wish_did_nothing() -> None:
    """A done one is of the moment of its answer."""
    deeds = OwnDeeds()
    deeds.begin()
    deeds.sent(1, SENT, START)
    deeds.sent(2, ALSO, START)
    later = START + timedelta(seconds=7)
    deeds.answered(Answered(command=SENT, answer=Refusal(id=1, reason=Reason.NO_CHANGE)), later)
    deeds.answered(Answered(command=ALSO, answer=Done(id=2, seq=9)), later)
    (sent,) = deeds.last
    assert (sent.id, sent.is_done, sent.at) == (2, True, later)


def test_the_newest_status_of_each_unit_is_kept_until_it_is_taken_back() -> None:
    """However much was done since."""
    deeds = OwnDeeds()
    deeds.begin()
    deeds.sent(1, STATUS, START)
    deeds.begin()
    deeds.sent(2, SENT, START)
    status = deeds.status_of(1)
    assert status is not None
    assert status.id == 1
    deeds.takes_back((status,))
    assert (deeds.status_of(1), deeds.status_of(None), _ids(deeds)) == (None, None, [2])
    deeds.forget()
    assert _ids(deeds) == []
