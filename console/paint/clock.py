"""A moment as hours and minutes on this machine's clock, with the day where that is another. Pure.

`LOCAL` knows the offset that held at each moment, so that what was written before the clock went back keeps
the hour in which it was written. A fixed offset of now would move it. Every text with a time comes here.
"""

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """The zone of this machine, with the offset of each moment."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Of a time on the wall; None for none."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        """Nobody here asks how much of the offset is summer."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """As this machine calls it."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """The time on the wall at this moment, in the offset that held then."""
        local = moment.replace(tzinfo=UTC).astimezone()
        wall = local.replace(tzinfo=None)
        again = wall.astimezone().utcoffset() != local.utcoffset()
        return wall.replace(tzinfo=self, fold=int(again))


LOCAL = LocalZone()


def clock(moment: datetime, now: datetime | None, zone: tzinfo = LOCAL, *, seconds: bool = False) -> str:
    """`21:50`; `24-10 21:50` on another day than `now`, `24-10-2025 21:50` in another year.

    Without `now` every day is today.
    """
    local = moment.astimezone(zone)
    today = local if now is None else now.astimezone(zone)
    day = "" if local.date() == today.date() else "%d-%m " if local.year == today.year else "%d-%m-%Y "
    return local.strftime(day + ("%H:%M:%S" if seconds else "%H:%M"))


def noon(now: datetime, zone: tzinfo = LOCAL) -> datetime:
    """The middle of the day of `now`: one moment for a whole day, for who only asks which day it is."""
    return now.astimezone(zone).replace(hour=12, minute=0, second=0, microsecond=0, fold=0).astimezone(UTC)
