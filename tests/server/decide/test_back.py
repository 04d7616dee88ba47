"""Whose deed goes back, until when, and who stands in its way."""

from datetime import timedelta

import pytest

from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.incidents import ChangePriority, OpenIncident
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.scale import AskColleagues, ComeAlong
from protocol.commands.timeline import AddEntry, JoinLine, Speak
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOnUnit
from protocol.commands.work import AcceptReferral
from protocol.errors import Reason, Refused
from protocol.facts.back import DeedTakenBack, IncidentRestored
from protocol.facts.timeline import PartnerInvited
from protocol.facts.work import Referred
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.decide.actor import Actor
from server.decide.back import LONGEST
from tests.protocol.make import BLAAK, OPENED, SIGNED_ON, then, told
from tests.server.decide.deeds import AT, Doing
from tests.server.decide.make import ANNA, BEN, UNIT_1203

BOARD = told(OPENED, SIGNED_ON)
HIGHER = ChangePriority(incident=1, priority=Priority.P1)


def _refused(doing: Doing, wish: int, by: Actor = ANNA, **more: timedelta) -> Refused:
    with pytest.raises(Refused) as caught:
        doing.do(TakeBack(wish=wish), by, at=AT + more.get("after", timedelta(0)))
    return caught.value


def test_the_own_last_deed_goes_back_and_says_what_it_was() -> None:
    """Named by the wish, or as the last one."""
    for wish in (1, 0):
        doing = Doing(BOARD)
        doing.do(HIGHER)
        (taken, restored) = doing.do(TakeBack(wish=wish)).change.facts
        assert taken == DeedTakenBack(deed=doing.deeds[0].seq, what=Name("ChangePriority"), incidents=(1,))
        assert isinstance(restored, IncidentRestored)
        assert doing.board.incidents == BOARD.incidents


def test_nobody_takes_back_what_another_did() -> None:
    """Nor what nobody remembers: after a restart it is too late."""
    doing = Doing(BOARD)
    doing.do(HIGHER)
    assert _refused(doing, 1, BEN).reason is Reason.NOTHING_TO_TAKE_BACK
    assert _refused(Doing(BOARD), 1).reason is Reason.NOTHING_TO_TAKE_BACK


def test_it_is_too_late_ten_seconds_after_the_answer_has_come() -> None:
    """The server counts from the change, with what the answer and the wish take on their way."""
    doing = Doing(BOARD)
    doing.do(HIGHER)
    late = _refused(doing, 1, after=LONGEST + timedelta(milliseconds=1))
    assert (late.reason, late.args_by_name["seconds"]) == (Reason.BACK_TOO_LATE, 10)
    assert doing.do(TakeBack(wish=1), at=AT + LONGEST).takes_back


def test_of_several_the_last_goes_first() -> None:
    """What was taken back is no longer the last; taking it back again is nothing."""
    doing = Doing(BOARD)
    doing.do(HIGHER)
    doing.do(AddEntry(incident=1, text=Text("mes gezien")))
    first = _refused(doing, 1)
    assert (first.reason, first.args_by_name["last_command"]) == (Reason.BACK_NOT_LAST, "AddEntry")
    doing.do(TakeBack(wish=2))
    doing.do(TakeBack(wish=1))
    assert _refused(doing, 2).reason is Reason.NOTHING_TO_TAKE_BACK
    assert [entry.struck_by for entry in doing.board.incidents[1].entries] == ["anna"]


def test_what_a_console_does_by_itself_is_no_later_deed() -> None:
    """It steps onto the line of what its unit is sent to."""
    doing = Doing(BOARD)
    doing.do(HIGHER)
    doing.do(JoinLine(incident=1))
    assert doing.do(TakeBack(wish=1)).takes_back


@pytest.mark.parametrize(
    ("deed", "built"),
    [
        (HIGHER, ChangePriority(incident=1, priority=Priority.P3)),
        (AssignUnit(incident=1, unit=1), SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)),
        (AssignUnit(incident=1, unit=1), ReleaseUnit(unit=1)),
        (AskColleagues(incident=1), ComeAlong(incident=1, unit=1)),
        (OpenIncident(what=Name("brand"), place=BLAAK), AddEntry(incident=2, text=Text("rook"))),
    ],
    ids=["said otherwise", "on the spot", "released", "somebody comes", "somebody wrote"],
)
def test_on_what_somebody_built_it_does_not_go_back(deed: Command, built: Command) -> None:
    """And it says who."""
    doing = Doing(BOARD)
    doing.do(deed)
    doing.do(built, BEN)
    why = _refused(doing, 1)
    assert (why.reason, why.args_by_name["by"]) == (Reason.BACK_BUILT_ON, "ben")


def test_what_others_did_beside_it_stays_and_stands_not_in_its_way() -> None:
    """A line that a colleague wrote, and a member that came."""
    doing = Doing(BOARD)
    doing.do(Speak(incident=1, text=Text("hij rent weg")))
    doing.do(Speak(incident=1, text=Text("welke kant op")), BEN)
    doing.do(HIGHER, BEN)
    doing.do(TakeBack(wish=1))
    incident = doing.board.incidents[1]
    assert [entry.struck_by for entry in incident.entries] == ["anna", None]
    assert [member.name for member in incident.members] == ["anna", "ben"]
    assert incident.priority is Priority.P1


def test_a_unit_that_says_that_it_drives_has_read_it_and_is_called_back() -> None:
    """That it had read it is told to whoever calls it back."""
    doing = Doing(BOARD)
    doing.do(AssignUnit(incident=1, unit=1))
    doing.do(SetUnitStatus(unit=1, status=UnitStatus.EN_ROUTE), UNIT_1203)
    taken = doing.do(TakeBack(wish=1)).change.facts[0]
    assert isinstance(taken, DeedTakenBack)
    assert (taken.people, taken.had_it) == (("12.03",), ("12.03",))
    assert (doing.board.units, doing.board.incidents) == (BOARD.units, BOARD.incidents)


def test_an_emergency_is_not_taken_back_and_the_refusal_says_why() -> None:
    """A person ends it, with a reason."""
    doing = Doing(BOARD)
    doing.do(RaiseEmergency(unit=1), UNIT_1203)
    why = _refused(doing, 1, UNIT_1203)
    assert (why.reason, why.args_by_name["why"]) == (Reason.BACK_NEVER, "emergency")


def test_a_status_goes_back_at_any_time_by_whoever_set_it() -> None:
    """*On the spot* that was pressed at a bump: the melding waits for its first arrival again."""
    doing = Doing(BOARD)
    doing.do(AssignUnit(incident=1, unit=1))
    sent = doing.board
    there = doing.do(SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE), UNIT_1203)
    doing.do(AddEntry(incident=1, text=Text("aanrijdend")), UNIT_1203)
    doing.statuses = (there,)
    hour = AT + timedelta(hours=1)
    assert _refused(doing, there.wish, ANNA).reason is Reason.NOTHING_TO_TAKE_BACK
    doing.do(TakeBack(wish=there.wish), UNIT_1203, at=hour)
    incident = doing.board.incidents[1]
    assert doing.board.units == sent.units
    assert (incident.arrived_at, incident.phase) == (None, Phase.MERGE_IN)


def test_a_status_goes_back_though_its_melding_went_on() -> None:
    """A colleague is there too: the arrival is hers, and what came of it stays."""
    doing = Doing(BOARD)
    doing.do(SignOnUnit(call_sign=Name("12.05")))
    doing.do(AssignUnit(incident=1, unit=1))
    doing.do(AssignUnit(incident=1, unit=2))
    wrong = doing.do(SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE), UNIT_1203)
    later = AT + timedelta(minutes=4)
    doing.do(SetUnitStatus(unit=2, status=UnitStatus.ON_SCENE), BEN, at=later)
    doing.statuses = (wrong,)
    doing.do(TakeBack(wish=wrong.wish), UNIT_1203, at=later)
    incident = doing.board.incidents[1]
    assert (incident.arrived_at, incident.phase) == (later, Phase.ADD)
    assert doing.board.units[1].status is UnitStatus.ASSIGNED


def test_a_partner_takes_back_its_own_where_it_still_sees_it() -> None:
    """Once dismissed it does nothing there any more."""
    partner = Actor(name=Name("ggz"), role=Role.PARTNER)
    invited = then(
        BOARD, PartnerInvited(incident=1, partner=Name("ggz")), Referred(incident=1, partner=Name("ggz"))
    )
    doing = Doing(invited)
    doing.do(AcceptReferral(incident=1, referral=1, by_whom=Name("Bos")), partner)
    assert doing.do(TakeBack(wish=1), partner).takes_back
    assert doing.board.incidents[1].work == invited.incidents[1].work
    hidden = Doing(invited)
    hidden.do(AcceptReferral(incident=1, referral=1, by_whom=Name("Bos")), partner)
    hidden.board = BOARD
    assert _refused(hidden, 1, partner).reason is Reason.NOT_INVITED
