"""Who of the room is where: the last tick of each desk counts."""

from protocol.model.presence import HalfCall, Spot, half_call, present_at
from protocol.model.text import Name
from protocol.session.present import NOBODY_PRESENT, Present
from protocol.wire.messages import SeatHalfCall, SeatPresence


def at(seat: int, incident: int, spot: Spot = Spot.BOARD, *, name: str = "", typed: int = 0) -> SeatPresence:
    """A tick of that desk."""
    here = present_at(incident, spot, typed=typed)
    return SeatPresence(seat=seat, state=here.state, incident=here.incident, name=Name(name))


def told(*ticks: SeatPresence | SeatHalfCall) -> Present:
    """After these."""
    known = NOBODY_PRESENT
    for tick in ticks:
        known = known.told(tick)
    return known


def test_a_name_is_said_once_and_stays_with_its_desk() -> None:
    """The ticks behind it are small."""
    known = told(at(1, 4, name="bert"), at(1, 5, Spot.LINE, typed=12))
    (desk,) = known.at(5)
    assert (desk.name, desk.presence.spot, desk.presence.typed) == ("bert", Spot.LINE, 10)
    assert known.at(4) == ()


def test_desks_at_one_melding_stand_by_name() -> None:
    """Two desks of one account are two."""
    known = told(at(2, 4, name="cor"), at(1, 4, name="bert"), at(3, 4, name="bert"))
    assert [(desk.name, desk.seat) for desk in known.at(4)] == [("bert", 1), ("bert", 3), ("cor", 2)]


def test_a_desk_that_goes_takes_its_calls_along() -> None:
    """Nobody takes them there any more."""
    half = half_call(1, what="brand", place="")
    known = told(at(1, 4, name="bert"), SeatHalfCall(seat=1, half=half))
    assert [(each.name, each.half.what) for each in known.halves] == [("bert", "brand")]
    gone = known.told(SeatPresence(seat=1))
    assert (gone.halves, gone.at(4)) == ((), ())
    assert gone.told(SeatPresence(seat=1)) == gone


def test_a_call_is_the_last_that_was_said_of_it() -> None:
    """Until it stands no more; of a desk that nobody knows nothing is known."""
    first, better = half_call(1, what="ste", place=""), half_call(1, what="steekpartij", place="Markt")
    known = told(at(1, 0, name="bert"), SeatHalfCall(seat=1, half=first), SeatHalfCall(seat=1, half=better))
    assert [each.half for each in known.halves] == [better]
    assert known.told(SeatHalfCall(seat=1, half=HalfCall(mark=1))).halves == ()
    assert told(SeatHalfCall(seat=9, half=first)) == NOBODY_PRESENT
