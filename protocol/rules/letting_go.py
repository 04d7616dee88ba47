"""Let go only when it can be let go (A41-A44): the guard names what is missing and stops no emergency."""

from protocol.model.incident import Incident
from protocol.model.missing import Missing
from protocol.model.phase import Phase
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.rules.promises import open_promises


def missing_to_let_go(incident: Incident) -> tuple[Missing, ...]:
    """What must still happen before this incident may be closed, in the order in which one would do it.

    What and where it is are known; somebody named has taken it over and knows it, or the citizen goes on
    alone (A41-A43); partners have accepted (A23); promises are settled (A13); one that reacted says that it
    is done (A44); the melder has heard (A20).
    """
    end = incident.letting_go
    missing = []
    if not incident.what:
        missing.append(Missing.WHAT)
    if not incident.place.name:
        missing.append(Missing.PLACE)
    if not incident.reactions:
        missing.append(Missing.REACTION)
    if any(referral.accepted_by is None for referral in incident.work.referrals):
        missing.append(Missing.REFERRAL)
    if open_promises(incident):
        missing.append(Missing.PROMISE)
    if not end.own_strength:
        if end.handover is None:
            missing.append(Missing.TAKER)
        elif end.handover.acknowledged_at is None:
            missing.append(Missing.ACKNOWLEDGEMENT)
    if not end.unit_done_by:
        missing.append(Missing.CHECK)
    if end.feedback is None:
        missing.append(Missing.FEEDBACK)
    return tuple(missing)


def may_check_end(incident: Incident, name: Name, role: Role) -> bool:
    """Those that reacted may say that it is done, and the OpCo; nobody else (A44)."""
    reacted = (*incident.involved, *(each.by for each in incident.reactions))
    return role is Role.OPCO or name.casefold() in (each.casefold() for each in reacted)


def feedback_owed(incident: Incident) -> bool:
    """The melder is owed word: the police merge out or let go, and nobody has told (A20, A22)."""
    ending = incident.phase in (Phase.MERGE_OUT, Phase.CLOSED)
    return ending and incident.letting_go.feedback is None
