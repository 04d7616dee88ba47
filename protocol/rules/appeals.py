"""Which appeals an incident makes, and what answers each. Pure; the fold applies it, a screen never does.

An appeal is answered by its own answer and by nothing else (A3, A64): whoever looks at the melding for
another reason has answered nothing.
"""

from collections.abc import Iterable
from datetime import datetime

from attrs import evolve

from protocol.model.appeal import Appeal, AppealKind
from protocol.model.incident import Incident
from protocol.model.member import Right
from protocol.model.text import Name

Appeals = tuple[Appeal, ...]


def appeal(incident: Incident, kind: AppealKind) -> Appeal | None:
    """The one of this kind that stands; None for none."""
    return next((each for each in incident.appeals if each.kind is kind), None)


def asked(incident: Incident, kind: AppealKind, at: datetime, by: Name, *, anew: bool = False) -> Appeals:
    """With this appeal, at the end; one that stands already stands on, unless it is asked anew."""
    if appeal(incident, kind) is not None and not anew:
        return incident.appeals
    return (*answered(incident.appeals, kind), Appeal(kind=kind, since=at, by=by))


def answered(appeals: Iterable[Appeal], *kinds: AppealKind) -> Appeals:
    """Without the appeals of these kinds."""
    return tuple(each for each in appeals if each.kind not in kinds)


def heard_by_unit(incident: Incident, kind: AppealKind, unit: int) -> Appeals:
    """One unit has heard it; what was asked of those on it is answered once all of them have."""
    found = appeal(incident, kind)
    if found is None or unit in found.heard:
        return incident.appeals
    now = evolve(found, heard=(*found.heard, unit))
    if kind is AppealKind.YOUR_PRIORITY_1 and set(incident.units) <= set(now.heard):
        return answered(incident.appeals, kind)
    return tuple(now if each is found else each for each in incident.appeals)


def melder_is_talked_to(incident: Incident) -> bool:
    """True while somebody on the open contact line may answer the melder at once."""
    line = incident.contact_line
    return line.is_open and any(each.right is Right.TALKS for each in line.members)
