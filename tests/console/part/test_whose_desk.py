"""Who looks, and which melding is theirs."""

from console.part.whose_desk import is_units, our_incident, our_unit
from protocol.facts.incidents import IncidentClosed
from protocol.facts.timeline import LineJoined
from protocol.facts.units import UnitAssigned
from protocol.model.text import Text
from tests.console.emergency.test_emergencies import press_button
from tests.console.rig import Rig
from tests.console.street import free, sent


def test_who_is_in_need_and_who_is_near_have_the_line_of_it() -> None:
    """One's own melding stays in hand; F5 goes round to the emergency and back."""
    rig, desk = sent()
    number = press_button(rig, unit=2)
    rig.happen(LineJoined(incident=number), by="anna")
    rig.later(1)
    desk.press("ctrl+g", None)
    shown = [desk.stand.incident]
    for _ in range(2):
        desk.press("f5", None)
        shown.append(desk.stand.incident)
    assert shown == [2, number, 2]


def test_in_the_room_nothing_is_ones_own() -> None:
    """A centralist called like a unit is no unit."""
    rig = Rig()
    rig.sign_on("anna")
    rig.open(1)
    rig.happen(UnitAssigned(incident=1, unit=1))
    desk = rig.desk()
    rig.welcome()
    assert (is_units(desk.context()), our_unit(desk.context()), our_incident(desk.context())) == (
        False,
        None,
        None,
    )


def test_without_a_melding_the_newest_line_is_ours() -> None:
    """One joined without being sent; a closed one is nobody's."""
    rig, desk = free()
    rig.happen(LineJoined(incident=1), by="anna")
    rig.happen(LineJoined(incident=2), by="anna")
    found = [our_incident(desk.context())]
    rig.happen(IncidentClosed(incident=2, reason=Text("klaar")))
    found.append(our_incident(desk.context()))
    assert [each.number for each in found if each is not None] == [2, 1]
