"""What those involved do together on the spot: begun by who is there, and nothing of it twice."""

from attrs import evolve

from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.facts.units import UnitAssigned, UnitSignedOn, UnitStatusSet
from protocol.facts.work import NeedStated, Referred
from protocol.model.board import Board
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import DESK
from server.exercise.shift import make_setting
from server.exercise.unit.together import together
from tests.protocol.make import OPENED, then, told
from tests.server.exercise.rig import VISITOR

SETTING = make_setting(1, 12)
CALL_SIGN = next(iter(SETTING.crew_by_call_sign))


def _board(call_sign: Name, status: UnitStatus = UnitStatus.ON_SCENE) -> Board:
    board = told(OPENED, UnitSignedOn(unit=1, call_sign=call_sign), UnitAssigned(incident=1, unit=1))
    return then(board, UnitStatusSet(unit=1, status=status))


def _wants(board: Board) -> list[Want]:
    """At many meldingen that are alike but for their number."""
    incident = board.incidents[1]
    return [w for number in range(1, 200) for w in together(evolve(incident, number=number), board, SETTING)]


def test_who_is_on_the_spot_begins_each_of_it_now_and_then() -> None:
    """Signed with its call sign."""
    wants = _wants(_board(CALL_SIGN))
    kinds = {type(want.command) for want in wants}
    assert kinds == {StateAddition, AddAim, StateNeed, NoteCitizen, Refer}
    assert {want.by for want in wants} == {CALL_SIGN}


def test_nobody_writes_from_elsewhere_nor_for_the_visitor() -> None:
    """Who still drives has nothing to add, and a unit of flesh and blood writes its own."""
    assert _wants(_board(CALL_SIGN, UnitStatus.EN_ROUTE)) == []
    assert _wants(_board(Name("99.99"))) == []


def test_needs_are_met_and_referrals_accepted_whoever_asked() -> None:
    """By the desk; and what was begun is not begun anew."""
    board = then(_board(CALL_SIGN), NeedStated(incident=1, what=Text("ladder"), from_whom=DESK), by=VISITOR)
    board = then(board, Referred(incident=1, partner=Name("GGZ"), consent=True), by=VISITOR)
    wants = _wants(board)
    assert {type(want.command) for want in wants if want.by == DESK} == {MeetNeed, AcceptReferral}
    assert not [want for want in wants if isinstance(want.command, StateNeed | Refer)]
