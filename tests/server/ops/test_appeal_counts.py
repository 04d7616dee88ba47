"""What was asked and how it ended, counted for the room."""

from collections import Counter

from attrs import evolve

from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.units import UnitAssigned
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.priority import Priority
from protocol.model.text import Text
from server.ops.appeal_counts import AppealCounts
from tests.protocol.make import OPENED, SIGNED_ON, change


def counted(*facts: Fact) -> Counter[tuple[str, str]]:
    """What is counted of these, one change each."""
    found: Counter[tuple[str, str]] = Counter()
    board = Board()
    counts = AppealCounts(board, lambda kind, end: found.update([(kind, end)]))
    for seq, fact in enumerate(facts, 1):
        made = change(seq, fact)
        board = fold(board, made)
        counts.changed(made, board)
    counts.begin_anew(board)
    return found


def test_each_question_is_counted_once_and_by_its_end() -> None:
    """Answered by its own answer, or gone with its melding."""
    urgent, asked = evolve(OPENED, priority=Priority.P1), ColleaguesAsked(incident=1)
    closed = IncidentClosed(incident=1, reason=Text("klaar"))
    assert counted(urgent, SIGNED_ON, UnitAssigned(incident=1, unit=1), asked, asked, closed) == {
        ("priority-1", "asked"): 1,
        ("priority-1", "answered"): 1,
        ("colleagues", "asked"): 1,
        ("colleagues", "closed"): 1,
    }
