"""A case: what the archive keeps of one incident, and how it is written down.

Made by `summary` from an incident of the board; found again by searches, indicators and dossiers. It knows
nothing of incidents.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs
from attrs import frozen

from protocol.model.point import Point
from server.archive.errors import NotUsable

GIVEN, IMPOSSIBLE, OWED, NONE = "given", "impossible", "owed", "none"
"""How it stands with the feedback to the melder (A20)."""


@frozen(kw_only=True)
class Sent:
    """One dispatch beside who was nearest (B6); see `protocol.model.choice`."""

    unit: str
    travel_s: int
    nearest: str
    """Call sign of who would have been there first; "" when it was the one sent."""

    nearest_s: int
    extra_s: int
    """How much longer it took than the nearest would have; 0 for the nearest."""

    reason: str | None
    """Key of why somebody else went; None where nobody said."""

    by_road: bool


@frozen(kw_only=True)
class Case:
    """One incident as it was last known. Times are aware UTC."""

    number: int
    opened: datetime
    closed: datetime | None
    """When it was let go; None while open."""

    closed_because: str | None
    priority: int
    code: str
    what: str
    place: str
    lat: float | None
    lon: float | None
    melder_number: str
    melder_name: str
    call_back: bool
    story: str
    """The story of the intake, else the first line of the log."""

    phase: str
    units: tuple[str, ...]
    """Call signs of all that were ever on it."""

    holder: str
    reaction: str | None
    """Key of the newest reaction; None where nobody reacted."""

    reacted: datetime | None
    """The first reaction."""

    assigned: datetime | None
    """The first unit got it."""

    arrived: datetime | None
    spoken: datetime | None
    kept: int
    moved: int
    broken: int
    dues: tuple[datetime, ...]
    """When its open promises are due."""

    feedback: str
    passed: tuple[str, ...]
    """What the guard missed at the last closing, and an emergency passed over."""

    choices: tuple[Sent, ...] = ()
    """Every weighed dispatch, oldest first (B6)."""

    contact: datetime | None = None
    """When the contact line was last opened; None while it never was."""

    direct: datetime | None = None
    """When melder and officer were first in direct contact (A46)."""

    cards: int = 0
    """Cards of information that were pushed (A53, A96): of these, how many came in time and were taken."""

    cards_in_time: int = 0
    cards_taken: int = 0
    central_s: int = 0
    """Seconds that the control room coordinated (A67), in stretches that are over."""

    @property
    def open(self) -> bool:
        """True until let go."""
        return self.closed is None

    @property
    def point(self) -> Point | None:
        """Where it was, as far as known."""
        if self.lat is None or self.lon is None:
            return None
        return Point(lat_deg=self.lat, lon_deg=self.lon)


def as_json(case: Case) -> str:
    """The case as the archive stores it."""
    return json.dumps(attrs.asdict(case, value_serializer=_plain), ensure_ascii=False)


def from_json(body: str) -> Case:
    """The case that `as_json` wrote. Raises NotUsable for anything else: the file is damaged."""
    try:
        raw = json.loads(body)
        for name in ("opened", "closed", "reacted", "assigned", "arrived", "spoken", "contact", "direct"):
            raw[name] = raw[name] and datetime.fromisoformat(raw[name])
        for name in ("units", "passed"):
            raw[name] = tuple(raw[name])
        raw["choices"] = tuple(Sent(**each) for each in raw["choices"])
        return Case(**{**raw, "dues": tuple(map(datetime.fromisoformat, raw["dues"]))})
    except (ValueError, KeyError, TypeError) as error:
        raise NotUsable(f"a case in it cannot be read: {error}") from error


_NOT_SHOWN = (
    "call_back",
    "holder",
    "choices",
    "contact",
    "direct",
    "cards",
    "cards_in_time",
    "cards_taken",
    "central_s",
)


def shown(case: Case) -> Mapping[str, Any]:
    """The case as documents show it: the shape CASE of `server.documents.documents`."""
    plain = attrs.asdict(case, value_serializer=_plain)
    dues, kept, moved, broken = (plain.pop(name) for name in ("dues", "kept", "moved", "broken"))
    for name in _NOT_SHOWN:
        del plain[name]
    return {
        **plain,
        "open": case.open,
        "promises": {"kept": kept, "moved": moved, "broken": broken, "open": len(dues)},
    }


def _plain(_owner: Any, _attribute: Any, value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
