"""What is asked behind the `?` of a document's name: read once, each mistake named by its key. Pure."""

import math
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qsl

from protocol.errors import Reason, Refused
from protocol.model.moment import normal
from protocol.model.point import Point

MAX_QUERY_CHARS = 2_000


class Asked:
    """The keys and values of one query; each reader names its key when the value cannot be used."""

    def __init__(self, document: str, query: str, known: Collection[str]) -> None:
        """Raises Refused for a query that cannot be read, a key said twice or not known here."""
        self._document = document
        self._value_by_key: dict[str, str] = {}
        try:
            pairs = parse_qsl(query[: MAX_QUERY_CHARS + 1], keep_blank_values=True, errors="strict")
        except ValueError as error:
            raise self.wrong("?", "urlencoded UTF-8") from error
        if len(query) > MAX_QUERY_CHARS:
            raise self.wrong("?", f"at most {MAX_QUERY_CHARS} characters")
        for key, value in pairs:
            if key not in known:
                raise self.wrong(key, f"one of {', '.join(sorted(known))}")
            if key in self._value_by_key:
                raise self.wrong(key, "each key once")
            if value.strip():
                self._value_by_key[key] = value.strip()

    def wrong(self, key: str, expected: str) -> Refused:
        """The refusal: which document, which key, what is expected there."""
        return Refused(Reason.INVALID, what=f"{self._document}: {key[:40]}", expected=expected)

    def text(self, key: str, *, most: int = 200) -> str:
        """The text at a key, "" where it is not said."""
        value = self._value_by_key.get(key, "")
        if len(value) > most or "\0" in value:
            raise self.wrong(key, f"at most {most} characters")
        return value

    def whole(self, key: str, otherwise: int, least: int, most: int) -> int:
        """The whole number at a key."""
        value = self._value_by_key.get(key)
        if value is None:
            return otherwise
        if not value.isascii() or not value.isdecimal() or len(value) > 10 or not least <= int(value) <= most:
            raise self.wrong(key, f"a whole number from {least} to {most}")
        return int(value)

    def wholes(self, key: str, least: int, most: int) -> frozenset[int]:
        """The whole numbers at a key, with commas between; none where it is not said."""
        parts = [part.strip() for part in self.text(key).split(",") if part.strip()]
        if not all(len(part) == 1 and part.isascii() and part.isdecimal() for part in parts):
            raise self.wrong(key, f"numbers from {least} to {most} with commas between")
        numbers = frozenset(map(int, parts))
        if numbers and not least <= min(numbers) <= max(numbers) <= most:
            raise self.wrong(key, f"numbers from {least} to {most} with commas between")
        return numbers

    def choice(self, key: str, choices: Collection[str], otherwise: str) -> str:
        """The word at a key, one of a few."""
        value = self._value_by_key.get(key, otherwise)
        if value not in choices and value != otherwise:
            raise self.wrong(key, f"one of {', '.join(choices)}")
        return value

    def yes_or_no(self, key: str) -> bool | None:
        """True, False, or None where it is not said."""
        said = self.choice(key, ("yes", "no"), "")
        return None if not said else said == "yes"

    def day(self, key: str) -> date | None:
        """The day at a key; None where it is not said."""
        value = self._value_by_key.get(key)
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError as error:
            raise self.wrong(key, "a day like 2026-09-21") from error

    def moment(self, key: str, *, end: bool = False) -> datetime | None:
        """The time at a key; a day means its first moment, or with `end` the first one after it.

        Without a zone it is the server's own.
        """
        value = self._value_by_key.get(key)
        if value is None:
            return None
        # A + that was not encoded arrives as a blank.
        value = value.replace(" ", "+") if "T" in value else value
        try:
            moment = datetime.fromisoformat(value)
            if end and len(value) == len("2026-09-21"):
                moment += timedelta(days=1)
            return normal(moment.astimezone(UTC))
        except (ValueError, OverflowError) as error:
            raise self.wrong(
                key, "a day like 2026-09-21, or a time like 2026-09-21T14:00:00+02:00"
            ) from error

    def point(self) -> Point | None:
        """The point at `lat` and `lon`; None where neither is said."""
        if "lat" not in self._value_by_key and "lon" not in self._value_by_key:
            return None
        return Point(lat_deg=self._degrees("lat", 90), lon_deg=self._degrees("lon", 180))

    def _degrees(self, key: str, most: int) -> float:
        try:
            value = float(self._value_by_key.get(key, "nan"))
        except ValueError:
            value = math.nan
        if not -most <= value <= most:
            raise self.wrong(key, f"degrees from {-most} to {most}")
        return value
