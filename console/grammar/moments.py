"""A moment as people type it, read against a given clock. Pure.

To come: `20m`, `over 20 min`, `1u30`, `14:30`, `morgen 9:00`, `24-11 9:00`. Past: `13:55`, `10m geleden`,
`gisteren 23:10`. What is not said is the nearest that fits: the next one, or for the past the last one. So a
bare time is today or tomorrow, `1-1 9:00` at New Year's Eve is next year, and `02:30` in the hour that the
clock shows twice is the next moment at which it shows it. A time that a clock skips counts on from before.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from attrs import frozen

from console.grammar.words import Word
from protocol.model.moment import normal

MOST_WORDS = 5

_HOURS = r"(?:u|uur|uren|h|hour|hours)"
_MINUTES = r"(?:m|min|minuut|minuten|minute|minutes)"
_SPAN = re.compile(
    rf"(?P<to_come>over |in )?(?:(?P<hours>[0-9]{{1,3}}) ?{_HOURS}\b ?)?"
    rf"(?:(?P<minutes>[0-9]{{1,4}}) ?{_MINUTES}\b ?)?(?P<ago>geleden|ago)?",
    re.ASCII,
)
_HOURS_AND = re.compile(r"(?P<to_come>over |in )?(?P<hours>[0-9]{1,3})[uh](?P<minutes>[0-5][0-9])", re.ASCII)
_BARE = re.compile(r"(?P<to_come>over )(?P<minutes>[0-9]{1,4})", re.ASCII)
_DAY = r"(?P<day>vandaag|morgen|overmorgen|gisteren|eergisteren|today|tomorrow|yesterday)"
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_IN_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = rf"(?P<weekday>{'|'.join((*_WEEKDAYS, *_IN_ENGLISH))})"
_MONTHS = (
    "jan",
    "feb",
    "mrt|maart|mar",
    "apr",
    "mei|may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt|oct",
    "nov",
    "dec",
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR = r"(?P<yyyy>[0-9]{4}|[0-9]{2})"
_DATE = rf"(?P<dd>[0-9]{{1,2}})(?:[-/](?P<mm>[0-9]{{1,2}})(?:[-/]{_YEAR})?| {_MONTH})"
_TIME = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
_O_CLOCK = r"(?:om |at )(?P<on_hour>[0-9]{1,2})(?: uur|u)"
_AT = re.compile(rf"(?:(?:{_DAY}|{_WEEKDAY}|{_DATE}) )?(?:(?:om |at )?{_TIME}|{_O_CLOCK})", re.ASCII)
_YEARS = range(9)
"""So many years on there is a 29 February, also past a century."""

_AGO = ("geleden", "ago")
_DAYS = {
    "eergisteren": -2,
    "gisteren": -1,
    "yesterday": -1,
    "vandaag": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
}


@frozen(kw_only=True)
class Clock:
    """What time it is, and where."""

    now: datetime
    """Aware; the server's time where it is known."""

    zone: tzinfo | None = None
    """Where `14:30` is meant; None is the zone of this machine."""

    def moments(self, wall: datetime) -> list[datetime]:
        """The moments at which the wall shows this time, in order: one, or two where the clock goes back.

        A time that the clock skips is one moment, as if it had not gone forward yet. Raises ValueError or
        OverflowError when it cannot be kept.
        """
        both = (self._moment(wall), self._moment(wall.replace(fold=1)))
        return sorted({each for each in both if self._wall(each) == wall} or {both[0]})

    def _moment(self, wall: datetime) -> datetime:
        return normal((wall if self.zone is None else wall.replace(tzinfo=self.zone)).astimezone(UTC))

    def _wall(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone).replace(tzinfo=None, fold=0)


def read_moment(words: Sequence[Word], clock: Clock, *, past: bool) -> tuple[datetime, int] | None:
    """The moment that these words begin with, and how many words it took; None when they begin otherwise."""
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        text = " ".join(word.text.casefold() for word in words[:count])
        try:
            found = _moment(text, clock, past=past)
        except (ValueError, OverflowError):
            continue
        if found is not None:
            was = count < len(words) and words[count].text.casefold() in _AGO
            return None if was else (found, count)
    return None


def _moment(text: str, clock: Clock, *, past: bool) -> datetime | None:
    if text in ("nu", "now"):
        return normal(clock.now)
    span = _span(text, past=past)
    if span is not None:
        return normal(clock.now - span if past else clock.now + span)
    match = _AT.fullmatch(text)
    return None if match is None else _at(match, clock, past=past)


def _span(text: str, *, past: bool) -> timedelta | None:
    match = _HOURS_AND.fullmatch(text) or _SPAN.fullmatch(text) or _BARE.fullmatch(text)
    if match is None:
        return None
    said = match.groupdict()
    hours, minutes = said.get("hours"), said.get("minutes")
    if (hours is None and minutes is None) or said.get("to_come" if past else "ago"):
        return None
    return timedelta(hours=int(hours or 0), minutes=int(minutes or 0))


def _at(match: re.Match[str], clock: Clock, *, past: bool) -> datetime | None:
    """The nearest of the moments that fit; one on the wrong side of now where a day is named that is over."""
    said = match.groupdict()
    hour = int(said["hour"] or said["on_hour"] or "")
    # 24:00 is the end of the day.
    late, hour = divmod(hour, 24) if hour == 24 and not int(said["minute"] or 0) else (0, hour)
    at = time(hour, int(said["minute"] or 0))
    days = [day + timedelta(days=late) for day in _days(said, clock.now.astimezone(clock.zone).date(), past)]
    found = sorted(moment for day in days for moment in clock.moments(datetime.combine(day, at)))
    if past:
        return next((each for each in reversed(found) if each <= clock.now), found[0])
    return next((each for each in found if each > clock.now), found[-1])


def _days(said: Mapping[str, str | None], today: date, past: bool) -> list[date]:
    """The days that are meant, the nearest among them. Raises ValueError for a day that no year has."""
    if said["day"] is not None:
        return [today + timedelta(days=_DAYS[said["day"]])]
    if said["weekday"] is not None:
        names = _WEEKDAYS if said["weekday"] in _WEEKDAYS else _IN_ENGLISH
        away = (names.index(said["weekday"]) - today.weekday()) % 7
        return [
            today + timedelta(days=away - 7),
            today + timedelta(days=away),
            today + timedelta(days=away + 7),
        ]
    if said["dd"] is None:
        return [today + timedelta(days=step) for step in (-1, 0, 1)]
    day, month = int(said["dd"]), _month(said)
    if said["yyyy"] is not None:
        year = int(said["yyyy"])
        return [date(year if year > 99 else 2000 + year, month, day)]
    years = (today.year - step if past else today.year + step for step in _YEARS)
    found = [date(year, month, day) for year in years if _exists(year, month, day)]
    if not found:
        raise ValueError("no year has this day")
    return found


def _month(said: Mapping[str, str | None]) -> int:
    if said["mm"] is not None:
        return int(said["mm"])
    said_month = said["month"] or ""
    return next(at for at, names in enumerate(_MONTHS, 1) if said_month in names.split("|"))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
