"""A moment as people type it, read against a given clock. Pure.

To come: `20m`, `over 20 min`, `1u30`, `14:30`, `morgen 9:00`, `24-11 9:00`. Past: `13:55`, `10m geleden`,
`gisteren 23:10`. A bare time is the next one, or for the past the last one.
"""

import re
from collections.abc import Sequence
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
_DATE = r"(?P<dd>[0-9]{1,2})[-/](?P<mm>[0-9]{1,2})(?:[-/](?P<yyyy>[0-9]{4}))?"
_TIME = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
_AT = re.compile(rf"(?:(?:{_DAY}|{_DATE}) )?(?:om |at )?{_TIME}", re.ASCII)
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

    def moment(self, wall: datetime) -> datetime:
        """The moment of a time on the wall. Raises ValueError or OverflowError when it cannot be kept."""
        return normal((wall if self.zone is None else wall.replace(tzinfo=self.zone)).astimezone(UTC))


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


def _at(match: re.Match[str], clock: Clock, *, past: bool) -> datetime:
    said = match.groupdict()
    at = time(int(said["hour"]), int(said["minute"]))
    today = clock.now.astimezone(clock.zone).date()
    if said["dd"] is not None:
        year = today.year if said["yyyy"] is None else int(said["yyyy"])
        return clock.moment(datetime.combine(date(year, int(said["mm"]), int(said["dd"])), at))
    if said["day"] is not None:
        return clock.moment(datetime.combine(today + timedelta(days=_DAYS[said["day"]]), at))
    found = clock.moment(datetime.combine(today, at))
    if past and found > clock.now:
        return clock.moment(datetime.combine(today - timedelta(days=1), at))
    if not past and found <= clock.now:
        return clock.moment(datetime.combine(today + timedelta(days=1), at))
    return found
