"""Keys begin lines that say what they are about."""

import pytest

from console.actions.action import Selection
from console.actions.catalog import CATALOG
from console.actions.problem import Parsed, Problem
from console.grammar.prefill import line_for
from tests.console.grammar.make import BOARD, NOTHING, typed

ALL = Selection(incident=417, unit=1, entry=2)


@pytest.mark.parametrize(
    ("id", "selection", "text", "complete"),
    [
        ("open", ALL, "nieuw ", False),
        ("assign", Selection(incident=417), "koppel #417 ", False),
        ("assign", ALL, "koppel #417 12.03 ", True),
        ("release", Selection(unit=3), "vrij 13.01 ", True),
        ("status", ALL, "status 12.03 ", False),
        ("log", ALL, "log #417 ", False),
        ("strike", ALL, "doorhalen #417 2 ", True),
        ("strike", Selection(incident=417), "doorhalen #417 ", False),
        ("join", ALL, "instappen #417 ", True),
        ("join", NOTHING, "instappen ", False),
        ("assign", Selection(unit=99), "koppel ", False),
        ("go-board", ALL, "bord", True),
        ("go-line", ALL, "lijn ", True),
        ("follow", ALL, "volg 12.03 ", True),
    ],
)
def test_the_selection_is_spelled_out(id: str, selection: Selection, text: str, complete: bool) -> None:
    """What is selected stands in the line, so that it means the same when the selection moves on."""
    found = line_for(CATALOG.by_id[id], selection, BOARD)
    assert (found.text, found.complete) == (text, complete)


@pytest.mark.parametrize("action", CATALOG.actions, ids=lambda action: action.id)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_complete_line_is_understood(action: object, language: str) -> None:
    """A line that is called complete parses without any selection; one that is not, lacks something."""
    found = line_for(action, ALL, BOARD, language)  # type: ignore[arg-type]
    result = typed(found.text)
    assert isinstance(result, Parsed if found.complete else Problem)
    if isinstance(result, Parsed):
        assert result.action is action
    else:
        assert result.key.startswith(("problem-missing-", "problem-no-open-"))
