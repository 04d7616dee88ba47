"""A file of calls becomes valid calls; every kind of dirt costs only what it spoils and is counted."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol.model.point import Point
from protocol.model.priority import Priority
from server.rehearse.calls import Call, read_calls
from server.rehearse.errors import ColumnsMissing, FileUnreadable, NothingUsable
from server.rehearse.findings import Done, Findings, Kind, Summary, summary
from server.rehearse.mapping import CallsMapping
from server.rehearse.mapping_file import mapping_of

MAPPING = """
[calls]
time_zone = "Europe/Amsterdam"
time_formats = ["%Y-%m-%d %H:%M"]
source_id = "id"
disposition = "end"
[calls.stages]
received = "rec"
entry = "ent"
dispatched = "dis"
en_route = "enr"
on_scene = "ons"
closed = "clo"
[calls.what]
columns = ["what", "note"]
[calls.priority]
column = "prio"
otherwise = 4
values = {A = 1, B = 2}
[calls.place]
column = "place"
empty = ["n/a"]
[calls.withheld]
column = "secret"
yes = ["y"]
no = ["n"]
[calls.point]
format = "wkt"
column = "point"
[calls.bounds]
south = 51
west = 4
north = 53
east = 5
[calls.on_view]
column = "own"
yes = ["y"]
no = ["n"]
[[calls.keep]]
column = "agency"
values = ["police"]
"""

CLEAN = {
    "id": "7", "rec": "2026-01-10 13:00", "ent": "2026-01-10 13:01", "dis": "2026-01-10 13:02",
    "enr": "2026-01-10 13:03", "ons": "2026-01-10 13:10", "clo": "2026-01-10 14:00", "what": "noise",
    "note": "loud", "prio": "B", "place": "Markt", "secret": "n", "point": "POINT (4.36 52.01)", "own": "n",
    "end": "done", "agency": "police",
}  # fmt: skip


def calls_mapping(text: str = MAPPING) -> CallsMapping:
    """The mapping under test."""
    calls = mapping_of(text.encode(), Path("test.toml")).calls
    assert calls is not None
    return calls


def reading(folder: Path, *rows: dict[str, str], text: str = MAPPING) -> tuple[list[Call], Summary]:
    """What the reader makes of the clean row with these cells changed."""
    file = folder / "calls.csv"
    lines = [",".join(CLEAN), *(",".join(({**CLEAN, **row}).values()) for row in rows)]
    file.write_text("\n".join(lines), encoding="utf-8")
    findings = Findings()
    calls = list(read_calls(file, calls_mapping(text), findings))
    return calls, summary(findings)


def test_a_clean_row_becomes_a_call_in_utc(tmp_path: Path) -> None:
    """Local times become UTC, columns are joined, words become values, and nothing is found."""
    calls, found = reading(tmp_path, {})
    assert calls == [
        Call(
            order=0,
            source_id="7",
            received=datetime(2026, 1, 10, 12, 0, tzinfo=UTC),
            entry=datetime(2026, 1, 10, 12, 1, tzinfo=UTC),
            dispatched=datetime(2026, 1, 10, 12, 2, tzinfo=UTC),
            en_route=datetime(2026, 1, 10, 12, 3, tzinfo=UTC),
            on_scene=datetime(2026, 1, 10, 12, 10, tzinfo=UTC),
            closed=datetime(2026, 1, 10, 13, 0, tzinfo=UTC),
            what="noise, loud",
            priority=Priority.P2,
            place="Markt",
            point=Point(lat_deg=52.01, lon_deg=4.36),
            disposition="done",
            on_view=False,
        )
    ]
    assert found == Summary(rows=1, kept=1, left_out=0, kinds=())


@pytest.mark.parametrize(
    ("row", "kind", "done", "changed"),
    [
        ({"id": ""}, Kind.ID_MISSING, Done.FILLED_IN, {"source_id": "line-2"}),
        (
            {"rec": ""},
            Kind.RECEIVED_MISSING,
            Done.FILLED_IN,
            {"received": datetime(2026, 1, 10, 12, 1, tzinfo=UTC)},
        ),
        ({"dis": "soon"}, Kind.TIME_UNREADABLE, Done.KEPT_WITHOUT_STAGE, {"dispatched": None}),
        ({"dis": "0026-01-10 13:02"}, Kind.TIME_UNREADABLE, Done.KEPT_WITHOUT_STAGE, {"dispatched": None}),
        ({"clo": "2026-01-10 12:00"}, Kind.CLOSED_BEFORE_RECEIVED, Done.KEPT_WITHOUT_STAGE, {"closed": None}),
        (
            {"enr": "2026-01-09 12:00"},
            Kind.STAGE_BEFORE_RECEIVED,
            Done.KEPT_WITHOUT_STAGE,
            {"en_route": None},
        ),
        ({"ons": "2026-01-10 15:00"}, Kind.STAGE_OUT_OF_ORDER, Done.KEPT_WITHOUT_STAGE, {"on_scene": None}),
        ({"ons": ""}, Kind.ON_SCENE_MISSING, Done.IGNORED, {"on_scene": None}),
        ({"clo": ""}, Kind.NEVER_CLOSED, Done.IGNORED, {"closed": None}),
        ({"what": "", "note": ""}, Kind.WHAT_MISSING, Done.FILLED_IN, {"what": "?"}),
        ({"what": "x" * 300, "note": ""}, Kind.TEXT_TOO_LONG, Done.CLEANED, {"what": "x" * 199 + "…"}),
        ({"prio": "Z"}, Kind.PRIORITY_UNKNOWN, Done.FILLED_IN, {"priority": Priority.P4}),
        ({"own": "maybe"}, Kind.FLAG_UNKNOWN, Done.IGNORED, {}),
        ({"place": "n/a"}, Kind.PLACE_MISSING, Done.KEPT_WITHOUT_PLACE, {"place": ""}),
        (
            {"place": "", "point": "", "secret": "y"},
            Kind.PLACE_WITHHELD,
            Done.KEPT_WITHOUT_PLACE,
            {"place": "", "point": None},
        ),
        ({"point": ""}, Kind.POINT_MISSING, Done.KEPT_WITHOUT_POINT, {"point": None}),
        ({"point": "POINT EMPTY"}, Kind.POINT_MISSING, Done.KEPT_WITHOUT_POINT, {"point": None}),
        ({"point": "POINT (4.36)"}, Kind.POINT_UNREADABLE, Done.KEPT_WITHOUT_POINT, {"point": None}),
        ({"point": "POINT (nan nan)"}, Kind.POINT_UNREADABLE, Done.KEPT_WITHOUT_POINT, {"point": None}),
        ({"point": "POINT (4.36 91)"}, Kind.POINT_IMPOSSIBLE, Done.KEPT_WITHOUT_POINT, {"point": None}),
        ({"point": "POINT (52.01 4.36)"}, Kind.POINT_IMPOSSIBLE, Done.KEPT_WITHOUT_POINT, {"point": None}),
    ],
)
def test_each_dirt_costs_only_what_it_spoils(
    tmp_path: Path, row: dict[str, str], kind: Kind, done: Done, changed: dict[str, Any]
) -> None:
    """One dirty cell changes one part of the call, is counted once and is shown with its row and id."""
    (clean,), _none = reading(tmp_path, {})
    (call,), found = reading(tmp_path, row)
    differing = {name: value for name in changed if (value := getattr(call, name)) != getattr(clean, name)}
    assert differing == changed
    assert [(one.kind, one.count, one.done) for one in found.kinds] == [(kind, 1, ((done, 1),))]
    assert [(one.line, one.id) for one in found.kinds[0].examples] == [(2, call.source_id)]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"id": "7"}, Kind.ID_TWICE),
        ({"id": "8", "rec": "", "ent": ""}, Kind.RECEIVED_MISSING),
    ],
)
def test_a_row_is_skipped_only_without_receipt_or_with_a_known_id(
    tmp_path: Path, row: dict[str, str], kind: Kind
) -> None:
    """The first row with an id counts; a call without any time of receipt has no place in time."""
    calls, found = reading(tmp_path, {}, row)
    assert [call.source_id for call in calls] == ["7"]
    assert [(one.kind, one.done) for one in found.kinds] == [(kind, ((Done.ROW_SKIPPED, 1),))]
    assert (found.rows, found.kept) == (2, 1)


def test_what_the_mapping_leaves_out_is_not_dirt(tmp_path: Path) -> None:
    """Rows of another agency are counted apart."""
    calls, found = reading(tmp_path, {}, {"id": "8", "agency": "parking"})
    assert len(calls) == 1
    assert found == Summary(rows=2, kept=1, left_out=1, kinds=())


def test_without_bounds_an_outlier_is_found_by_the_rest_of_the_file(tmp_path: Path) -> None:
    """The median position of the file decides what is too far away."""
    start = MAPPING.index("[calls.bounds]")
    text = MAPPING[:start] + MAPPING[MAPPING.index("[calls.on_view]") :]
    rows = [{"id": str(n), "point": f"POINT (4.3{n} 52.0{n})"} for n in range(9)]
    calls, found = reading(tmp_path, *rows, {"id": "far", "point": "POINT (4.36 50.1)"}, text=text)
    assert [call.source_id for call in calls if call.point is None] == ["far"]
    assert found.count(Kind.POINT_IMPOSSIBLE) == 1


def test_in_the_repeated_hour_a_stage_is_not_put_before_the_one_it_follows(tmp_path: Path) -> None:
    """On the night that clocks go back, 02:50 and then 02:10 are twenty minutes apart, not out of order."""
    (call,), found = reading(
        tmp_path,
        {
            "rec": "2026-10-25 02:50", "ent": "2026-10-25 02:10", "dis": "2026-10-25 02:15",
            "enr": "2026-10-25 02:20", "ons": "2026-10-25 03:00", "clo": "2026-10-25 03:10",
        },
    )  # fmt: skip
    assert (call.received, call.entry) == (
        datetime(2026, 10, 25, 0, 50, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 10, tzinfo=UTC),
    )
    assert found.kinds == ()


def test_a_file_without_a_usable_row_is_an_error(tmp_path: Path) -> None:
    """A rehearsal of nothing is refused, with what was read and what the mapping left out."""
    with pytest.raises(NothingUsable, match="2 read, 1 left out"):
        reading(tmp_path, {"rec": "", "ent": ""}, {"agency": "parking"})


def test_missing_columns_are_an_error_with_all_names(tmp_path: Path) -> None:
    """A wrong mapping for a file shows at once."""
    (tmp_path / "calls.csv").write_text("id,rec\n1,2\n")
    with pytest.raises(ColumnsMissing, match="agency, clo, dis, end"):
        list(read_calls(tmp_path / "calls.csv", calls_mapping(), Findings()))


_cell = st.sampled_from(
    [
        "",
        "7",
        "2026-01-10 13:00",
        "2026-10-25 02:30",
        "9999-12-31 23:59",
        "POINT (1e99 4)",
        "POINT (4.3 52)",
        "A",
        "y",
    ]
)
_rows = st.lists(st.lists(st.one_of(_cell, st.text(max_size=8)), max_size=18).map(",".join), max_size=8)
_any_file = st.one_of(
    st.binary(max_size=200),
    _rows.map(lambda rows: "\n".join([",".join(CLEAN), *rows]).encode("utf-8", "surrogatepass")),
)
_without_bounds = MAPPING.replace("[calls.bounds]\nsouth = 51\nwest = 4\nnorth = 53\neast = 5\n", "").replace(
    '[[calls.keep]]\ncolumn = "agency"\nvalues = ["police"]', ""
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=_any_file, text=st.sampled_from([MAPPING, _without_bounds]))
def test_no_file_breaks_the_reader(tmp_path: Path, raw: bytes, text: str) -> None:
    """Any bytes end in calls that hold their promises, or in one of the reader's own errors."""
    file = tmp_path / "any.csv"
    file.write_bytes(raw)
    findings = Findings()
    try:
        calls = list(read_calls(file, calls_mapping(text), findings))
    except (FileUnreadable, ColumnsMissing, NothingUsable):
        return
    assert len({call.source_id for call in calls}) == len(calls) == summary(findings).kept
    for call in calls:
        later = (call.entry, call.dispatched, call.en_route, call.on_scene, call.closed)
        stages = [call.received, *(stage for stage in later if stage is not None)]
        assert stages == sorted(stages)
        assert 0 < len(call.what) <= 200
