"""What goes into a piece: what is in view first, whoever waits longest first, and never more than fits."""

from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.fix import Fix
from protocol.model.moment import from_ms
from protocol.model.point import from_grid
from protocol.model.window import Window, window_around
from protocol.wire.frames import encode
from protocol.wire.messages import Positions
from server.hub.fix_choice import OTHERS_EVERY, in_turn, piece_of

NOW_MS = 1_790_000_000_000
HERE, FAR = 5_192_000, 5_300_000
WINDOW = window_around(south=HERE - 5_000, west=440_000, north=HERE + 5_000, east=460_000)


def fix(unit: int, lat: int = HERE, age_ms: int = 0) -> Fix:
    """Where a unit was, so long ago."""
    return Fix(unit=unit, point=from_grid(lat, 449_000 + unit), at=from_ms(NOW_MS - age_ms))


def turn(fixes: dict[int, Fix], told: dict[int, int], window: Window | None) -> list[int]:
    """The order in which these go."""
    return list(in_turn(fixes, fixes, lambda unit: told.get(unit, 0), window))


def test_without_a_window_whoever_waits_longest_is_first() -> None:
    """Those never told before all; of equals the lower number."""
    fixes = {unit: fix(unit) for unit in (1, 2, 3, 4)}
    assert turn(fixes, {1: 5, 2: 3, 4: 3}, None) == [3, 2, 4, 1]


def test_what_is_in_view_goes_first_and_a_share_to_the_others() -> None:
    """One in four of each piece, so that nobody is forgotten; the rest behind when the view is done."""
    fixes = {unit: fix(unit, HERE if unit <= 7 else FAR) for unit in range(1, 13)}
    assert turn(fixes, {}, WINDOW) == [1, 2, 3, 8, 4, 5, 6, 9, 7, 10, 11, 12]


@pytest.mark.parametrize(("here", "others"), [(40, 0), (0, 40), (9, 31), (31, 9), (20, 400)])
def test_everybody_is_heard_of_within_a_bounded_number_of_pieces(here: int, others: int) -> None:
    """However long all of them keep moving: those in view within their share, the others within theirs."""
    size = 8
    fixes = {unit: fix(unit, HERE if unit <= here else FAR) for unit in range(1, here + others + 1)}
    told: dict[int, int] = {}
    most = {
        True: -(-here * OTHERS_EVERY // ((OTHERS_EVERY - 1) * size)),
        False: -(-others * OTHERS_EVERY // size),
    }
    gaps: dict[int, int] = dict.fromkeys(fixes, 0)
    for piece in islice(count(1), 200):
        for unit in turn(fixes, told, WINDOW)[:size]:
            gaps[unit] = max(gaps[unit], piece - told.get(unit, 0))
            told[unit] = piece
    assert set(told) == set(fixes)
    for unit, gap in gaps.items():
        assert gap <= most[unit <= here] + 1


@given(
    st.dictionaries(st.integers(1, 100_000), st.tuples(st.integers(0, 9_000_000), st.integers(0, 90_000))),
    st.integers(0, 400),
)
def test_a_piece_fits_and_holds_the_first_ones(places: dict[int, tuple[int, int]], most_bytes: int) -> None:
    """Whatever cells and ages they have: as many as fit, and always one."""
    fixes = {unit: fix(unit, lat, age_ms) for unit, (lat, age_ms) in places.items()}
    if not fixes:
        return
    chosen, frame = piece_of(iter(fixes), fixes, most_bytes=most_bytes, now_ms=NOW_MS)
    assert chosen == list(fixes)[: len(chosen)]
    assert len(chosen) >= 1
    assert len(frame) <= most_bytes or len(chosen) == 1
    assert frame == encode(Positions(fixes=tuple(fixes[unit] for unit in chosen)), now_ms=NOW_MS)


def test_a_piece_is_nearly_full() -> None:
    """A position takes some five bytes in there, as in a whole frame."""
    fixes = {unit: fix(unit, HERE + unit) for unit in range(1, 501)}
    chosen, frame = piece_of(iter(fixes), fixes, most_bytes=300, now_ms=NOW_MS)
    assert len(frame) > 280
    assert len(frame) / len(chosen) <= 5.5
