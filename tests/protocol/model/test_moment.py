"""Times say their zone, and keep to whole milliseconds between 1970 and 9999."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.moment import EPOCH, MAX_MS, from_ms, normal, to_ms

zones = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
any_time = st.datetimes(datetime(1971, 1, 1), datetime(9998, 1, 1), timezones=zones)  # noqa: DTZ001


@pytest.mark.parametrize("epoch_ms", [-1, MAX_MS + 1, 2**63, -(2**63)])
def test_milliseconds_outside_the_calendar_are_refused(epoch_ms: int) -> None:
    """With what came."""
    with pytest.raises(ValueError, match=f"from 0 to {MAX_MS} ms since 1970, got {epoch_ms}"):
        from_ms(epoch_ms)


def test_the_ends_of_time_are_accepted() -> None:
    """Both milliseconds belong to it."""
    assert from_ms(0) == EPOCH
    assert datetime(9999, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC) == from_ms(MAX_MS)


@pytest.mark.parametrize("ask", [to_ms, normal])
def test_a_naive_time_is_refused(ask: object) -> None:
    """A time without a zone is a wrong time, also where the machine stands in UTC."""
    naive = datetime(2026, 9, 21, 12, 0)  # noqa: DTZ001
    assert callable(ask)
    with pytest.raises(ValueError, match="a time must say its zone, got 2026-09-21T12:00:00"):
        ask(naive)


@given(st.integers(0, MAX_MS))
def test_milliseconds_survive_the_trip(epoch_ms: int) -> None:
    """There and back is the same number."""
    assert epoch_ms == to_ms(from_ms(epoch_ms))


@given(any_time)
def test_normal_is_the_same_moment_in_utc_rounded_down(moment: datetime) -> None:
    """Less than a millisecond is lost, and a second time nothing."""
    at = normal(moment)
    assert timedelta(0) <= moment - at < timedelta(milliseconds=1)
    assert UTC is at.tzinfo
    assert at == normal(at)
