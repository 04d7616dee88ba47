"""How wide each column of the board is."""

import pytest
from attrs import asdict

from console.board.columns import columns


@pytest.mark.parametrize("width", range(0, 300, 3))
def test_no_column_is_ever_narrower_than_nothing(width: int) -> None:
    """However small the panel."""
    assert min(asdict(columns(width, highest=999)).values()) >= 0


def test_the_number_has_room_for_the_highest() -> None:
    """Three digits at least, so that nothing moves at the hundredth incident."""
    assert [columns(120, highest=highest).number for highest in (1, 999, 1_000, 123_456)] == [3, 3, 4, 6]


def test_the_last_word_is_the_first_to_go() -> None:
    """A narrow board keeps what, where and who."""
    narrow, wide = columns(66, highest=99), columns(160, highest=99)
    assert narrow.last == 0
    assert min(narrow.what, narrow.where, narrow.units) > 0
    assert wide.last > 0
