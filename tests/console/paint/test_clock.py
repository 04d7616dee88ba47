"""Moments on the clock of this machine."""

from collections.abc import Iterator
from datetime import UTC, datetime
from time import tzset
from zoneinfo import ZoneInfo

import pytest

from console.paint.clock import LOCAL, clock, noon

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def _in_amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine stands in Amsterdam."""
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    tzset()
    yield
    monkeypatch.undo()
    tzset()


def utc(text: str) -> datetime:
    """That moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.usefixtures("_in_amsterdam")
@pytest.mark.parametrize(
    ("moment", "now", "shown"),
    [
        ("2026-10-24T19:50", "2026-10-25T03:20", "24-10 21:50"),
        ("2026-10-24T22:50", "2026-10-25T03:20", "00:50"),
        ("2026-10-25T00:30", "2026-10-25T03:20", "02:30"),
        ("2026-10-25T01:30", "2026-10-25T03:20", "02:30"),
        ("2026-10-25T08:00", "2026-10-24T19:50", "25-10 09:00"),
        ("2027-03-28T00:30", "2027-03-28T12:00", "01:30"),
        ("2027-03-28T01:30", "2027-03-28T12:00", "03:30"),
        ("2026-12-31T22:58", "2026-12-31T23:02", "31-12-2026 23:58"),
        ("2026-11-02T09:00", "2026-11-04T09:00", "02-11 10:00"),
    ],
)
def test_a_moment_keeps_the_hour_in_which_it_was(moment: str, now: str, shown: str) -> None:
    """Whatever the offset of now is; its day is said where it is another, its year too."""
    assert clock(utc(moment), utc(now)) == shown
    assert clock(utc(moment), utc(now), AMSTERDAM) == shown


def test_seconds_where_they_are_asked_for() -> None:
    """For what happened close together."""
    assert clock(utc("2026-11-02T09:00:04"), utc("2026-11-02T10:00"), UTC, seconds=True) == "09:00:04"


@pytest.mark.usefixtures("_in_amsterdam")
def test_the_zone_of_this_machine_is_one_of_a_library() -> None:
    """Both ways, in summer and in winter, and in the hour that comes twice."""
    for text in ("2026-07-01T12:00", "2026-12-01T12:00", "2026-10-25T00:30", "2026-10-25T01:30"):
        local = utc(text).astimezone(LOCAL)
        assert local.utcoffset() == utc(text).astimezone(AMSTERDAM).utcoffset()
        assert local.astimezone(UTC) == utc(text)
        assert local.tzname() in ("CET", "CEST")


def test_a_day_is_one_moment() -> None:
    """So that what only asks for the day is drawn once a day."""
    assert noon(utc("2026-11-02T09:00"), AMSTERDAM) == noon(utc("2026-11-02T20:00"), AMSTERDAM)
    assert noon(utc("2026-11-02T09:00"), AMSTERDAM) != noon(utc("2026-11-02T23:30"), AMSTERDAM)
