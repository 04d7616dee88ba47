"""What is said before a dispatch happens, and the second press that sends all the same."""

from attrs import evolve

from console.desk.desk import Desk
from protocol.commands.units import AssignUnit
from protocol.facts.units import TaskSet, UnitAssigned, UnitSignedOn
from protocol.model.terms import Terms
from protocol.model.text import Name
from tests.console.ranked import ranked
from tests.console.rig import Rig, place, point, type_keys


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


def test_breaking_the_waterline_is_said_first() -> None:
    """The first press warns in words, the next sends (B29)."""
    rig, desk = town()
    desk.press("J", "J")
    assert rig.wishes == []
    assert desk.parts.notices.now.text.startswith("12.01 weg breekt waterlijn Noord (1 van 2).")
    desk.press("J", "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=1)]


def test_only_the_very_next_key_confirms() -> None:
    """Whoever did something else in between is warned again."""
    rig, desk = town()
    for key in ("J", "down", "up", "J"):
        desk.select(417)
        desk.press(key, key)
    assert rig.wishes == []


def test_another_unit_is_another_warning() -> None:
    """The press for one unit confirms no other."""
    rig, desk = town()
    desk.press("q", "q")
    desk.press("1", "1")
    desk.press("2", "2")
    assert rig.wishes == []
    desk.press("2", "2")
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]


def test_priority_1_goes_at_once_and_says_so() -> None:
    """Nobody waits for a second press while somebody is in danger."""
    rig, desk = town(priority=1)
    desk.press("J", "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=1)]
    assert "breekt waterlijn" in desk.parts.notices.now.text


def test_above_the_waterline_nothing_is_said() -> None:
    """Enough stay callable."""
    rig, desk = town(least=1)
    desk.press("J", "J")
    assert rig.wishes == [AssignUnit(incident=417, unit=1)]
    assert desk.parts.notices.now.text == ""


def test_work_that_must_go_on_is_said_first_even_for_priority_1() -> None:
    """Breaking off what must not be interrupted is never silent (B3)."""
    rig, desk = town(priority=1, least=0)
    rig.happen(TaskSet(unit=2, what=Name("verhoor"), interruptible=False))
    rank(desk, rig)
    desk.press("q", "q")
    desk.press("2", "2")
    assert rig.wishes == []
    assert "12.02 mag niet onderbroken worden: verhoor" in desk.parts.notices.now.text
    desk.press("2", "2")
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]


def test_a_unit_of_another_melding_is_taken_off_it_knowingly() -> None:
    """The list diverts, after saying from what, and what stays behind alone."""
    rig, desk = town(least=0)
    rig.happen(UnitAssigned(incident=400, unit=1))
    rank(desk, rig)
    desk.press("q", "q")
    desk.press("1", "1")
    assert "12.01 komt van 400, en daar blijft niemand: prio 4 inbraak, Markt." in desk.parts.notices.now.text
    desk.press("1", "1")
    assert rig.wishes == [AssignUnit(incident=417, unit=1, divert=True)]


def test_a_typed_line_is_warned_of_and_stays() -> None:
    """The line is not lost; Enter once more sends it."""
    rig, desk = town()
    type_keys(desk, ":koppel 417 12.02")
    desk.press("enter", None)
    assert rig.wishes == []
    assert desk.parts.line.edit.text == "koppel 417 12.02"
    desk.press("enter", None)
    assert rig.wishes == [AssignUnit(incident=417, unit=2)]
    assert desk.parts.line.edit.text == ""


def test_the_second_of_a_line_is_weighed_as_if_the_first_had_gone() -> None:
    """Two at once may break what one alone would not."""
    rig, desk = town(least=1)
    type_keys(desk, ":koppel 417 12.01 12.02")
    desk.press("enter", None)
    assert rig.wishes == []
    assert "12.02 weg breekt waterlijn Noord (0 van 1)" in desk.parts.notices.now.text
