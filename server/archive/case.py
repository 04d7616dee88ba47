"""A case: what the archive keeps of one incident, and how it is written down.

Made from an incident of the board and the facts that brought it there; found again by searches, indicators
and dossiers. It never changes an incident.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs
from attrs import frozen

from protocol.model.choice import Choice
from protocol.model.entry import EntryKind
from protocol.model.incident import Incident
from protocol.model.point import Point
from protocol.model.promise import PromiseState
from protocol.rules.contact import holder
from protocol.rules.letting_go import feedback_owed
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


def case_of(incident: Incident, *, assigned: datetime | None, passed: tuple[str, ...]) -> Case:
    """The case of an incident; `assigned` and `passed` are what its facts said and the board forgets."""
    melder, feedback, point = incident.intake.melder, incident.letting_go.feedback, incident.place.point
    states = [promise.state for promise in incident.promises]
    if feedback is not None:
        told = GIVEN if feedback.given else IMPOSSIBLE
    else:
        told = OWED if feedback_owed(incident) else NONE
    first_line = next((each.text for each in incident.entries if each.struck_by is None), "")
    cards = [each for each in incident.entries if each.kind is EntryKind.CARD and each.struck_by is None]
    return Case(
        number=incident.number,
        opened=incident.opened_at,
        closed=None if incident.is_open else incident.phase_since,
        closed_because=incident.closed_because,
        priority=int(incident.priority),
        code=incident.intake.code,
        what=incident.what,
        place=incident.place.name,
        lat=None if point is None else round(point.lat_deg, 5),
        lon=None if point is None else round(point.lon_deg, 5),
        melder_number=melder.number if melder else "",
        melder_name=melder.name if melder else "",
        call_back=melder.call_back if melder else False,
        story=incident.intake.story or first_line,
        phase=incident.phase.key,
        units=tuple(incident.involved),
        holder=holder(incident),
        reaction=incident.reactions[-1].kind.key if incident.reactions else None,
        reacted=incident.reactions[0].at if incident.reactions else None,
        assigned=assigned,
        arrived=incident.arrived_at,
        spoken=incident.contact.spoken_at,
        kept=states.count(PromiseState.KEPT),
        moved=states.count(PromiseState.MOVED),
        broken=states.count(PromiseState.BROKEN),
        dues=tuple(promise.due for promise in incident.promises if promise.is_open),
        feedback=told,
        passed=passed,
        choices=tuple(map(_sent, incident.choices)),
        contact=incident.contact_line.opened_at,
        direct=incident.contact_line.direct_at,
        cards=len(cards),
        cards_in_time=sum(card.in_time for card in cards),
        cards_taken=sum(bool(card.taken_by) for card in cards),
        central_s=incident.scale.central_s,
    )


def _sent(choice: Choice) -> Sent:
    return Sent(
        unit=choice.unit,
        travel_s=choice.travel_s,
        nearest=choice.nearest,
        nearest_s=choice.nearest_s,
        extra_s=choice.extra_s,
        reason=None if choice.reason is None else choice.reason.key,
        by_road=choice.by_road,
    )


def words_of(incident: Incident) -> str:
    """Everything that people said about it, for the full text."""
    intake, end = incident.intake, incident.letting_go
    said: list[str | None] = [
        incident.what,
        incident.place.name,
        intake.code,
        intake.story,
        intake.expects,
        intake.fears,
        *(answer.text for answer in intake.answers),
        intake.melder.name if intake.melder else None,
        *(entry.text for entry in incident.entries if entry.struck_by is None),
        *(reaction.text for reaction in incident.reactions),
        *(promise.what for promise in incident.promises),
        *(line.text for line in incident.work.aims),
        *(citizen.name for citizen in incident.work.citizens),
        *(referral.partner for referral in incident.work.referrals),
        end.handover.taker if end.handover else None,
        end.handover.packet if end.handover else None,
        end.own_strength,
        end.feedback.text if end.feedback else None,
        incident.closed_because,
        *incident.involved,
    ]
    return "\n".join(part for part in said if part)


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
