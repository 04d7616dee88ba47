"""The readers against the real files of San Francisco: every count of dirt was also made another way."""

import csv
import math
from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from server.rehearse.calls import Call, read_calls
from server.rehearse.findings import Findings, Kind, summary
from server.rehearse.mapping import RehearsalMapping
from server.rehearse.mapping_file import read_mapping, shipped
from server.rehearse.schedule import moved_start, plan, steps
from server.rehearse.tracks import Fix, read_tracks, survey_tracks

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
CALLS = DATA / "calls" / "sf_law_dispatched_calls_realtime.csv"
TRACKS = DATA / "tracks" / "sf_cabs_2008-06-06_evening.csv"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (CALLS.is_file() and TRACKS.is_file()), reason="needs shared/data beside it"),
]


Counts = tuple[list[Call], tuple[int, int, int], dict[Kind, int]]


@pytest.fixture(scope="module")
def mapping() -> RehearsalMapping:
    """The mapping that comes with the program."""
    return read_mapping(shipped())


def counts(mapping: RehearsalMapping, *, police_only: bool) -> Counts:
    """Calls, (rows, kept, left out) and the count per kind."""
    assert mapping.calls is not None
    findings = Findings()
    chosen = mapping.calls if police_only else evolve(mapping.calls, keep=())
    calls = list(read_calls(CALLS, chosen, findings))
    found = summary(findings)
    return calls, (found.rows, found.kept, found.left_out), {one.kind: one.count for one in found.kinds}


def test_the_dirt_of_all_agencies_is_what_was_counted_before(mapping: RehearsalMapping) -> None:
    """Of all rows: pinned, and counted again here with csv.DictReader and plain comparisons of the columns.

    The second count shares no code with the reader: it parses with strptime and compares naive local times.
    """
    calls, rows, found = counts(mapping, police_only=False)
    assert rows == (3370, 3370, 0)
    assert found == {
        Kind.PLACE_WITHHELD: 951,
        Kind.ON_SCENE_MISSING: 581,
        Kind.NEVER_CLOSED: 578,
        Kind.PLACE_MISSING: 18,
        Kind.POINT_MISSING: 18,
        Kind.STAGE_OUT_OF_ORDER: 7,
    }
    again = by_hand(lambda _row: True)
    assert found == again
    assert Counter(call.priority.value for call in calls) == {1: 393, 2: 829, 3: 2148}
    assert sum(call.on_view for call in calls) == 1108


def test_the_dirt_of_the_police_is_what_was_counted_before(mapping: RehearsalMapping) -> None:
    """Of the rows that the shipped mapping keeps: pinned and counted again in the same independent way."""
    calls, rows, found = counts(mapping, police_only=True)
    assert rows == (3370, 2533, 837)
    assert found == {
        Kind.PLACE_WITHHELD: 916,
        Kind.ON_SCENE_MISSING: 134,
        Kind.NEVER_CLOSED: 132,
        Kind.PLACE_MISSING: 12,
        Kind.POINT_MISSING: 12,
        Kind.STAGE_OUT_OF_ORDER: 5,
    }
    assert found == by_hand(lambda row: row["agency"] == "Police")
    assert len([call for call in calls if call.point is not None]) == 1605


def by_hand(keep: Callable[[dict[str, str]], bool]) -> dict[Kind, int]:
    """The independent count; pair by pair, no stages of this file clash but with the close."""
    count: Counter[Kind] = Counter()
    form = "%Y/%m/%d %I:%M:%S %p"
    with CALLS.open(newline="", encoding="utf-8") as file:
        for row in filter(keep, csv.DictReader(file)):
            scene, close = row["onscene_datetime"], row["close_datetime"]
            count[Kind.ON_SCENE_MISSING] += not scene
            count[Kind.NEVER_CLOSED] += not close
            none = row["intersection_name"] in ("", "Not Available")
            secret = row["sensitive_call"] == "true"
            count[Kind.PLACE_WITHHELD] += none and secret
            count[Kind.PLACE_MISSING] += none and not secret
            count[Kind.POINT_MISSING] += not row["intersection_point"] and not secret
            if scene and close:
                at_scene, at_close = (
                    datetime.strptime(text, form)  # noqa: DTZ007 - only compared
                    for text in (scene, close)
                )
                count[Kind.STAGE_OUT_OF_ORDER] += at_scene > at_close
    return dict(count)


def test_where_stages_clash_the_fewest_are_dropped(mapping: RehearsalMapping) -> None:
    """Five calls were closed before "on scene" was pressed: that stage goes. Two were sent out after their
    close: the close goes, as it contradicts three stages. Read off the seven rows by eye.
    """
    calls, _rows, _found = counts(mapping, police_only=False)
    by_id = {call.source_id: call for call in calls}
    scene_dropped = {"37195963", "37197144", "37196201", "37199796", "37189347"}
    close_dropped = {"37190547", "37201100"}
    with CALLS.open(newline="", encoding="utf-8") as file:
        clashing = {
            row["id"]: by_id[row["cad_number"]]
            for row in csv.DictReader(file)
            if row["id"] in scene_dropped | close_dropped
        }
    assert {source_id for source_id, call in clashing.items() if call.on_scene is None} == scene_dropped
    assert {source_id for source_id, call in clashing.items() if call.closed is None} == close_dropped


def test_the_dirt_of_the_tracks_is_what_was_counted_before(mapping: RehearsalMapping) -> None:
    """Pinned, and counted again with csv.reader and the chord between unit vectors, not the haversine."""
    assert mapping.tracks is not None
    survey = survey_tracks(TRACKS, mapping.tracks)
    found = {one.kind: one.count for one in survey.summary.kinds}
    assert (survey.summary.rows, survey.fixes, len(survey.vehicles)) == (196_486, 195_401, 491)
    assert found == {Kind.JUMP_IMPOSSIBLE: 1_084, Kind.POINT_IMPOSSIBLE: 1}
    last: dict[str, tuple[int, tuple[float, float, float]]] = {}
    again: Counter[Kind] = Counter()
    with TRACKS.open(newline="", encoding="utf-8") as file:
        for epoch, vehicle, lat, lon, _occupied in list(csv.reader(file))[1:]:
            if not (36.9 <= float(lat) <= 38.6 and -123.2 <= float(lon) <= -121.2):
                again[Kind.POINT_IMPOSSIBLE] += 1
                continue
            north, east = math.radians(float(lat)), math.radians(float(lon))
            here = (math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north))
            then, there = last.get(vehicle, (0, here))
            chord = math.dist(here, there)
            if 2 * math.asin(chord / 2) * 6_371_000 > 100 + 45 * (int(epoch) - then):
                again[Kind.JUMP_IMPOSSIBLE] += 1
                continue
            last[vehicle] = (int(epoch), here)
    assert found == again


def test_without_bounds_only_the_one_impossible_place_is_an_outlier(mapping: RehearsalMapping) -> None:
    """The outlier rule finds the taxi at latitude 50 and leaves the rides to San Jose and the calls alone."""
    assert mapping.tracks is not None
    assert mapping.calls is not None
    survey = survey_tracks(TRACKS, evolve(mapping.tracks, bounds=None))
    assert survey.summary.count(Kind.POINT_IMPOSSIBLE) == 1
    findings = Findings()
    list(read_calls(CALLS, evolve(mapping.calls, bounds=None), findings))
    assert summary(findings).count(Kind.POINT_IMPOSSIBLE) == 0


def test_an_evening_of_2026_runs_with_the_cars_of_2008(mapping: RehearsalMapping) -> None:
    """From 17:00 both files play on one clock, and an hour at speed 10 fits in 360 s.

    Counted again by the text of the date column, and by the epochs of that hour among all kept fixes.
    """
    assert mapping.tracks is not None
    assert mapping.calls is not None
    calls, _rows, _found = counts(mapping, police_only=True)
    zone = mapping.calls.time.zone
    chosen = plan(calls, zone, time(17, 0))
    with CALLS.open(newline="", encoding="utf-8") as file:
        received = [row["received_datetime"] for row in csv.DictReader(file) if row["agency"] == "Police"]
    by_text = [text for text in received if text.startswith("2026/01/16 05:") and text.endswith("PM")]
    assert chosen.start == datetime(2026, 1, 16, 17, 0, tzinfo=zone)
    first_hour = [call for call in calls if chosen.start <= call.received < chosen.start + timedelta(hours=1)]
    assert len(first_hour) == len(by_text) == 69
    first, last = datetime(2008, 6, 6, 17, 0, tzinfo=zone), datetime(2008, 6, 7, 1, 0, tzinfo=zone)
    begin = moved_start(first, last, mapping.tracks.time.zone, chosen)
    assert begin == chosen.start
    fixes = list(read_tracks(TRACKS, mapping.tracks, Findings()))
    played = list(steps(chosen, fixes, fixes_begin=begin, speed=10, for_s=360))
    assert all(one.offset_s <= other.offset_s for one, other in pairwise(played))
    assert played[-1].at <= begin + timedelta(hours=1)
    in_hour = sum(1_212_796_800 <= fix.at.timestamp() <= 1_212_800_400 for fix in fixes)
    assert sum(isinstance(step.what, Fix) for step in played) == in_hour
