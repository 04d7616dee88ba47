"""What an incident answers, and what it refuses at birth."""

from typing import Any

import pytest
from attrs import evolve

from protocol.facts.incidents import IncidentClosed, IncidentReopened
from protocol.facts.timeline import EntryAdded, EntryStruck
from protocol.model.text import Text
from tests.protocol.make import OPENED, then, told

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))


def test_it_is_open_until_closed_and_again_once_reopened() -> None:
    """Whatever its phase."""
    board = told(OPENED)
    assert board.incidents[1].is_open
    board = then(board, CLOSED)
    assert not board.incidents[1].is_open
    assert then(board, IncidentReopened(incident=1, reason=Text("nee"))).incidents[1].is_open


def test_the_last_entry_is_the_newest_that_stands() -> None:
    """None in a silent incident, and when every line is struck."""
    board = told(OPENED)
    assert board.incidents[1].last_entry is None
    board = then(board, EntryAdded(incident=1, text=Text("a")), EntryAdded(incident=1, text=Text("b")))
    assert board.incidents[1].last_entry == board.incidents[1].entries[1]
    board = then(board, EntryStruck(incident=1, entry=2))
    assert board.incidents[1].last_entry == board.incidents[1].entries[0]
    assert then(board, EntryStruck(incident=1, entry=1)).incidents[1].last_entry is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", 0),
        ("opened_at", 1_790_000_000_000),
        ("opened_by", " "),
        ("priority", 2),
        ("what", "x" * 201),
        ("place", "Blaak"),
        ("phase", 1),
        ("phase_since", None),
        ("units", [1]),
        ("members", None),
        ("entries", []),
        ("closed_because", ""),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """An incident is valid from birth and stays so in every copy."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(told(OPENED).incidents[1], **{name: value})
