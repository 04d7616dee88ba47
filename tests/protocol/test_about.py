"""What words are about: each once, in order of mention, and nothing that they alter is left out."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.about import About, Line, about_all
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentOpened
from protocol.fold import fold
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.text import Text
from protocol.wire.tags import FACTS
from tests.full_board import full_board
from tests.protocol.make import OPENED, change, then, told
from tests.strategies import facts_of

pytestmark = pytest.mark.law


def test_several_are_put_together() -> None:
    """A change says with this what all its facts are about."""
    line = Line(incident=1, kind=LineKind.OPEN)
    parts = (About(incidents=(2, 1), units=(9,)), About(incidents=(1, 3), units=(9,), lines=(line, line)))
    assert about_all(parts) == About(incidents=(2, 1, 3), units=(9,), lines=(line,))
    assert about_all(()) == About()


@pytest.mark.parametrize("kind", FACTS.values(), ids=lambda kind: kind.__name__)
@given(st.data())
@settings(max_examples=12)
def test_what_a_fact_alters_it_is_about(kind: type[Fact], data: st.DataObject) -> None:
    """Whoever looks only at those incidents, units and lines misses nothing that the fold did."""
    before = full_board()
    fact = data.draw(facts_of(kind, st.integers(5, 6) if kind is IncidentOpened else st.integers(1, 4)))
    changed = change(before.seq + 1, fact)
    after, about = fold(before, changed), changed.about(before)
    assert _altered(before.incidents, after.incidents) <= set(about.incidents)
    assert _altered(before.units, after.units) <= set(about.units)
    assert _altered_lines(before, after, LineKind.OPEN, _open_line) <= set(about.lines)
    assert _altered_lines(before, after, LineKind.CONTACT, _contact_line) <= set(about.lines)
    assert set(fact.about().incidents) <= set(about.incidents) or not fact.about().incidents


def test_a_closing_is_also_about_the_oldest_that_leaves_the_board() -> None:
    """To a partner that saw it, it is hidden by this."""
    opened = [OPENED] + [
        IncidentOpened(incident=number, priority=OPENED.priority, what=OPENED.what, place=OPENED.place)
        for number in range(2, CLOSED_KEPT + 2)
    ]
    reason = Text("klaar")
    closed = [IncidentClosed(incident=number, reason=reason) for number in range(1, CLOSED_KEPT + 1)]
    board = told(*opened, *closed)
    last = IncidentClosed(incident=CLOSED_KEPT + 1, reason=reason)
    assert last.about_on(board).incidents == (CLOSED_KEPT + 1, 1)
    assert 1 not in then(board, last).incidents


def _altered(before: Any, after: Any) -> set[int]:
    return {number for number in {*before, *after} if before.get(number) != after.get(number)}


def _altered_lines(
    before: Board, after: Board, kind: LineKind, part: Callable[[Incident | None], object]
) -> set[Line]:
    numbers = {*before.incidents, *after.incidents}
    return {
        Line(incident=number, kind=kind)
        for number in numbers
        if number in after.incidents
        and number in before.incidents
        and part(before.incidents[number]) != part(after.incidents[number])
    }


def _open_line(incident: Incident | None) -> object:
    return incident and (incident.entries, incident.members, incident.units)


def _contact_line(incident: Incident | None) -> object:
    return incident and incident.contact_line
