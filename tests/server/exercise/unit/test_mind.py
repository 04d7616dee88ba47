"""What a simulated unit plans stands in order of time."""

from protocol.commands.timeline import LeaveLine, Speak
from protocol.model.text import Text
from server.exercise.shift import make_setting
from server.exercise.unit.mind import Officer, planned, with_lines
from server.exercise.unit.talk import Line
from server.exercise.unit.trip import standing

SETTING = make_setting(1, 12)
CALL_SIGN, CREW = next(iter(SETTING.crew_by_call_sign.items()))
OFFICER = Officer(call_sign=CALL_SIGN, crew=CREW, trip=standing(SETTING.town.nodes[0], 0.0))


def test_what_comes_first_stands_first_whenever_it_was_planned() -> None:
    """And nothing that was planned is lost."""
    leave, speak = LeaveLine(incident=1), Speak(incident=1, text=Text("hier"))
    officer = planned(OFFICER, (20.0, leave))
    officer = with_lines(officer, Line(due_s=5.0, speak=speak), Line(due_s=30.0, speak=speak))
    assert [(one.due_s, one.command) for one in officer.plan] == [(5.0, speak), (20.0, leave), (30.0, speak)]


def test_what_is_due_together_is_done_as_it_was_planned() -> None:
    """People say first what they thought of first."""
    first, second = LeaveLine(incident=1), LeaveLine(incident=2)
    assert [one.command for one in planned(OFFICER, (5.0, first), (5.0, second)).plan] == [first, second]


def test_nothing_is_in_mind_at_the_beginning() -> None:
    """And planning changes no officer, but makes another."""
    planned(OFFICER, (5.0, LeaveLine(incident=1)))
    assert OFFICER.plan == ()
