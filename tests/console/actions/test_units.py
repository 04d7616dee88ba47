"""The wishes about units, from the values of a line."""

from typing import Any

from console.actions.catalog import CATALOG
from protocol.commands.command import Command
from protocol.commands.units import AssignUnit, ReleaseUnit, SetTask, SetUnitStatus, SignOnUnit
from protocol.model.means import Means
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import BOARD


def built(id: str, **values: Any) -> tuple[Command, ...]:
    """What the action sends."""
    build = CATALOG.by_id[id].build
    assert build is not None
    return build({name.replace("_", "-"): value for name, value in values.items()}, BOARD)


def test_several_units_are_as_many_wishes_in_the_order_in_which_they_were_named() -> None:
    """Each is answered by itself."""
    assert built("assign", incident=418, units=(2, 1)) == (
        AssignUnit(incident=418, unit=2),
        AssignUnit(incident=418, unit=1),
    )
    assert built("release", units=(3, 1)) == (ReleaseUnit(unit=3), ReleaseUnit(unit=1))


def test_nobody_is_taken_off_an_incident_without_saying_so() -> None:
    """Diverting is a word of its own."""
    (plain,) = built("assign", incident=418, units=(3,))
    (diverted,) = built("assign", incident=418, units=(3,), divert=True)
    assert (plain, diverted) == (
        AssignUnit(incident=418, unit=3, divert=False),
        AssignUnit(incident=418, unit=3, divert=True),
    )


def test_who_arrived_is_on_the_spot() -> None:
    """The confirmation is a status and nothing else."""
    assert built("arrived", units=(3,)) == (SetUnitStatus(unit=3, status=UnitStatus.ON_SCENE),)


def test_a_unit_signs_on_by_car_and_in_a_pair_unless_it_says_otherwise() -> None:
    """What was left out is the usual."""
    assert built("sign-on", call_signs=(Name("12.09"),)) == (
        SignOnUnit(call_sign=Name("12.09"), means=Means.CAR, crew=2),
    )
    (solo,) = built("sign-on", call_signs=(Name("12.09"),), crew=1, means=Means.BICYCLE)
    assert solo == SignOnUnit(call_sign=Name("12.09"), means=Means.BICYCLE, crew=1)


def test_a_task_can_be_interrupted_unless_it_is_fixed() -> None:
    """Whoever plans says which."""
    for said, interruptible in (({}, True), ({"fixed": True}, False)):
        (command,) = built("task", units=(1,), task=Text("surveillance"), **said)
        assert isinstance(command, SetTask)
        assert command.interruptible is interruptible


def test_completion_leads_to_units_for_which_it_makes_sense() -> None:
    """Who is on nothing cannot be released; who is unavailable is not sent."""
    (to_send,) = [each for each in CATALOG.by_id["assign"].args if each.name == "units"]
    (to_release,) = [each for each in CATALOG.by_id["release"].args if each.name == "units"]
    assert [to_send.offer(unit) for unit in BOARD.units.values()].count(False) == 1
    assert not to_send.offer(BOARD.units[2])
    assert to_release.offer(BOARD.units[3])
    assert not to_release.offer(BOARD.units[1])
