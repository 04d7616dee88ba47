"""Where units came from."""

from datetime import timedelta

import pytest

from console.chart.tracks import KEPT, STILL_AFTER_S, Tracks, arrow
from protocol.model.fix import Fix
from protocol.model.point import Point
from tests.console.rig import START, point


def fix(where: Point, seconds: float) -> Fix:
    """Unit 1 there, so long after the start."""
    return Fix(unit=1, point=where, at=START + timedelta(seconds=seconds))


def test_a_unit_heads_where_its_last_step_went() -> None:
    """North-east is 45 degrees."""
    tracks = Tracks()
    tracks.take([fix(point(0, 0), 0), fix(point(100, 100), 5)])
    assert tracks.heading_deg(1) == pytest.approx(45, abs=1)
    assert len(tracks.trail(1)) == 2


def test_noise_is_no_travel() -> None:
    """A receiver at rest wanders some metres, and the arrow does not turn with it."""
    tracks = Tracks()
    tracks.take([fix(point(0, 0), 0), fix(point(3, 2), 5), fix(point(-2, 4), 10)])
    assert (tracks.heading_deg(1), len(tracks.trail(1))) == (None, 1)


def test_who_stands_still_heads_nowhere() -> None:
    """After a while without a step the arrow goes."""
    tracks = Tracks()
    tracks.take([fix(point(0, 0), 0), fix(point(100, 0), 5)])
    assert tracks.heading_deg(1) is not None
    tracks.take([fix(point(101, 0), 5 + STILL_AFTER_S)])
    assert tracks.heading_deg(1) is None


def test_a_late_report_does_not_turn_a_unit_round() -> None:
    """What is older than the newest is left out."""
    tracks = Tracks()
    tracks.take([fix(point(0, 0), 10), fix(point(100, 0), 20), fix(point(-900, 0), 5)])
    assert tracks.heading_deg(1) == pytest.approx(90, abs=1)


def test_only_the_last_steps_are_kept() -> None:
    """A trail says where from, not where all day."""
    tracks = Tracks()
    tracks.take(fix(point(at * 50, 0), at) for at in range(30))
    assert len(tracks.trail(1)) == KEPT
    assert tracks.trail(2) == ()


@pytest.mark.parametrize(("heading_deg", "sign"), [(0, "↑"), (44, "↗"), (90, "→"), (181, "↓"), (350, "↑")])
def test_the_nearest_arrow(heading_deg: float, sign: str) -> None:
    """Eight of them."""
    assert arrow(heading_deg) == sign
