"""What the map is told to show."""

from console.chart.chart import Target
from console.desk.desk import Desk
from console.paint.tone import Tone
from protocol.facts.units import UnitAssigned
from protocol.map.reach import Reach
from tests.console.rig import Rig, place, point
from tests.console.shown import map_view


def desk_of(rig: Rig) -> Desk:
    """A desk wide enough for a map."""
    desk = rig.desk()
    desk.resize(160, 48)
    rig.welcome()
    rig.open(417, where=place("Markt 1", 400, 200))
    rig.sign_on("12.01", "12.02")
    rig.move((1, point(-400, -200)), (2, point(300, 0)))
    return desk


def texts(desk: Desk) -> list[str]:
    """The names of the markers in view, most important first."""
    return [marker.text for _, marker in map_view(desk).markers]


def test_incidents_and_units_are_on_the_map() -> None:
    """The selected incident first."""
    assert texts(desk_of(Rig())) == ["417", "12.01", "12.02"]


def test_what_is_selected_in_the_list_is_marked_on_the_map() -> None:
    """And the desk can walk over what the map shows."""
    desk = desk_of(Rig())
    desk.stand.unit = 2
    tones = {marker.text: marker.tone for _, marker in map_view(desk).markers}
    assert tones["12.02"] is Tone.PICKED
    assert {target.unit for target in desk.parts.chart.targets()} == {None, 1, 2}


def test_a_unit_on_the_selected_incident_has_a_lane_to_it() -> None:
    """One sees who drives where."""
    rig = Rig()
    desk = desk_of(rig)
    assert map_view(desk).lanes == ()
    rig.happen(UnitAssigned(incident=417, unit=1))
    (lane,) = map_view(desk).lanes
    assert [round(each.lat_deg, 4) for each in lane] == [
        round(point(-400, -200).lat_deg, 4),
        round(point(400, 200).lat_deg, 4),
    ]


def test_what_is_followed_is_named() -> None:
    """A unit by its call sign, an incident by its number."""
    desk = desk_of(Rig())
    desk.parts.chart.follow(Target(unit=1))
    assert map_view(desk).following == "12.01"
    desk.parts.chart.follow(Target(incident=417))
    assert map_view(desk).following == "417"


def test_a_picture_of_reach_comes_along() -> None:
    """Whoever asked for it put it on the chart."""
    desk = desk_of(Rig())
    assert map_view(desk).reach is None
    reach = Reach(
        south=0,
        west=0,
        cell_lat=1,
        cell_lon=1,
        columns=1,
        rows=1,
        within_s=300,
        permille=0,
        permille_after=0,
        reached=b"\x00",
    )
    desk.parts.dispatch.reaching.reach = reach
    assert map_view(desk).reach == reach
