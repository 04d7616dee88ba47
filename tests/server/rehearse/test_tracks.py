"""A file of positions becomes fixes in order of time; what cannot be is dropped and counted."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol.model.point import distance_m
from server.rehearse.errors import ColumnsMissing, FileUnreadable, NothingUsable
from server.rehearse.findings import Done, Findings, Kind, Summary, summary
from server.rehearse.mapping import TracksMapping
from server.rehearse.mapping_file import mapping_of
from server.rehearse.tracks import Fix, read_tracks, survey_tracks

MAPPING = """
[tracks]
time_zone = "UTC"
time_formats = ["epoch"]
at = "t"
vehicle = "v"
max_speed_mps = 50
jump_slack_m = 100
reorder_window_s = 10
max_gap_s = 3600
[tracks.point]
format = "lat_lon"
lat = "lat"
lon = "lon"
"""
BOUNDS = """
[tracks.bounds]
south = 51
west = 4
north = 53
east = 5
"""


def tracks_mapping(text: str = MAPPING + BOUNDS) -> TracksMapping:
    """The mapping under test."""
    tracks = mapping_of(text.encode(), Path("test.toml")).tracks
    assert tracks is not None
    return tracks


def reading(folder: Path, *rows: str, text: str = MAPPING + BOUNDS) -> tuple[list[Fix], Summary]:
    """What the reader makes of these rows."""
    file = folder / "tracks.csv"
    file.write_text("\n".join(["t,v,lat,lon", *rows]), encoding="utf-8")
    findings = Findings()
    fixes = list(read_tracks(file, tracks_mapping(text), findings))
    return fixes, summary(findings)


def short(fixes: list[Fix]) -> list[tuple[int, str]]:
    """Only when and who."""
    return [(int(fix.at.timestamp()), fix.vehicle) for fix in fixes]


A, B = "100,a,52.01,4.36", "101,b,52.02,4.36"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("102,,52.01,4.36", Kind.VEHICLE_MISSING),
        ("102," + "x" * 201 + ",52.01,4.36", Kind.TEXT_TOO_LONG),
        ("soon,a,52.01,4.36", Kind.TIME_UNREADABLE),
        ("1e30,a,52.01,4.36", Kind.TIME_UNREADABLE),
        ("102,a,,", Kind.POINT_MISSING),
        ("102,a,52.01,east", Kind.POINT_UNREADABLE),
        ("102,a,152.01,4.36", Kind.POINT_IMPOSSIBLE),
        ("102,a,50.01,4.36", Kind.POINT_IMPOSSIBLE),
        ("102,a,52.02,4.36", Kind.JUMP_IMPOSSIBLE),
        ("101,b,52.02,4.36", Kind.FIX_TWICE),
        ("101,b,52.0201,4.36", Kind.FIX_CONTRADICTS),
        ("80,a,52.01,4.36", Kind.FIX_TOO_LATE),
        ("9000,a,52.01,4.36", Kind.TIME_JUMP),
    ],
)
def test_a_fix_that_cannot_be_is_dropped_and_counted(tmp_path: Path, row: str, kind: Kind) -> None:
    """The fixes around it are read as if it were not there."""
    fixes, found = reading(tmp_path, A, B, row, "103,b,52.02,4.36")
    assert short(fixes) == [(100, "a"), (101, "b"), (103, "b")]
    assert [(one.kind, one.done) for one in found.kinds] == [(kind, ((Done.ROW_SKIPPED, 1),))]
    assert [one.line for one in found.kinds[0].examples] == [4]
    assert (found.rows, found.kept) == (4, 3)


def test_rows_a_little_late_are_put_in_order(tmp_path: Path) -> None:
    """Within the reorder window nothing is lost: the fixes come sorted by time, then by file."""
    fixes, found = reading(tmp_path, B, A, "105,a,52.01,4.36", "105,b,52.02,4.36", "104,c,52.03,4.36")
    assert short(fixes) == [(100, "a"), (101, "b"), (104, "c"), (105, "a"), (105, "b")]
    assert [(one.kind, one.done) for one in found.kinds] == [
        (Kind.FIX_OUT_OF_ORDER, ((Done.PUT_IN_ORDER, 2),))
    ]


def test_a_wrong_position_is_forgotten_as_time_passes(tmp_path: Path) -> None:
    """If the position kept was the wrong one, the right ones come through once the distance can be driven."""
    fixes, found = reading(
        tmp_path, "100,a,52.20,4.36", "110,a,52.01,4.36", "120,a,52.01,4.36", "600,a,52.01,4.36"
    )
    assert short(fixes) == [(100, "a"), (600, "a")]
    assert found.count(Kind.JUMP_IMPOSSIBLE) == 2


def test_a_real_gap_is_no_wrong_time(tmp_path: Path) -> None:
    """Two rows far ahead agree with each other: the file has a pause, and goes on after it."""
    fixes, found = reading(tmp_path, A, B, "9000,a,52.01,4.36", "9001,b,52.02,4.36")
    assert [at for at, _vehicle in short(fixes)] == [100, 101, 9000, 9001]
    assert found.kinds == ()


def test_a_wrong_first_time_does_not_make_the_rest_late(tmp_path: Path) -> None:
    """A first row of the year 2033 is dropped, not everything after it."""
    fixes, found = reading(tmp_path, "2000000000,a,52.01,4.36", A, B)
    assert short(fixes) == [(100, "a"), (101, "b")]
    assert [one.kind for one in found.kinds] == [Kind.TIME_JUMP]


def test_a_single_row_is_a_track(tmp_path: Path) -> None:
    """One row has nothing to be confirmed by, and is kept."""
    fixes, _found = reading(tmp_path, A)
    assert short(fixes) == [(100, "a")]


def test_without_bounds_the_file_itself_says_what_is_far(tmp_path: Path) -> None:
    """A vehicle's first position in another country is dropped by the outlier rule."""
    near = [f"{100 + n},v{n},52.0{n},4.36" for n in range(9)]
    fixes, found = reading(tmp_path, *near, "109,far,37.77,-122.42", text=MAPPING)
    assert "far" not in {fix.vehicle for fix in fixes}
    assert found.count(Kind.POINT_IMPOSSIBLE) == 1


def test_a_survey_tells_span_and_dirt_before_anything_is_played(tmp_path: Path) -> None:
    """The caller can place the tracks on the clock, and show what is wrong with them, beforehand."""
    reading(tmp_path, A, B, "102,a,,")
    survey = survey_tracks(tmp_path / "tracks.csv", tracks_mapping())
    assert (survey.first, survey.last) == (datetime.fromtimestamp(100, UTC), datetime.fromtimestamp(101, UTC))
    assert (survey.fixes, survey.summary.count(Kind.POINT_MISSING)) == (2, 1)
    assert survey.vehicles == ("a", "b")


def test_tracks_without_a_usable_row_are_an_error(tmp_path: Path) -> None:
    """Nothing to play is said, not played."""
    with pytest.raises(NothingUsable, match="1 read"):
        reading(tmp_path, "102,a,,")


_row = st.tuples(
    st.sampled_from(["100", "101", "105", "130", "9000", "-5", "x", ""]),
    st.sampled_from(["a", "b", ""]),
    st.sampled_from(["52.01", "52.0101", "52.5", "nan", "-91"]),
    st.sampled_from(["4.36", "4,37", "181", ""]),
).map(",".join)
_any_file = st.one_of(
    st.binary(max_size=120),
    st.lists(_row, max_size=12).map(lambda rows: "\n".join(["t,v,lat,lon", *rows]).encode()),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=_any_file, text=st.sampled_from([MAPPING, MAPPING + BOUNDS]))
def test_no_file_breaks_the_reader_and_what_comes_out_can_be_driven(
    tmp_path: Path, raw: bytes, text: str
) -> None:
    """Any bytes end in ordered fixes under the limit, every row counted, or in the reader's own error."""
    file = tmp_path / "any.csv"
    file.write_bytes(raw)
    findings = Findings()
    try:
        fixes = list(read_tracks(file, tracks_mapping(text), findings))
    except (FileUnreadable, ColumnsMissing, NothingUsable):
        return
    assert [fix.at for fix in fixes] == sorted(fix.at for fix in fixes)
    for vehicle in {fix.vehicle for fix in fixes}:
        own = [fix for fix in fixes if fix.vehicle == vehicle]
        for one, other in pairwise(own):
            assert distance_m(one.point, other.point) <= 100 + 50 * (other.at - one.at).total_seconds()
    found = summary(findings)
    skipped = sum(dict(one.done).get(Done.ROW_SKIPPED, 0) for one in found.kinds)
    assert found.rows == found.kept + skipped


def test_the_error_of_a_receiver_is_no_jump(tmp_path: Path) -> None:
    """At 50 m/s with 100 m of slack, 89 m in one second is noise, and 167 m is a jump."""
    fixes, found = reading(tmp_path, A, "101,a,52.0108,4.36", "102,a,52.0123,4.36")
    assert short(fixes) == [(100, "a"), (101, "a")]
    assert found.count(Kind.JUMP_IMPOSSIBLE) == 1
