"""The times of one call: those that contradict the rest are dropped, and told."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rehearse.findings import Done, Kind
from server.rehearse.mapping import StageColumns
from server.rehearse.moments import TimeReading
from server.rehearse.stages import Stages, in_order, read_stages

COLUMNS = StageColumns(received="received", entry="entry", on_scene="on_scene", closed="closed")
TIME = TimeReading(zone=ZoneInfo("UTC"), formats=("iso",))


def _at(minute: int) -> datetime:
    return datetime(2026, 1, 16, 12, minute, tzinfo=UTC)


def _read(**minutes: int | str) -> tuple[Stages | None, list[tuple[Kind, Done]]]:
    """The stages of a row with these minutes, or words, and what was noted."""
    cells = dict.fromkeys(("received", "entry", "on_scene", "closed"), "")
    cells |= {
        stage: value if isinstance(value, str) else _at(value).isoformat() for stage, value in minutes.items()
    }
    noted: list[tuple[Kind, Done]] = []

    def note(kind: Kind, done: Done, found: str = "") -> None:
        noted.append((kind, done))

    return read_stages(cells, COLUMNS, TIME, note), noted


def test_times_that_agree_are_kept() -> None:
    """Without a word."""
    stages, noted = _read(received=1, entry=2, on_scene=3, closed=4)
    assert stages == Stages(received=_at(1), entry=_at(2), on_scene=_at(3), closed=_at(4))
    assert noted == []


@pytest.mark.parametrize(
    ("minutes", "kept", "noted"),
    [
        (
            {"received": 5, "entry": 6, "on_scene": 7, "closed": 4},
            Stages(received=_at(5), entry=_at(6), on_scene=_at(7)),
            [(Kind.CLOSED_BEFORE_RECEIVED, Done.KEPT_WITHOUT_STAGE)],
        ),
        (
            {"received": 5, "entry": 9, "on_scene": 7, "closed": 8},
            Stages(received=_at(5), on_scene=_at(7), closed=_at(8)),
            [(Kind.STAGE_OUT_OF_ORDER, Done.KEPT_WITHOUT_STAGE)],
        ),
        (
            {"entry": 6, "on_scene": 7, "closed": 8},
            Stages(received=_at(6), entry=_at(6), on_scene=_at(7), closed=_at(8)),
            [(Kind.RECEIVED_MISSING, Done.FILLED_IN)],
        ),
        (
            {"received": 5},
            Stages(received=_at(5)),
            [(Kind.ON_SCENE_MISSING, Done.IGNORED), (Kind.NEVER_CLOSED, Done.IGNORED)],
        ),
    ],
)
def test_what_clashes_or_lacks_is_told_with_what_was_done(
    minutes: dict[str, int], kept: Stages, noted: list[tuple[Kind, Done]]
) -> None:
    """The call is played without that stage."""
    assert _read(**minutes) == (kept, noted)


def test_a_call_of_which_nobody_knows_when_it_came_is_skipped() -> None:
    """Whether that was unreadable or absent."""
    stages, noted = _read(received="gisteren", on_scene=7, closed=8)
    assert stages is None
    assert (Kind.TIME_UNREADABLE, Done.ROW_SKIPPED) in noted
    assert _read(on_scene=7, closed=8) == (None, [(Kind.RECEIVED_MISSING, Done.ROW_SKIPPED)])


@given(st.lists(st.integers(0, 59), max_size=5))
def test_the_fewest_are_dropped_and_what_is_kept_never_goes_back(minutes: list[int]) -> None:
    """Of equals the later stage stays, so that a call that was closed does close."""
    given_times = {str(place): _at(minute) for place, minute in enumerate(minutes)}
    kept = in_order(given_times)
    assert all(a <= b for a, b in pairwise(kept.values()))
    assert list(kept) == sorted(kept)
    assert bool(kept) == bool(minutes)
    assert in_order({"a": _at(5), "b": _at(3)}) == {"b": _at(3)}
