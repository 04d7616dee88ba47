"""What the panels of a unit's own screen show."""

from datetime import UTC

from console.part.reader import Reader
from console.unit.around import AroundView
from console.unit.melding import OwnView
from protocol.commands.units import SetUnitStatus
from protocol.facts.timeline import LineJoined
from protocol.model.unit_status import UnitStatus
from tests.console.emergency.test_emergencies import press_button
from tests.console.rig import digit, light, point, type_keys
from tests.console.shown import keys_view, own_view, pair_view, row_view
from tests.console.street import free, sent, split


def test_arrival_is_proposed_from_the_position() -> None:
    """The number of the radio for it stands ready; it is ours to press."""
    rig, desk = sent()
    rig.move((1, point(598, 0)))
    assert (keys_view(desk).offered, keys_view(desk).asks[0].key) == (UnitStatus.ON_SCENE, "3")
    type_keys(desk, "3")
    light(desk)
    assert rig.wishes == [SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)]


def test_a_unit_on_nothing_sees_what_is_near() -> None:
    """And one on something sees that."""
    for made, kind in ((free, AroundView), (sent, OwnView)):
        assert isinstance(own_view(made()[1], UTC), kind)


def test_the_halves_of_a_pair_see_how_far_they_are_apart() -> None:
    """With what the other does, and whom one speaks to."""
    _, desk = split()
    view = pair_view(desk, UTC)
    assert view.away_m is not None
    assert (view.other, view.status, round(view.away_m, -1)) == ("anna-b", "beschikbaar", 240)
    assert (row_view(desk).reader, row_view(desk).edge) == (Reader.PAIR, "maat anna-b")


def test_the_foot_says_on_which_melding_a_digit_sets_the_status() -> None:
    """Louder while another melding is on the screen: an emergency elsewhere, looked at by a key."""
    rig, desk = sent()
    assert (keys_view(desk).whose, keys_view(desk).elsewhere) == ("op 2:", False)
    number = press_button(rig, unit=2)
    rig.happen(LineJoined(incident=number), by="anna")
    assert not keys_view(desk).elsewhere
    desk.press("ctrl+n", None)
    digit(desk, 1)
    assert (keys_view(desk).whose, keys_view(desk).elsewhere) == ("UW STATUS OP 2:", True)
    digit(desk, 3)
    assert rig.wishes[-1] == SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)
