"""The map as rows."""

from console.chart.markers import Marker
from console.chart.view import MapView, draw_map
from console.chart.viewport import Viewport
from console.paint.row import width_of
from console.paint.tone import Tone
from tests.console.rig import CENTRE, Rig, point

VIEW = Viewport(centre=CENTRE, cell_m=50.0)


def marker(text: str, sign: str = "◆") -> Marker:
    """A unit in the middle."""
    return Marker(point=CENTRE, sign=sign, text=text, tone=Tone.FREE, rank=3, unit=1)


def shown(view: MapView) -> str:
    """The map as one text."""
    rows = draw_map(view, Rig().texts.say, width=60, height=21)
    assert len(rows) == 21
    assert all(width_of(row.spans) <= 60 for row in rows)
    return "\n".join(row.text for row in rows)


def test_all_on_one_cell_are_named() -> None:
    """Units at the incident they are on do not vanish behind its sign; many are counted."""
    names = ["417", "12.01", "12.02", "12.03"]
    three = MapView(viewport=VIEW, markers=tuple(((30, 10), marker(name)) for name in names[:3]))
    four = MapView(viewport=VIEW, markers=tuple(((30, 10), marker(name)) for name in names))
    assert "◆417 12.01 12.02" in shown(three)
    assert "◆417 12.01 +2" in shown(four)


def test_scale_and_grid_are_of_one_measure() -> None:
    """The bar says how long a mesh of the grid is."""
    text = shown(MapView(viewport=VIEW))
    assert "┤ 200 m" in text
    row = next(line for line in text.splitlines() if line.count("·") > 3)
    first = row.index("·")
    assert row.index("·", first + 1) - first == 8


def test_a_lane_leads_to_the_incident() -> None:
    """Between a unit and what it drives to stand dots."""
    view = MapView(viewport=VIEW, lanes=((point(-500), point(500)),))
    assert any(0x2800 < ord(char) < 0x2900 for char in shown(view))


def test_without_a_place_the_map_says_so() -> None:
    """Before anything is known there is a sentence and no map."""
    assert Rig().texts.say("map-empty") in "\n".join(
        row.text for row in draw_map(MapView(viewport=None), Rig().texts.say, width=60, height=5)
    )
