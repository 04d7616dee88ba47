"""A time as a file writes it becomes an aware UTC time, or none."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from server.rehearse.moments import TimeReading, tells_whole_time

READING = TimeReading(zone=ZoneInfo("Europe/Amsterdam"), formats=("%d-%m-%Y %H:%M", "iso"))


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("23-11-2026 15:57", datetime(2026, 11, 23, 14, 57, tzinfo=UTC)),
        ("01-07-2026 15:57", datetime(2026, 7, 1, 13, 57, tzinfo=UTC)),
        ("2026-11-23T14:57:00+00:00", datetime(2026, 11, 23, 14, 57, tzinfo=UTC)),
        ("23-11-1926 15:57", None),
        ("gisteren", None),
        ("", None),
    ],
)
def test_the_first_format_that_fits_is_taken(text: str, utc: datetime | None) -> None:
    """In the zone of the file, unless the time says its own; no year outside 1970 to 2100."""
    assert READING.read(text) == utc


def test_in_the_hour_that_comes_twice_what_was_before_decides() -> None:
    """The first one, unless that would lie before what happened earlier."""
    twice = "25-10-2026 02:30"
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert READING.read(twice) == first
    assert READING.read(twice, not_before=datetime(2026, 10, 25, 0, 45, tzinfo=UTC)) == second


def test_an_epoch_is_read_in_its_unit() -> None:
    """And one that no clock reaches is none."""
    for form, text in (("epoch", "1790000000"), ("epoch_ms", "1790000000000")):
        reading = TimeReading(zone=ZoneInfo("UTC"), formats=(form,))
        assert reading.read(text) == datetime.fromtimestamp(1_790_000_000, UTC)
        assert reading.read("9" * 20) is None


@pytest.mark.parametrize("one", ["%H:%M", "%d-%m-%Y", "%d-%m %H:%M", "%Q", "%"])
def test_a_format_that_loses_a_part_of_the_time_is_refused(one: str) -> None:
    """When the mapping is read, and not at the first row."""
    assert not tells_whole_time(one)
    with pytest.raises(ValueError, match="formats must tell"):
        TimeReading(zone=ZoneInfo("UTC"), formats=(one,))
