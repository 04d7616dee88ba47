"""What the map's actions return, and where the map looks after them."""

from attrs import evolve

from console.chart.chart import Chart, Target
from console.chart.deeds import DEEDS, picked_point
from console.chart.markers import Marker
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Select, SelectUnit, Tell
from tests.console.rig import Rig, place, point

WIDTH, HEIGHT = 60, 20


def town() -> Context:
    """Incident 1 on the map and 2 nowhere; unit 1 was seen, unit 2 never."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03", "12.04")
    rig.open(1, where=place("Markt 1", 100, 100))
    rig.open(2, where=place("ergens"))
    rig.move((1, point(-300, 200)))
    return evolve(rig.desk().context(), incident=None, unit=None)


def looking() -> Chart:
    """A map on the screen that looks at the town."""
    chart = Chart()
    chart.size = (WIDTH, HEIGHT)
    chart.look((point(-900, -500), point(900, 500)), None, width=WIDTH, height=HEIGHT)
    return chart


def middle(chart: Chart) -> tuple[float, float]:
    """North and east of the middle of the map, in degrees."""
    assert chart.viewport is not None
    return chart.viewport.centre.lat_deg, chart.viewport.centre.lon_deg


def test_the_selected_unit_goes_before_the_selected_incident() -> None:
    """Whoever stands on a unit means the unit; with nothing selected nobody knows a place."""
    context = town()
    assert picked_point(evolve(context, unit=1, incident=1)) == (context.fixes[1].point, "12.03")
    assert picked_point(evolve(context, incident=1)) == (point(100, 100), "1")
    assert picked_point(context)[0] is None


def test_what_is_selected_comes_in_the_middle() -> None:
    """The map looks at it; a place that nobody knows is said, and the map stays."""
    chart, context = looking(), town()
    assert DEEDS["centre"](chart, evolve(context, incident=1), {}) == NOTHING
    there = (point(100, 100).lat_deg, point(100, 100).lon_deg)
    assert middle(chart) == there
    told = DEEDS["centre"](chart, evolve(context, incident=2), {})
    assert told == (Tell(context.say("desk-no-point", what="2"), Tone.WARN),)
    assert middle(chart) == there


def test_following_twice_lets_go() -> None:
    """The same key follows and lets go again."""
    chart, context = looking(), evolve(town(), unit=1)
    assert DEEDS["follow"](chart, context, {"by-key": True}) == NOTHING
    assert chart.following == Target(unit=1)
    DEEDS["follow"](chart, context, {"by-key": True})
    assert chart.following is None


def test_a_unit_that_is_named_is_selected_even_where_its_place_is_unknown() -> None:
    """One stands on it, and hears why the map does not move."""
    chart, context = looking(), town()
    told = DEEDS["follow"](chart, context, {"unit": (2,)})
    assert told == (SelectUnit(2), Tell(context.say("desk-no-point", what="12.04"), Tone.WARN))
    assert chart.following is None
    assert DEEDS["follow"](chart, context, {"unit": (1,)}) == (SelectUnit(1),)
    assert chart.following == Target(unit=1)


def test_a_walk_goes_round_the_markers_in_reading_order() -> None:
    """From the top left on, and past the last to the first; an incident is selected, its unit let go."""
    chart, context = looking(), town()
    assert DEEDS["map-next"](chart, context, {}) == NOTHING
    chart.spots = (
        ((9, 4), Marker(point=point(), sign="1", text="1", tone=Tone.P2, rank=0, incident=1)),
        ((3, 2), Marker(point=point(), sign="o", text="12.03", tone=Tone.FREE, rank=0, unit=1)),
    )
    assert DEEDS["map-next"](chart, context, {}) == (SelectUnit(1),)
    assert DEEDS["map-next"](chart, evolve(context, unit=1), {}) == (SelectUnit(None), Select(1))
    assert DEEDS["map-next"](chart, evolve(context, incident=1), {}) == (SelectUnit(1),)
    assert DEEDS["map-previous"](chart, context, {}) == (SelectUnit(None), Select(1))


def test_a_pan_is_half_a_map_the_way_its_arrow_points() -> None:
    """East is right and north is up; a map without a place on the screen stays."""
    chart, context = looking(), town()
    north, east = middle(chart)
    DEEDS["pan-right"](chart, context, {})
    assert middle(chart)[1] > east
    DEEDS["pan-up"](chart, context, {})
    assert middle(chart)[0] > north
    chart.size = None
    before = middle(chart)
    DEEDS["pan-left"](chart, context, {})
    assert middle(chart) == before
