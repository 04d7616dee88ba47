"""Moments as people type them, at 13:00 in Amsterdam on Saturday 21 November 2026."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from console.grammar.moments import Clock, read_moment
from console.grammar.words import split
from tests.console.grammar.make import AT

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CLOCK = Clock(now=AT, zone=AMSTERDAM)


def at(utc: str, day: int = 21) -> datetime:
    """That time of the day, in UTC."""
    hour, minute = utc.split(":")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment", "count"),
    [
        ("20m bellen", at("12:20"), 1),
        ("20 min bellen", at("12:20"), 2),
        ("over 20 min bellen", at("12:20"), 3),
        ("over 20 bellen", at("12:20"), 2),
        ("in 2 hours", at("14:00"), 3),
        ("1u30", at("13:30"), 1),
        ("1 uur 30 min x", at("13:30"), 4),
        ("over 1 uur 5 minuten", at("13:05"), 5),
        ("14:30", at("13:30"), 1),
        ("om 14:30 bellen", at("13:30"), 2),
        ("12:30", at("11:30", day=22), 1),
        ("morgen 9:00", at("08:00", day=22), 2),
        ("tomorrow at 9:00", at("08:00", day=22), 3),
        ("24-11 9:00", at("08:00", day=24), 2),
        ("24/11/2026 09:00", at("08:00", day=24), 2),
        ("nu", at("12:00"), 1),
    ],
)
def test_a_moment_to_come(text: str, moment: datetime, count: int) -> None:
    """A span counts from now; a bare time is the next one."""
    assert read_moment(split(text), CLOCK, past=False) == (moment, count)


@pytest.mark.parametrize(
    ("text", "moment", "count"),
    [
        ("12:55 ruzie", at("11:55"), 1),
        ("13:55", at("12:55", day=20), 1),
        ("10m geleden ruzie", at("11:50"), 2),
        ("10 min ago", at("11:50"), 3),
        ("10m", at("11:50"), 1),
        ("gisteren 23:10", at("22:10", day=20), 2),
        ("yesterday 23:10 noise", at("22:10", day=20), 2),
    ],
)
def test_a_moment_that_was(text: str, moment: datetime, count: int) -> None:
    """A span counts back from now; a bare time is the last one."""
    assert read_moment(split(text), CLOCK, past=True) == (moment, count)


@pytest.mark.parametrize("text", ["", "bellen", "20", "25:00", "12:75", "morgen", "31-2 9:00", "10m geleden"])
def test_what_is_no_moment_is_left(text: str) -> None:
    """Other words, times that no clock shows, and what was where something is to come."""
    found = read_moment(split(text), CLOCK, past=False)
    assert found is None


def test_the_clock_of_the_wall_counts_when_it_changes() -> None:
    """The morning after the clocks go back is still at nine."""
    before = evolve(CLOCK, now=datetime(2026, 10, 24, 18, 0, tzinfo=UTC))
    found = read_moment(split("morgen 9:00"), before, past=False)
    assert found == (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), 2)


@pytest.mark.parametrize(
    ("now", "text", "past", "moment"),
    [
        ("2026-10-25T00:10", "02:30", False, "2026-10-25T00:30"),
        ("2026-10-25T00:40", "02:30", False, "2026-10-25T01:30"),
        ("2026-10-25T01:10", "02:30", False, "2026-10-25T01:30"),
        ("2026-10-25T01:40", "02:30", False, "2026-10-26T01:30"),
        ("2026-10-25T01:10", "vandaag 02:30", False, "2026-10-25T01:30"),
        ("2026-10-25T01:10", "25-10 2:30", False, "2026-10-25T01:30"),
        ("2026-10-25T01:10", "02:30", True, "2026-10-25T00:30"),
        ("2026-10-25T01:40", "02:30", True, "2026-10-25T01:30"),
        ("2027-03-28T00:10", "02:30", False, "2027-03-28T01:30"),
        ("2026-12-31T22:58", "1-1 9:00", False, "2027-01-01T08:00"),
        ("2026-12-31T22:58", "1/1 09:00", False, "2027-01-01T08:00"),
        ("2026-12-31T22:58", "31-12 23:59", False, "2026-12-31T22:59"),
        ("2026-12-31T22:58", "0:30", False, "2026-12-31T23:30"),
        ("2026-12-31T22:58", "24:00", False, "2026-12-31T23:00"),
        ("2027-01-01T08:00", "31-12 23:50", True, "2026-12-31T22:50"),
        ("2027-01-01T08:00", "23:50", True, "2026-12-31T22:50"),
        ("2027-01-01T08:00", "31-12-26 23:50", True, "2026-12-31T22:50"),
        ("2026-11-21T12:00", "29-2 9:00", False, "2028-02-29T08:00"),
        ("2026-11-21T12:00", "29-2 9:00", True, "2024-02-29T08:00"),
        ("2026-11-21T12:00", "1 januari 9:00", False, "2027-01-01T08:00"),
        ("2026-11-21T12:00", "1 jan. om 9:00", False, "2027-01-01T08:00"),
        ("2026-11-21T12:00", "20 nov 9:00", True, "2026-11-20T08:00"),
        ("2026-11-21T12:00", "maandag 9:00", False, "2026-11-23T08:00"),
        ("2026-11-21T12:00", "zaterdag 9:00", False, "2026-11-28T08:00"),
        ("2026-11-21T12:00", "zaterdag 14:00", False, "2026-11-21T13:00"),
        ("2026-11-21T12:00", "friday 23:10", True, "2026-11-20T22:10"),
        ("2026-11-21T12:00", "om 9 uur", False, "2026-11-22T08:00"),
        ("2026-11-21T12:00", "morgen om 9 uur", False, "2026-11-22T08:00"),
    ],
)
def test_what_is_not_said_is_the_nearest_that_fits(now: str, text: str, past: bool, moment: str) -> None:
    """The next one of what is to come, the last one of what was: in the hour that comes twice, around New
    Year and on a day that not every year has.
    """
    clock = evolve(CLOCK, now=datetime.fromisoformat(now).replace(tzinfo=UTC))
    found = read_moment(split(text), clock, past=past)
    assert found is not None
    assert found[0] == datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert found[1] == len(text.split())


@given(st.text(alphabet="0123456789:-/ muhovergelednag", max_size=30), st.booleans())
def test_nothing_typed_can_crash_it(text: str, past: bool) -> None:
    """There is a moment in UTC on the right side of now for a bare span or time, or none."""
    found = read_moment(split(text), CLOCK, past=past)
    assert found is None or found[0].tzinfo is UTC
