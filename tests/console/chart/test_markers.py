"""Signs on the map, and where units are heading."""

from datetime import timedelta

import pytest

from console.chart.markers import Seen, incident_markers, markers, melder_marker, unit_marker
from console.chart.tracks import Tracks, arrow
from console.paint.tone import Tone
from console.units.standing import Standing
from protocol.facts.contact import MelderSafe, MelderShared
from protocol.model.fix import Fix
from protocol.model.text import Name
from protocol.model.unit import Unit
from tests.console.rig import START, Rig, place, point

UNIT = Unit(id=1, call_sign=Name("12.03"), since=START)


def seen(age_s: int, heading_deg: float | None = None) -> Seen:
    """The unit with a position of this age."""
    return Seen(
        standing=Standing(unit=UNIT, position_age_s=age_s),
        fix=Fix(unit=1, point=point(), at=START),
        heading_deg=heading_deg,
    )


@pytest.mark.parametrize(
    ("age_s", "sign", "text", "tone"),
    [
        (5, "→", "12.03", Tone.FREE),
        (30, "→", "12.03 30s", Tone.FREE),
        (90, "◆", "12.03~ 1m", Tone.DIM),
        (1_200, "?", "12.03~ 20m", Tone.DIM),
    ],
)
def test_a_position_fades_with_its_age(age_s: int, sign: str, text: str, tone: Tone) -> None:
    """A fresh unit has an arrow; an older one its age; a stale one fades and has no direction."""
    marker = unit_marker(seen(age_s, 90.0), selected=False, on_selected=False)
    assert (sign, text, tone) == (marker.sign, marker.text, marker.tone)


def test_arrows_follow_the_compass() -> None:
    """Eight directions, each for 45 degrees around it."""
    assert "".join(arrow(45.0 * step) for step in range(9)) == "↑↗→↘↓↙←↖↑"


def test_heading_comes_from_steps() -> None:
    """Two fixes apart give a direction; jitter gives none, and standing still ends it."""
    tracks = Tracks()
    tracks.take([Fix(unit=1, point=point(0, 0), at=START)])
    assert tracks.heading_deg(1) is None
    tracks.take([Fix(unit=1, point=point(50, 0), at=START + timedelta(seconds=5))])
    assert tracks.heading_deg(1) == pytest.approx(90, abs=1)
    tracks.take([Fix(unit=1, point=point(53, 2), at=START + timedelta(seconds=10))])
    assert tracks.heading_deg(1) == pytest.approx(90, abs=1)
    tracks.take([Fix(unit=1, point=point(53, 2), at=START + timedelta(seconds=60))])
    assert tracks.heading_deg(1) is None


def test_an_old_fix_changes_nothing() -> None:
    """What arrives late does not turn the arrow round."""
    tracks = Tracks()
    tracks.take([Fix(unit=1, point=point(0, 0), at=START), Fix(unit=1, point=point(50), at=START)])
    tracks.take([Fix(unit=1, point=point(-500), at=START - timedelta(seconds=9))])
    assert len(tracks.trail(1)) == 2


def test_the_selected_and_the_urgent_come_first() -> None:
    """What matters most is drawn and named first."""
    rig = Rig()
    rig.open(1, where=place("a", 0), priority=3)
    rig.open(2, where=place("b", 10), priority=1)
    rig.open(3, where=place("c", 20), priority=4)
    rig.open(4, where=place("nowhere"), priority=1)
    found = markers(
        incident_markers(rig.board.open_incidents(), selected=3), [seen(5)], incident=3, unit=None
    )
    assert [marker.incident for marker in found] == [3, 2, None, 1]


def test_the_melder_is_where_the_phone_says() -> None:
    """A sign of its own with the incident's number; another tone once the melder is safe."""
    rig = Rig()
    rig.open(417, where=place("Markt 1", 0, 0))
    assert melder_marker(rig.board.incidents[417]) is None
    rig.happen(MelderShared(incident=417, point=point(40, 0)), by="melder")
    marker = melder_marker(rig.board.incidents[417])
    assert marker is not None
    rig.happen(MelderSafe(incident=417), by="melder")
    safe = melder_marker(rig.board.incidents[417])
    assert safe is not None
    assert (marker.sign, marker.text, marker.tone, safe.tone) == ("☎", "417", Tone.MELDER, Tone.GOOD)
