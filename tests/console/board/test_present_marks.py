"""Who of the room is at which melding, in short, and which calls are being taken."""

from attrs import evolve

from console.board.present_marks import at_melding, half_rows, marks, short_name
from console.part.context import Context
from protocol.model.presence import Spot, half_call, present_at
from protocol.model.text import Name
from protocol.session.present import NOBODY_PRESENT
from protocol.wire.messages import SeatHalfCall, SeatPresence
from tests.console.rig import Rig


def desk_at(seat: int, name: str, incident: int, spot: Spot = Spot.BOARD, *, typed: int = 0) -> SeatPresence:
    """The first tick of a desk."""
    here = present_at(incident, spot, typed=typed)
    return SeatPresence(seat=seat, state=here.state, incident=here.incident, name=Name(name))


def context(*ticks: SeatPresence | SeatHalfCall) -> Context:
    """Anna's, after these."""
    rig = Rig()
    rig.open(4)
    rig.welcome()
    known = NOBODY_PRESENT
    for tick in ticks:
        known = known.told(tick)
    return evolve(rig.desk().context(), present=known)


def test_a_name_is_as_short_as_tells_it_apart() -> None:
    """Two letters, or as many as it takes; upper and lower case are the same."""
    assert short_name("bert", ["anna", "bert", "cor"]) == "be"
    assert short_name("Bernard", ["bert"]) == "Bern"
    assert short_name("centralist-1", ["centralist-2"]) == "centrali"
    assert short_name("x", ["anna"]) == "x"


def test_who_types_stands_first_with_a_sign() -> None:
    """Words in a field, or an open form."""
    here = context(
        desk_at(1, "bert", 4), desk_at(2, "cor", 4, Spot.LINE, typed=3), desk_at(3, "dirk", 4, Spot.FORM)
    )
    assert marks(here) == {4: "co✎ di✎ be"}
    assert at_melding(here, 4) == "cor ✎, dirk ✎, bert"


def test_who_looks_at_nothing_is_at_nothing() -> None:
    """And nobody at a melding is no words."""
    here = context(desk_at(1, "bert", 0))
    assert marks(here) == {}
    assert at_melding(here, 4) == ""


def test_the_calls_of_other_desks_stand_before_our_own() -> None:
    """As they were typed so far."""
    half = half_call(1, what="steekpartij", place="Markt 4", priority=1)
    (row,) = half_rows(context(desk_at(1, "bert", 0), SeatHalfCall(seat=1, half=half)), ())
    assert (row.who, row.what, row.place, row.priority) == ("bert", "steekpartij", "Markt 4", 1)
