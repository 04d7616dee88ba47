"""Where everything stands, at every size."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from console.actions.action import Where
from console.plan.head_rows import OVER
from console.plan.room_plan import WIDE_FROM, plan

WIDTHS = st.integers(60, 240)
HEIGHTS = st.integers(16, 70)
PANELS = st.sampled_from([Where.BOARD, Where.UNITS, Where.MAP, Where.LINE])


@given(WIDTHS, HEIGHTS, PANELS, st.booleans(), st.booleans(), st.booleans(), st.integers(0, 9))
def test_everything_fits_and_nothing_overlaps(
    width: int, height: int, main: Where, alarm: bool, melding: bool, recommend: bool, emergency: int
) -> None:
    """At every size each part has room on the screen, also under what asks and the banner of an emergency."""
    places = plan(
        width, height, main=main, alarm=alarm, melding=melding, recommend=recommend, emergency=emergency
    )
    screen = Region(0, 0, width, height)
    assert all(screen.contains_region(place) for place in places.values())
    solid = list(places.values())
    assert not any(one.overlaps(other) for one, other in combinations(solid, 2))
    assert width * height == sum(place.area for place in solid)


@given(WIDTHS, HEIGHTS, PANELS)
def test_bars_are_always_there(width: int, height: int, main: Where) -> None:
    """The row, its notice and the status line are the last three rows, at full width."""
    places = plan(width, height, main=main)
    assert [Region(0, height - 3 + row, width, 1) for row in range(3)] == [
        places[name] for name in ("row", "notice", "status")
    ]


@given(WIDTHS, HEIGHTS, PANELS, st.booleans(), st.integers(0, 30))
def test_what_calls_takes_no_more_than_a_third_and_moves_no_row_in_which_one_types(
    width: int, height: int, main: Where, alarm: bool, emergency: int
) -> None:
    """Above every panel; the rows at the foot stand where they stood."""
    quiet = plan(width, height, main=main)
    places = plan(width, height, main=main, alarm=alarm, emergency=emergency)
    over = [places[name] for name in OVER if name in places]
    assert sum(place.height for place in over) <= height // 3
    under = (place for name, place in places.items() if name not in OVER)
    assert all(place.y >= each.bottom for place in under for each in over)
    foot = ("row", "notice", "status")
    assert [places[name] for name in foot] == [quiet[name] for name in foot]


@given(WIDTHS, HEIGHTS, PANELS)
def test_the_panel_with_the_keys_is_in_view(width: int, height: int, main: Where) -> None:
    """Whichever panel has the keys can be seen, and so can the line."""
    places = plan(width, height, main=main)
    assert {main.value, "line"} <= set(places)
    assert places[main.value].height >= 4


@given(st.integers(WIDE_FROM, 240), st.integers(40, 70), PANELS)
def test_large_screens_show_everything(width: int, height: int, main: Where) -> None:
    """From 110 x 40 all four panels are in view."""
    assert {"board", "units", "map", "line"} <= set(plan(width, height, main=main))


@given(WIDTHS, st.integers(24, 70), PANELS, st.booleans())
def test_the_list_of_who_could_go_has_room_for_eight(
    width: int, height: int, main: Where, melding: bool
) -> None:
    """From 24 rows on, over the row, and the panel with the keys stays in view."""
    places = plan(width, height, main=main, melding=melding, recommend=True)
    assert places["recommend"].height >= 9
    assert places["recommend"].bottom == places["row"].y
    assert main is Where.LINE or main.value in places


@given(WIDTHS, HEIGHTS, PANELS)
def test_the_deeds_lie_right_above_the_row_and_move_nothing(width: int, height: int, main: Where) -> None:
    """Two rows of 80 columns, three of 60."""
    before = plan(width, height, main=main)
    places = dict(plan(width, height, main=main, deeds=True))
    deeds = places.pop("deeds")
    assert places == before
    assert (deeds.width, deeds.bottom) == (width, places["row"].y)
    assert deeds.height == (2 if width >= 80 else 3)


@given(WIDTHS, HEIGHTS, PANELS)
def test_a_form_goes_before_the_list(width: int, height: int, main: Where) -> None:
    """Whoever types needs the room."""
    assert "recommend" not in plan(width, height, main=main, form=True, recommend=True)
