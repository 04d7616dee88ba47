"""Which plan holds for who looks, and from where."""

from attrs import evolve

from console.actions.action import Where
from console.part.context import Context
from console.part.field import Field
from console.plan.places import places_of
from protocol.model.role import Role
from tests.console.rig import Rig

SIZE = (120, 40)


def names(
    rig: Rig, context: Context, *, melding: bool = False, emergency: int = 0, deeds: bool = False
) -> set[str]:
    """The panels that have a place."""
    own = rig.desk().parts.own
    return set(places_of(own, context, SIZE, melding=melding, emergency=emergency, deeds=deeds))


def room(role: Role = Role.CENTRALIST) -> tuple[Rig, Context]:
    """Somebody with this role at the board."""
    rig = Rig(role=role)
    rig.welcome()
    return rig, rig.desk().context()


def test_a_unit_has_another_plan_than_the_room() -> None:
    """Its own keys at the foot, and no board of the whole room beside its own line."""
    unit_rig, unit = room(Role.UNIT)
    rig, context = room()
    assert "own-keys" in names(unit_rig, unit)
    assert "own-keys" not in names(rig, context)


def test_what_lies_over_the_screen_comes_and_goes_with_what_it_tells() -> None:
    """An alarm, an emergency and the deeds have a place only while they stand."""
    rig, context = room()
    assert "deeds" in names(rig, context, deeds=True)
    assert {"alarm", "emergency", "deeds"} & names(rig, context) == set()
    assert "alarm" in names(rig, evolve(context, alarmed=True))
    assert "emergency" in names(rig, context, emergency=3)


def test_a_unit_has_the_row_of_what_asks_as_the_room_has() -> None:
    """By what asks there, not by what stands on the board."""
    rig, context = room(Role.UNIT)
    assert "alarm" in names(rig, evolve(context, alarmed=True))
    assert "alarm" not in names(rig, evolve(context, unseen=(1,)))


def test_the_form_takes_the_place_of_the_line_and_the_list_does_not_stand_beside_it() -> None:
    """One thing is under the hand at a time."""
    rig, context = room()
    form = names(rig, evolve(context, field=Field.FORM, list_shown=True, panel=Where.LINE))
    assert "form" in form
    assert "recommend" not in form
    assert "recommend" in names(rig, evolve(context, list_shown=True))
    assert "melding" in names(rig, context, melding=True)
    assert "melding" not in names(rig, context)
