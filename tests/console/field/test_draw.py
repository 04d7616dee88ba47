"""How a line that is being typed looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.field.draw import draw_edit, first_shown
from console.field.edit import Edit, holding
from console.harmless import harmless
from console.paint.tone import Tone


@given(st.lists(st.integers(1, 2), max_size=80), st.data(), st.integers(4, 40))
def test_the_caret_is_always_in_view(widths: list[int], data: st.DataObject, width: int) -> None:
    """Whatever the characters take, what stands before the caret leaves a column for it."""
    caret = data.draw(st.integers(0, len(widths)))
    start = first_shown(widths, caret, width)
    assert 0 <= start <= caret
    assert sum(widths[start:caret]) < width


def test_a_typed_character_seldom_moves_the_row() -> None:
    """The part that is shown goes on in steps of half the width."""
    starts = [first_shown([1] * 60, caret, 20) for caret in range(61)]
    assert sorted(starts) == starts
    assert len(set(starts)) <= 6


def test_only_a_focused_line_has_a_caret() -> None:
    """At the end it stands on a blank, else on its character."""
    assert draw_edit(holding("brand"), 20, harmless=harmless, focused=False) == (("brand", Tone.PLAIN),)
    ended = draw_edit(holding("brand"), 20, harmless=harmless, focused=True)
    assert ended[1] == (" ", Tone.CARET)
    within = draw_edit(Edit(text="brand", caret=1), 20, harmless=harmless, focused=True)
    assert within == (("b", Tone.PLAIN), ("r", Tone.CARET), ("and", Tone.PLAIN))


@pytest.mark.parametrize("width", [-1, 0, 1])
def test_where_there_is_no_room_nothing_is_drawn(width: int) -> None:
    """Not even a caret."""
    assert draw_edit(holding("brand"), width, harmless=harmless, focused=True) == ()
