"""From what asks here to the row across the top."""

from console.alarm.make_view import alarm_view
from console.desk.desk import Desk
from protocol.facts.incidents import PriorityChanged
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.units import UnitAssigned
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Text
from tests.console.rig import Rig


def rows(desk: Desk) -> list[tuple[str, int, str, bool]]:
    """Sentence, number, whom it names, and whether it is urgent."""
    view = alarm_view(desk.parts.alarms, desk.context())
    return [(each.key, each.incident.number, each.who, each.is_urgent) for each in view.rows]


def test_the_loudest_stands_first_and_says_whom_it_names() -> None:
    """And the keys that do anything for it."""
    rig = Rig(role=Role.OPCO)
    desk = rig.desk()
    rig.welcome()
    rig.open(1)
    rig.happen(ColleaguesAsked(incident=1, text=Text("tweede koppel")), by="12.03")
    rig.later(30)
    desk.second()
    assert rows(desk) == [("colleagues", 1, "12.03", True)]
    view = alarm_view(desk.parts.alarms, desk.context())
    assert view.rows[0].words == "tweede koppel"
    assert "Ctrl+G" not in dict(view.keys)
    rig.open(2, priority=1)
    assert [each[:2] for each in rows(desk)] == [("priority-1", 2), ("colleagues", 1)]
    assert "Ctrl+G" in dict(alarm_view(desk.parts.alarms, desk.context()).keys)


def test_who_raised_it_reads_which_unit_has_not_heard() -> None:
    """By its call sign, until it has."""
    rig = Rig()
    desk = rig.desk()
    rig.sign_on("12.03", "12.04")
    rig.welcome()
    rig.open(1, priority=2)
    for unit in (1, 2):
        rig.happen(UnitAssigned(incident=1, unit=unit), by="anna")
    rig.happen(PriorityChanged(incident=1, priority=Priority.P1), by="anna")
    assert rows(desk) == []
    rig.later(31)
    desk.second()
    assert rows(desk) == [("your-priority-1-climbed", 1, "12.03, 12.04", True)]


def test_a_car_that_nobody_asks_reads_a_calm_row() -> None:
    """While nothing asks of it."""
    rig = Rig(role=Role.UNIT)
    desk = rig.desk()
    rig.sign_on("anna")
    rig.welcome()
    rig.open(1, priority=1)
    assert rows(desk) == [("told", 1, "", False)]
    assert desk.context().alarmed
