"""The melding as rows."""

from datetime import UTC

import pytest

from console.melding.view import MeldingView, draw_melding, melding_rows, most_top
from console.paint.row import width_of
from protocol.facts.intake import IntakeDescribed
from protocol.model.terms import Terms
from protocol.model.text import Text
from tests.console.melding.test_letting_go import told
from tests.console.rig import Rig


def view_of(rig: Rig, *, guarding: bool = False, top: int = 0) -> MeldingView:
    """Melding 417 at this moment."""
    return MeldingView(
        incident=rig.board.incidents.get(417),
        units=rig.board.units,
        now=rig.now,
        zone=UTC,
        terms=Terms(),
        guarding=guarding,
        top=top,
    )


@pytest.mark.parametrize("width", [40, 63, 80, 120])
def test_no_row_is_wider_than_the_panel(width: int) -> None:
    """However much is known, nothing runs over the edge."""
    rig = told()
    rig.happen(IntakeDescribed(incident=417, story=Text("een lang verhaal 東京 " * 40)))
    rows = draw_melding(view_of(rig, guarding=True), rig.texts.say, width=width, height=60)
    assert max(width_of(row.spans) for row in rows) <= width


def test_blanks_only_where_there_is_room() -> None:
    """A small panel spends no row on air."""
    rig = told()
    airy = melding_rows(view_of(rig), rig.texts.say, width=80, height=60)
    tight = melding_rows(view_of(rig), rig.texts.say, width=80, height=8)
    assert [row.text for row in airy if row.text] == [row.text for row in tight]
    assert len(airy) > len(tight)


def test_scrolling_stops_at_the_end() -> None:
    """The last row is at the bottom, never above blank rows."""
    rig = told()
    rows = melding_rows(view_of(rig), rig.texts.say, width=80, height=8)
    shown = draw_melding(view_of(rig, top=999), rig.texts.say, width=80, height=8)
    assert shown[-1] == rows[-1]
    assert most_top(len(rows), 8) == len(rows) - 7


def test_nothing_selected() -> None:
    """An empty desk shows a word instead of a melding."""
    rig = Rig()
    assert len(draw_melding(view_of(rig), rig.texts.say, width=80, height=8)) == 2


def test_what_people_wrote_is_harmless() -> None:
    """Control characters of a stranger do not reach the terminal."""
    rig = told()
    rig.happen(IntakeDescribed(incident=417, fears=Text("a\x1b[2Jb\u202ec")))
    rows = melding_rows(view_of(rig), rig.texts.say, width=80, height=60)
    assert all(row.text.isprintable() for row in rows)
