"""The base of every command."""

from protocol.commands.command import Command
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.facts.fact import Fact
from protocol.model.unit_status import UnitStatus


def test_a_wish_is_no_fact() -> None:
    """Nothing can be asked and have happened at once."""
    wish = AssignUnit(incident=1, unit=2)
    assert isinstance(wish, Command)
    assert not isinstance(wish, Fact)


def test_a_wish_about_a_unit_alone_names_no_incident() -> None:
    """Which melding that is about, the board knows when it is decided."""
    about = SetUnitStatus(unit=2, status=UnitStatus.ON_SCENE).about()
    assert (about.incidents, about.units) == ((), (2,))
