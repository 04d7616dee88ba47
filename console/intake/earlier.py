"""What happened earlier at the place, or with the number, that is being typed (A83): question and answer.

Pure. The server's archive is asked when the typing pauses; what is on the board already stands beside the
form.
"""

import json
import re
from collections.abc import Collection
from datetime import datetime
from urllib.parse import urlencode

from attrs import frozen

from console.intake.similar import Caller

DAYS = 365
MOST = 6
PAUSE_S = 1.2
"""Of the typing: on a weak link an answer is seconds of the bulk lane."""

_LEAST_CHARS = 4
_LEAST_DIGITS = 6
_LONGEST_DIGITS = 15


@frozen(kw_only=True)
class Earlier:
    """One melding of the past, and why it is shown."""

    number: int
    opened: datetime
    what: str
    place: str
    why: tuple[str, ...]


def question(caller: Caller) -> str | None:
    """The document to ask for; None while there is neither a place nor a number to ask by."""
    keys: dict[str, str] = {}
    if len(caller.place.strip()) >= _LEAST_CHARS:
        keys["place"] = caller.place.strip()[:120]
    if caller.point is not None:
        keys |= {"lat": f"{caller.point.lat_deg:.5f}", "lon": f"{caller.point.lon_deg:.5f}"}
    digits = re.sub(r"\D", "", caller.number)
    if _LEAST_DIGITS <= len(digits) <= _LONGEST_DIGITS:
        keys["number"] = digits
    return f"near?{urlencode({**keys, 'days': str(DAYS)})}" if keys else None


def answer(document: bytes, *, but: Collection[int]) -> tuple[Earlier, ...]:
    """The meldingen in the document, at most MOST, without those shown already."""
    found: list[Earlier] = []
    for line in document.decode("utf-8", "replace").splitlines():
        try:
            raw = json.loads(line)
            if "number" in raw and raw["number"] not in but:
                found.append(
                    Earlier(
                        number=int(raw["number"]),
                        opened=datetime.fromisoformat(raw["opened"]),
                        what=str(raw["what"]),
                        place=str(raw["place"]),
                        why=tuple(str(each) for each in raw["why"]),
                    )
                )
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(found[:MOST])


class Pause:
    """Tells when a question that changes with every key has stood still for long enough to be asked."""

    def __init__(self) -> None:
        self._question: str | None = None
        self._since_s = 0.0
        self._asked: str | None = None

    def due(self, question: str | None, now_s: float) -> str | None:
        """The question to ask now; None for not yet, not again, or none."""
        if question != self._question:
            self._question, self._since_s = question, now_s
        if question is None or question == self._asked or now_s - self._since_s < PAUSE_S:
            return None
        self._asked = question
        return question
