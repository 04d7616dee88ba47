"""What the melding asks, in the melding panel."""

from datetime import UTC

from attrs import evolve

from console.melding.appealed import appeal_rows
from console.melding.labelled import Setting
from console.texts.texts import Texts
from protocol.facts.appeals import AppealHeard, UnitsProposed
from protocol.model.appeal import AppealKind
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from tests.protocol.make import OPENED, SIGNED_ON, minute, told

SAY = Texts("nl", strict=True).say


def test_each_question_says_since_when_whose_and_whom_it_means() -> None:
    """A unit that has left the board by its number; nothing while nothing is asked."""
    board = told(
        evolve(OPENED, priority=Priority.P1),
        SIGNED_ON,
        UnitsProposed(incident=1, units=(1, 9)),
        AppealHeard(incident=1, kind=AppealKind.PRIORITY_1, unit=1),
    )
    setting = Setting(incident=board.incidents[1], now=minute(5), zone=UTC, terms=Terms(), say=SAY, width=100)
    (row,) = appeal_rows(setting, board.units)
    at = setting.clock(minute(1))
    told_of = f"{at} prio 1, wie gaat er (anna) · voorgesteld 12.03, 9 · gehoord door 12.03"
    assert row.text.split(maxsplit=1) == ["Vraagt", told_of]
    assert appeal_rows(evolve(setting, incident=told(OPENED).incidents[1]), board.units) == []
