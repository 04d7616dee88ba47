"""From a time as a file writes it to an aware UTC time.

Used by calls and tracks with the formats and zone of the mapping. It reads no clock.
"""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from attrs import field, frozen
from attrs.validators import instance_of

from server.rehearse.numbers import number

EPOCH_S = "epoch"
EPOCH_MS = "epoch_ms"
ISO = "iso"
YEARS = range(1970, 2101)
"""A time outside these years is a typing error, not a call."""

_PROBE = datetime(2026, 11, 23, 14, 57, tzinfo=UTC)


def _formats_usable(_instance: object, _attribute: object, formats: tuple[str, ...]) -> None:
    if not formats:
        raise ValueError("formats must hold at least one format")
    for one in formats:
        if not tells_whole_time(one):
            raise ValueError(f"formats must tell year, month, day, hour and minute, got {one!r}")


@frozen(kw_only=True)
class TimeReading:
    """How a file writes times."""

    zone: ZoneInfo = field(validator=instance_of(ZoneInfo))
    """The zone of times that do not say theirs."""

    formats: tuple[str, ...] = field(validator=_formats_usable)
    """Tried in order: strptime formats, or `iso`, `epoch` (seconds), `epoch_ms`."""

    def read(self, text: str, not_before: datetime | None = None) -> datetime | None:
        """The time in UTC; None if no format fits or the year is not 1970 to 2100.

        In the hour that clocks repeat in autumn a local time means two moments: the first is taken, unless it
        lies before `not_before`; then the second.
        """
        for one in self.formats:
            moment = _parsed(text, one)
            if moment is None or moment.year not in YEARS:
                continue
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
            moment = moment.replace(tzinfo=self.zone)
            first = moment.astimezone(UTC)
            if not_before is not None and first < not_before:
                return max(first, moment.replace(fold=1).astimezone(UTC))
            return first
        return None


def tells_whole_time(one: str) -> bool:
    """Whether a format brings back a whole time, to the minute."""
    if one in (ISO, EPOCH_S, EPOCH_MS):
        return True
    try:
        back = datetime.strptime(_PROBE.strftime(one), one)  # noqa: DTZ007 - the zone follows
    except (ValueError, re.error):
        return False
    return back.replace(tzinfo=UTC, second=0) == _PROBE


def _parsed(text: str, one: str) -> datetime | None:
    try:
        if one == ISO:
            return datetime.fromisoformat(text)
        if one in (EPOCH_S, EPOCH_MS):
            seconds = number(text)
            if seconds is None:
                return None
            return datetime.fromtimestamp(seconds / 1000 if one == EPOCH_MS else seconds, UTC)
        return datetime.strptime(text, one)  # noqa: DTZ007 - the zone is set by the caller
    except (ValueError, OverflowError, OSError):
        return None
