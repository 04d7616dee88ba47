"""Who of the room is where: told to the room, small, the last value only; not to the street or a partner."""

import pytest

from protocol.commands.timeline import InvitePartner
from protocol.model.presence import HalfCall, Spot, half_call, present_at
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.wire.frames import encode
from protocol.wire.messages import SeatHalfCall, SeatPresence
from server.hub.presence_frames import MOST_HALF_CALLS
from tests.server.consoles import Console, Town
from tests.server.hub_steps import full, live, town

STABBING = half_call(1, what="steekpartij", place="Markt 4", priority=1)
MOST_BYTES = 8


async def says(made: Town, console: Console, *ticks: object) -> None:
    """One desk says these, and the hub has its tick."""
    for tick in ticks:
        console.session.present(tick)  # type: ignore[arg-type]
    await console.speak()
    made.hub.tick(0)


async def test_the_others_of_the_room_hear_where_one_is() -> None:
    """By name the first time, and in a few bytes from then on; not one oneself."""
    made = await town()
    anna, bert = await live(made, "anna"), await live(made, "bert")
    await says(made, anna, present_at(1, Spot.LINE, typed=12))
    await bert.flow()
    (desk,) = bert.session.present_here.at(1)
    assert (desk.name, desk.presence.spot, desk.presence.typed) == ("anna", Spot.LINE, 10)
    await says(made, anna, present_at(1, Spot.BOARD))
    (frame,) = bert.pipe.frames
    assert len(frame) <= MOST_BYTES
    await bert.flow()
    assert bert.session.present_here.at(1)[0].presence.spot is Spot.BOARD
    assert bert.session.present_here.at(1)[0].name == "anna"
    await anna.flow()
    assert not anna.session.present_here.seats


@pytest.mark.parametrize("incident", [0, 1, 417, 65_535])
def test_what_is_told_is_at_most_eight_bytes(incident: int) -> None:
    """Of any of a hundred desks."""
    for spot in Spot:
        here = present_at(incident, spot, typed=500)
        told = SeatPresence(seat=100, state=here.state, incident=here.incident)
        assert len(encode(told)) <= MOST_BYTES


@pytest.mark.parametrize("role", [Role.UNIT, Role.PARTNER])
async def test_neither_street_nor_partner_hears_or_says_it(role: Role) -> None:
    """Who of the room looks at what is the room's business."""
    made = await town(units=1)
    await made.do(InvitePartner(incident=1, partner=Name("12.01")))
    anna, other = await live(made, "anna"), await live(made, "12.01", role)
    await says(made, anna, present_at(1, Spot.LINE), STABBING)
    await says(made, other, present_at(1, Spot.LINE), STABBING)
    await other.flow()
    await anna.flow()
    for console in (anna, other):
        assert not console.session.present_here.seats


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.EXERCISE_LEADER])
async def test_who_looks_over_the_room_hears_it_and_is_not_in_it(role: Role) -> None:
    """An observer works on nothing."""
    made = await town()
    anna, other = await live(made, "anna"), await live(made, "kijker", role)
    await says(made, other, present_at(1, Spot.LINE))
    await says(made, anna, present_at(1, Spot.LINE))
    await other.flow()
    await anna.flow()
    assert [desk.name for desk in other.session.present_here.at(1)] == ["anna"]
    assert not anna.session.present_here.seats


async def test_who_comes_later_hears_it_all_and_who_goes_is_gone() -> None:
    """With the calls that were taken there."""
    made = await town()
    anna = await live(made, "anna")
    await says(made, anna, present_at(1, Spot.FORM), STABBING)
    bert = await live(made, "bert")
    made.hub.tick(0)
    await bert.flow()
    (half,) = bert.session.present_here.halves
    assert (half.name, half.half) == ("anna", STABBING)
    anna.hang_up()
    made.hub.tick(0)
    await bert.flow()
    assert (bert.session.present_here.halves, dict(bert.session.present_here.seats)) == ((), {})


async def test_a_full_link_gets_only_the_newest_when_it_has_room() -> None:
    """Nothing queues."""
    made = await town()
    anna, bert = await live(made, "anna"), await live(made, "bert")
    peer = bert.peer
    assert peer is not None
    full(peer, made)
    for spot in (Spot.LINE, Spot.MAP, Spot.UNITS):
        await says(made, anna, present_at(1, spot))
    assert not bert.pipe.frames
    made.hub.acknowledged(peer, peer.pace.in_flight_bytes)
    bert.pipe.frames.clear()
    made.hub.tick(0)
    (frame,) = bert.pipe.frames
    await bert.flow()
    assert bert.session.present_here.at(1)[0].presence.spot is Spot.UNITS
    assert frame


async def test_the_same_again_is_no_news_and_too_many_calls_are_dropped() -> None:
    """A console that went wrong does not fill the others'."""
    made = await town()
    anna, bert = await live(made, "anna"), await live(made, "bert")
    halves = [half_call(mark, what="brand", place="") for mark in range(1, MOST_HALF_CALLS + 5)]
    await says(made, anna, present_at(1, Spot.FORM), *halves)
    await bert.flow()
    assert len(bert.session.present_here.halves) == MOST_HALF_CALLS
    await says(made, anna, halves[0], HalfCall(mark=99))
    assert not bert.pipe.frames
    await says(made, anna, HalfCall(mark=1))
    (frame,) = bert.pipe.frames
    assert frame == encode(SeatHalfCall(seat=1, half=HalfCall(mark=1)))
