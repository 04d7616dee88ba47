"""What a dispatch costs is said with it, and it goes: what was done can be taken back."""

from attrs import evolve

from console.desk.desk import Desk
from console.row.deeds import deeds_of
from protocol.commands.units import AssignUnit
from protocol.facts.units import TaskSet, UnitAssigned, UnitSignedOn
from protocol.model.terms import Terms
from protocol.model.text import Name
from tests.console.ranked import ranked
from tests.console.rig import Rig, digit, letter, place, point, verb


def town(*, priority: int = 2, least: int = 2) -> tuple[Rig, Desk]:
    """Two units of North, of which so many must stay callable, and one melding; both are ranked."""
    rig = Rig()
    for id, call_sign in ((1, "12.01"), (2, "12.02")):
        rig.happen(UnitSignedOn(unit=id, call_sign=Name(call_sign), team=Name("Noord")))
    rig.open(400, where=place("Markt", 0, 0), priority=4)
    rig.open(417, where=place("Havenkade 3", 0, 0), priority=priority)
    desk = rig.desk()
    rig.welcome()
    welcome = rig.session.welcome
    assert welcome is not None
    rig.session.welcome = evolve(welcome, terms=Terms(waterline=((Name("Noord"), least),)))
    rig.move((1, point(300)), (2, point(900)))
    desk.select(417)
    rank(desk, rig)
    return rig, desk


def rank(desk: Desk, rig: Rig) -> None:
    """The server's ranking of this moment."""
    desk.parts.dispatch.recommending.asking(desk.context(), 417)
    desk.parts.dispatch.recommending.came(desk.context(), 417, ranked(417, rig.board.units))
    rig.later(1)


def test_breaking_the_waterline_is_said_as_it_goes() -> None:
    """The price stands with the deed (B29); nothing asks for a second press."""
    rig, desk = town()
    letter(desk, "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=1)]
    assert desk.parts.notices.now.text.startswith("12.01 weg breekt waterlijn Noord (1 van 2).")


def test_the_same_is_sent_once() -> None:
    """However often it is pressed while the wish is under way."""
    rig, desk = town()
    letter(desk, "J")
    letter(desk, "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=1)]


def test_above_the_waterline_nothing_is_said() -> None:
    """Enough stay callable."""
    rig, desk = town(least=1)
    letter(desk, "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=1)]
    assert desk.parts.notices.now.text == ""


def test_work_that_must_go_on_is_said_even_for_priority_1() -> None:
    """Breaking off what must not be interrupted is never silent (B3)."""
    rig, desk = town(priority=1, least=0)
    rig.happen(TaskSet(unit=2, what=Name("verhoor"), interruptible=False))
    rank(desk, rig)
    desk.press("f10", None)
    digit(desk, 2)
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]
    assert "12.02 mag niet onderbroken worden: verhoor" in desk.parts.notices.now.text


def test_who_leaves_another_melding_is_said_before_and_with_it() -> None:
    """On the deed before it is done, and with the wish."""
    rig, desk = town(least=0)
    rig.happen(UnitAssigned(incident=400, unit=1))
    rank(desk, rig)
    first = deeds_of(desk.context(), desk.parts.dispatch)[0]
    assert (first.target, "laat 400 achter" in first.words) == (1, True)
    desk.press("f10", None)
    digit(desk, 1)
    assert "12.01 komt van 400, en daar blijft niemand: prio 4 inbraak, Markt." in desk.parts.notices.now.text
    assert rig.wishes == [AssignUnit(incident=417, unit=1, divert=True)]


def test_the_second_of_a_line_is_weighed_as_if_the_first_had_gone() -> None:
    """Two at once may break what one alone would not."""
    rig, desk = town(least=1)
    verb(desk, "koppel 417 12.01 12.02")
    assert len(rig.wishes) == 2
    assert "12.02 weg breekt waterlijn Noord (0 van 1)" in desk.parts.notices.now.text
