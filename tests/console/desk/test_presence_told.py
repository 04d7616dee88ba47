"""When the others are told where a desk is: at most once a second, only what changed, never the words."""

import pytest

from console.desk.desk import Desk
from protocol.model.presence import HalfCall, Presence, Spot, present_at
from protocol.model.role import Role
from protocol.wire.frames import encode
from tests.console.rig import Rig, type_keys

SECRET = "ze heet Jansen"


def desk_of(role: Role = Role.CENTRALIST) -> tuple[Rig, Desk]:
    """Melding 4 is there and selected."""
    rig = Rig(role=role)
    rig.open(4)
    desk = rig.desk()
    rig.welcome()
    desk.select(4)
    return rig, desk


def due(desk: Desk, now_s: float) -> list[Presence | HalfCall]:
    """What must be told then."""
    return desk.presence_told.due(desk.parts, desk.context(), now_s)


def test_where_one_is_is_told_once() -> None:
    """And again only when it changed, and a second later at the soonest."""
    _, desk = desk_of()
    assert due(desk, 0.0) == [present_at(4, Spot.BOARD)]
    assert due(desk, 5.0) == []
    desk.perform_id("go-line")
    assert due(desk, 5.5) == []
    assert due(desk, 6.0) == [present_at(4, Spot.LINE)]


def test_how_much_is_typed_is_told_and_never_what() -> None:
    """Of every key some ten bytes less than a word."""
    _, desk = desk_of()
    desk.perform_id("command")
    type_keys(desk, f"log {SECRET}")
    told = due(desk, 0.0)
    assert told == [present_at(4, Spot.COMMAND, typed=len(f"log {SECRET}"))]
    assert not any(SECRET.encode() in encode(each) for each in told)


def test_a_form_is_at_its_own_melding() -> None:
    """And not at the one that is selected behind it; the call itself is told as a half one."""
    _, desk = desk_of()
    desk.press("f6", None)
    type_keys(desk, "brand")
    half, here = due(desk, 0.0)
    assert isinstance(half, HalfCall)
    assert (half.stands, half.what) == (True, "brand")
    assert here == present_at(None, Spot.FORM, typed=5)


def test_a_call_that_is_out_is_told_to_be_gone() -> None:
    """Once."""
    _, desk = desk_of()
    desk.press("f6", None)
    type_keys(desk, "brand")
    (half, _) = due(desk, 0.0)
    desk.press("enter", None)
    assert isinstance(half, HalfCall)
    assert HalfCall(mark=half.mark) in due(desk, 2.0)
    assert not any(isinstance(each, HalfCall) for each in due(desk, 4.0))


def test_a_new_link_hears_it_all_again() -> None:
    """The server keeps it with the link."""
    rig, desk = desk_of()
    due(desk, 0.0)
    rig.welcome()
    assert due(desk, 0.5) == [present_at(4, Spot.BOARD)]


@pytest.mark.parametrize("role", [Role.UNIT, Role.PARTNER, Role.OBSERVER, Role.EXERCISE_LEADER])
def test_who_is_not_at_work_in_the_room_says_nothing(role: Role) -> None:
    """The server would drop it."""
    _, desk = desk_of(role)
    assert due(desk, 0.0) == []
