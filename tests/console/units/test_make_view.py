"""From what is known to what the unit list shows."""

from attrs import evolve

from console.actions.action import Where
from console.part.field import Field
from console.units.make_view import units_view
from protocol.commands.timeline import Speak
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.model.text import Text
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig

SLOW_S = 5


def test_a_unit_about_which_a_wish_waits_is_marked() -> None:
    """Whoever reads the list sees that something is under way; words on a line are about no unit."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03", "12.04", "12.05")
    rig.open(1)
    rig.wish(AssignUnit(unit=1, incident=1))
    rig.wish(SetUnitStatus(unit=3, status=UnitStatus.UNAVAILABLE))
    rig.wish(Speak(incident=1, text=Text("hier")))
    rig.later(SLOW_S)
    assert units_view(rig.desk().context(), ()).waiting == {1, 3}


def test_the_list_has_the_keys_only_while_no_field_has_them() -> None:
    """While one types, no row of the list looks as if a key would move it."""
    context = evolve(Rig().desk().context(), panel=Where.UNITS)
    assert units_view(context, ()).focused
    assert not units_view(evolve(context, field=Field.COMMAND), ()).focused
    assert not units_view(evolve(context, panel=Where.BOARD), ()).focused


def test_the_list_says_in_which_order_and_for_whom_it_stands() -> None:
    """The selection and the order are those of the person who looks."""
    context = evolve(Rig().desk().context(), unit=2, incident=7, nearest_first=True)
    view = units_view(context, ())
    assert (view.selected, view.incident, view.nearest_first) == (2, 7, True)
