"""The list of who could go, and its words."""

import pytest

from console.dispatch.ranked import MOST, ranking_in
from console.dispatch.view import RecommendView, draw_recommend
from console.paint.row import width_of
from console.paint.tone import Tone
from console.texts.texts import Texts
from tests.console.ranked import FREE, ranked
from tests.console.rig import Rig

SAY = Texts("nl", strict=True).say


def many() -> Rig:
    """Ten units and a melding."""
    rig = Rig()
    rig.sign_on(*(f"12.{number:02d}" for number in range(1, 11)))
    rig.open(417)
    return rig


@pytest.mark.parametrize("width", [60, 72, 80, 95, 120])
def test_eight_rows_fit_their_place(width: int) -> None:
    """At most eight, and no wider than the panel."""
    rig = many()
    ranking = ranking_in(ranked(417, rig.board.units, reasons={1: [FREE, {"key": "solo-misfits"}] * 6}), 417)
    view = RecommendView(number=417, ranking=ranking, units=rig.board.units, key="J")
    rows = draw_recommend(view, SAY, width=width, height=9)
    assert len(rows) == 1 + MOST
    assert all(width_of(row.spans) <= width for row in rows)


def test_what_is_said_of_all_is_said_once() -> None:
    """Without streets the title says so, and no row repeats it."""
    rig = many()
    document = ranked(417, rig.board.units, by_road=False, reasons={1: [{"key": "straight-line"}, FREE]})
    view = RecommendView(number=417, ranking=ranking_in(document, 417), units=rig.board.units)
    rows = draw_recommend(view, SAY, width=100, height=9)
    assert "hemelsbreed" in rows[0].text
    assert "rechte lijn" not in rows[1].text


def test_too_late_for_the_site_is_marked() -> None:
    """A sign and not only a colour (A55)."""
    rig = many()
    ranking = ranking_in(ranked(417, rig.board.units, travel_s={1: 600}), 417)
    view = RecommendView(number=417, ranking=ranking, units=rig.board.units, target_left_s=300)
    first, second = draw_recommend(view, SAY, width=80, height=9)[1:3]
    assert "10 min!" in first.text
    assert ("10 min".rjust(7), Tone.BAD) in first.spans
    assert "!" not in second.text


def test_a_unit_that_is_gone_is_no_longer_praised() -> None:
    """Its reasons were of before."""
    rig = many()
    ranking = ranking_in(ranked(417, rig.board.units), 417)
    view = RecommendView(number=417, ranking=ranking, units=rig.board.units.delete(1))
    assert "vrij" not in draw_recommend(view, SAY, width=80, height=9)[1].text
