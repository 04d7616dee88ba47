"""Times: aware UTC, to the millisecond, and whole milliseconds for wire and journal.

A datetime that comes in with another zone or with microseconds is brought to the form that survives every
store and every link unchanged.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MAX_MS = 253_402_300_799_999
"""The last millisecond of the year 9999."""


def from_ms(epoch_ms: int) -> datetime:
    """The moment at whole milliseconds since 1970. Raises ValueError before 1970 or after 9999."""
    if not 0 <= epoch_ms <= MAX_MS:
        raise ValueError(f"a time must be from 0 to {MAX_MS} ms since 1970, got {epoch_ms}")
    return EPOCH + timedelta(milliseconds=epoch_ms)


def to_ms(moment: datetime) -> int:
    """Whole milliseconds since 1970, rounded down. Raises ValueError for a naive time."""
    if moment.tzinfo is None:
        raise ValueError(f"a time must say its zone, got {moment.isoformat()}")
    return (moment - EPOCH) // timedelta(milliseconds=1)


def moment_field(_instance: Any, attribute: Any, value: Any) -> None:
    """A validator: an aware time in whole milliseconds, which every store and link gives back unchanged."""
    if not isinstance(value, datetime):
        raise TypeError(f"{attribute.name} must be a time, got {type(value).__name__}")
    if value.tzinfo is not UTC or value.microsecond % 1000:
        raise ValueError(f"{attribute.name} must be UTC in whole milliseconds, got {value.isoformat()}")


def normal(moment: datetime) -> datetime:
    """The same moment in UTC, rounded down to the millisecond. Raises ValueError for a naive time."""
    return from_ms(to_ms(moment))
