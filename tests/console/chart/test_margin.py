"""The lowest rows of the map."""

from attrs import evolve

from console.chart.canvas import Canvas
from console.chart.margin import bar_cells, put_attribution, put_bar, put_legend, reach_text
from console.chart.scale import Scale
from protocol.map.reach import Reach
from tests.console.rig import Rig

REACH = Reach(
    south=0,
    west=0,
    cell_lat=1,
    cell_lon=1,
    columns=1,
    rows=1,
    within_s=480,
    permille=784,
    permille_after=611,
    reached=b"\x01",
    lost=b"\x01",
)
BAR = Scale(metres=200, columns=12.5)


def test_scale_and_attribution_share_a_row() -> None:
    """Neither covers the other, however long the attribution is."""
    canvas = Canvas(40, 3)
    put_bar(canvas, BAR)
    put_attribution(canvas, "© OpenStreetMap contributors, and many others", bar_cells(BAR))
    last = canvas.rows()[-1].text
    assert last.startswith(" ├──────────┤ 200 m ")
    assert last.rstrip().endswith("…")
    assert len(last) == 40


def test_reach_is_told_before_and_after() -> None:
    """With what a dispatch costs, as soon as one is proposed."""
    say = Rig().texts.say
    assert reach_text(REACH, say) == "binnen 8 min: 78 % van de stad, na inzet 61 %"
    plain = evolve(REACH, permille_after=784, lost=b"")
    assert reach_text(plain, say) == "binnen 8 min: 78 % van de stad"
    assert reach_text(evolve(plain, by_road=False), say).endswith("(hemelsbreed)")


def test_the_legend_shows_what_the_dots_mean() -> None:
    """What would be lost only where something is."""
    say = Rig().texts.say
    shown = []
    for reach in (REACH, evolve(REACH, lost=b"")):
        canvas = Canvas(60, 3)
        put_legend(canvas, reach, say)
        shown.append(canvas.rows()[1].text)
    assert ("valt weg" in shown[0], "valt weg" in shown[1]) == (True, False)
    assert "bereikt" in shown[1]
