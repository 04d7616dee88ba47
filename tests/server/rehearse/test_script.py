"""A rehearsal's files on one clock: what is played, with how many, and for how long."""

import math
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from server.rehearse.findings import Kind
from server.rehearse.schedule import Received
from server.rehearse.script import MADE_UP_UNITS, MappingLacks, read_script
from server.rehearse.tracks import Fix
from tests.server.rehearse.site import DAY, MAPPING, Site, call

TRACKS = [
    f"{DAY}12:0{minute}:00,{vehicle},52.0,4.000{minute}" for minute in range(3) for vehicle in ("b", "a")
]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Where the files are written."""
    return Site(tmp_path)


@pytest.mark.parametrize(("asked", "there_are"), [(None, MADE_UP_UNITS), (7, 7)])
def test_without_tracks_there_are_made_up_vehicles(site: Site, asked: int | None, there_are: int) -> None:
    """As many as were asked for, each a different one."""
    vehicles = read_script(site.order([call("a", 0)], units=asked)).vehicles
    assert len(vehicles) == len(set(vehicles)) == there_are


@pytest.mark.parametrize(("asked", "vehicles"), [(None, ("b", "a")), (1, ("b",))])
def test_vehicles_of_the_tracks_come_in_order_of_appearance(
    site: Site, asked: int | None, vehicles: tuple[str, ...]
) -> None:
    """The first ones when fewer are asked for."""
    assert read_script(site.order([call("a", 0)], tracks=TRACKS, units=asked)).vehicles == vehicles


@pytest.mark.parametrize(
    ("speed", "for_s", "length_s"),
    [
        (math.inf, None, 540.0),
        (math.inf, 90.0, 90.0),
        (10.0, 9.0, 90.0),
        (10.0, 9_000.0, 540.0),
    ],
)
def test_its_length_is_of_the_files_clock(
    site: Site, speed: float, for_s: float | None, length_s: float
) -> None:
    """Nine minutes of calls; nine seconds at ten times are ninety of the file; never more than there is."""
    order = site.order([call("a", 0, 1, 2, 3, 9)], speed=speed, for_s=for_s, start_at=time(12, 0))
    assert read_script(order).length_s() == length_s


def test_tracks_are_moved_to_the_calls_and_keep_their_time_of_day(site: Site) -> None:
    """Of another date: at the same time on the day of the calls, between them in order."""
    order = site.order(
        [call("a", 0, None, None, None, 9), call("b", 1, None, None, None, 9)],
        tracks=[line.replace("2026-01-16", "2019-05-04") for line in TRACKS],
        start_at=time(12, 0),
    )
    steps = list(read_script(order).steps())
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    fixes = [step for step in steps if isinstance(step.what, Fix)]
    assert len(fixes) == len(TRACKS)
    assert {step.at.astimezone(UTC).date() for step in fixes} == {datetime(2026, 1, 16, tzinfo=UTC).date()}
    assert sum(isinstance(step.what, Received) for step in steps) == 2


def test_dirt_is_counted_once_though_tracks_are_read_twice(site: Site) -> None:
    """Once for the vehicles and once while it is played."""
    script = read_script(site.order([call("a", 0)], tracks=[*TRACKS, f"{DAY}12:03:00,,52.0,4.0"]))
    list(script.steps())
    calls, tracks = script.files
    assert calls.summary.kept == 1
    assert tracks.summary.count(Kind.VEHICLE_MISSING) == 1


@pytest.mark.parametrize("table", ["calls", "tracks"])
def test_a_mapping_that_lacks_a_table_is_named(site: Site, table: str) -> None:
    """Which table, and in which file; a mapping without tracks will do when there are none."""
    calls, tracks = MAPPING.split("[tracks]", 1)
    order = site.order([call("a", 0)], tracks=TRACKS)
    mapping = site.directory / "mapping.toml"
    mapping.write_text(calls if table == "tracks" else f"[tracks]{tracks}")
    with pytest.raises(MappingLacks) as caught:
        read_script(order)
    assert (caught.value.key, caught.value.path) == (f"no-{table}-mapping", mapping)
