"""Whom a question means: by role, account and unit alone."""

from datetime import timedelta

import pytest
from attrs import evolve

from console.alarm.asked_here import asked_here
from console.alarm.asking import Asking
from console.part.context import Context
from console.part.sounds import NO_REACTION, PRIORITY_1, PROMISE_LATE, SENT, YOUR_PRIORITY_1, Sound
from protocol.facts.units import UnitStatusSet
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from tests.console.rig import START, Rig, place, point


def desk(role: Role, *, name: str = "anna", north_m: float = 500) -> Context:
    """Somebody at a desk; unit 1 is 12.03, and `anna` where the role is that of a unit."""
    rig = Rig(role=role)
    rig.sign_on(name if role is Role.UNIT else "12.03", "12.04")
    rig.open(1, where=place("Markt 1", 0), priority=1)
    rig.welcome()
    rig.move((1, point(0, north_m)))
    return rig.desk().context()


def rung(context: Context, sound: Sound, after_s: float, **more: object) -> int | None:
    """On which rung the question means that desk, so long after it was asked."""
    asked = Asking(sound=sound, number=1, since=START)
    asked = evolve(asked, **more)  # type: ignore[arg-type]
    here = asked_here(asked, evolve(context, now=START + timedelta(seconds=after_s)))
    return None if here is None else here.rung


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.CENTRALIST, 0),
        (Role.OPCO, 0),
        (Role.OBSERVER, None),
        (Role.INFO_DESK, None),
        (Role.PARTNER, None),
    ],
)
def test_a_priority_1_is_asked_of_the_seats_of_the_room(role: Role, expected: int | None) -> None:
    """Who looks on or helps is asked nothing."""
    assert rung(desk(role), PRIORITY_1, 0) == expected


def test_ones_own_deed_asks_oneself_nothing_until_nobody_answered() -> None:
    """Then it is whoever did it who is asked, because nobody else could."""
    context = desk(Role.CENTRALIST)
    assert rung(context, PRIORITY_1, 0, by="ANNA") is None
    assert rung(context, PRIORITY_1, 60, by="anna") == 1


def test_a_proposed_car_is_asked_and_others_only_when_nobody_goes() -> None:
    """Only a free one near by, and none that said to have heard it."""
    context = desk(Role.UNIT)
    assert rung(context, PRIORITY_1, 0, units=(1,)) == 0
    assert rung(context, PRIORITY_1, 0, units=(2,)) is None
    assert rung(context, PRIORITY_1, 60, units=(2,)) == 2
    assert rung(context, PRIORITY_1, 60, units=(1,), heard=(1,)) is None
    assert rung(desk(Role.UNIT, north_m=9_000), PRIORITY_1, 60, units=(2,)) is None


def test_a_busy_car_is_not_asked_to_go_elsewhere() -> None:
    """It sees a row."""
    rig = Rig(role=Role.UNIT)
    rig.sign_on("anna")
    rig.open(1, where=place("Markt 1", 0), priority=1)
    rig.welcome()
    rig.move((1, point(0, 100)))
    rig.happen(UnitStatusSet(unit=1, status=UnitStatus.UNAVAILABLE))
    assert rung(rig.desk().context(), PRIORITY_1, 60) is None


def test_what_is_named_climbs_from_one_to_the_opco_to_the_room() -> None:
    """To somebody else each time, and at one desk it stays on its first rung."""
    opco, other = desk(Role.OPCO), desk(Role.CENTRALIST)
    named = {"names": ("anna",)}
    assert rung(other, NO_REACTION, 0, **named) == rung(other, NO_REACTION, 999, **named) == 0
    elsewhere = {"names": ("carla",)}
    assert [rung(opco, NO_REACTION, s, **elsewhere) for s in (19, 20, 999)] == [None, 1, 1]
    assert [rung(other, NO_REACTION, s, **elsewhere) for s in (39, 40, 999)] == [None, 2, 2]


def test_a_promise_that_is_late_asks_the_opco_and_then_every_seat() -> None:
    """Also the one who made it: in a room of one nobody else is there."""
    assert rung(desk(Role.OPCO), PROMISE_LATE, 0) == 0
    assert [rung(desk(Role.CENTRALIST), PROMISE_LATE, s) for s in (0, 30)] == [None, 1]


def test_a_unit_that_does_not_hear_is_asked_about_at_who_raised_it() -> None:
    """And one that says nothing to its melding at who opened that."""
    context = desk(Role.CENTRALIST)
    assert [rung(context, YOUR_PRIORITY_1, s, by="anna", units=(1,)) for s in (0, 30)] == [None, 1]
    assert [rung(context, SENT, s, names=(Name("anna"),), units=(1,)) for s in (0, 60)] == [None, 1]
    assert rung(desk(Role.UNIT), SENT, 0, units=(1,)) == 0
