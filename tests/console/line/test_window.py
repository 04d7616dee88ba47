"""Which part of a timeline is in view."""

from hypothesis import given
from hypothesis import strategies as st

from console.line.window import Anchor, anchor_at, first_in_view

HEIGHTS = st.lists(st.integers(1, 5), min_size=1, max_size=40)


@given(HEIGHTS, st.integers(1, 20))
def test_without_a_selection_the_newest_is_at_the_bottom(heights: list[int], height: int) -> None:
    """Nobody reads back: the last row is the last in view."""
    first = first_in_view(heights, anchor=Anchor(), selected=None, height=height)
    assert max(0, sum(heights) - height) == first


@given(HEIGHTS, HEIGHTS, st.integers(5, 20), st.data())
def test_new_entries_do_not_move_what_is_read(
    heights: list[int], more: list[int], height: int, data: st.DataObject
) -> None:
    """Looking back, the first row in view stays the same whatever comes in below."""
    selected = data.draw(st.integers(0, len(heights) - 1))
    first = first_in_view(heights, anchor=Anchor(), selected=selected, height=height)
    anchor = anchor_at(heights, first)
    assert first == first_in_view(heights + more, anchor=anchor, selected=selected, height=height)


@given(HEIGHTS, st.integers(5, 20), st.data())
def test_the_selected_entry_is_in_view(heights: list[int], height: int, data: st.DataObject) -> None:
    """The entry on which one stands is wholly in view."""
    selected = data.draw(st.integers(0, len(heights) - 1))
    entry = data.draw(st.integers(0, len(heights) - 1))
    first = first_in_view(heights, anchor=Anchor(entry=entry), selected=selected, height=height)
    start = sum(heights[:selected])
    assert first <= start
    assert start + heights[selected] <= first + height


@given(HEIGHTS, st.data())
def test_an_anchor_finds_its_row_again(heights: list[int], data: st.DataObject) -> None:
    """Row to anchor and back gives the same row."""
    row = data.draw(st.integers(0, sum(heights) - 1))
    anchor = anchor_at(heights, row)
    assert row == sum(heights[: anchor.entry]) + anchor.row
