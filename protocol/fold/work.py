"""What facts about lists, needs, citizens and referrals do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.work import (
    AdditionStated,
    AimAdded,
    AimDropped,
    CitizenNoted,
    NeedMet,
    NeedStated,
    ReferralAccepted,
    Referred,
)
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.work import Addition, AimLine, Citizen, Need, Referral


def aim_added(incident: Incident, fact: AimAdded, change: Change) -> dict[str, Any]:
    """A line more on one of the three lists."""
    line = AimLine(aim=fact.aim, text=fact.text, by=change.by)
    return {"aims": (*incident.work.aims, line)}


def aim_dropped(incident: Incident, fact: AimDropped, _change: Change) -> dict[str, Any]:
    """Every line of that list with these words is gone."""
    dropped = (fact.aim, fact.text)
    return {"aims": tuple(line for line in incident.work.aims if (line.aim, line.text) != dropped)}


def need_stated(incident: Incident, fact: NeedStated, _change: Change) -> dict[str, Any]:
    """A need more, unmet."""
    needs = incident.work.needs
    return {"needs": (*needs, Need(id=len(needs) + 1, what=fact.what, from_whom=fact.from_whom))}


def need_met(incident: Incident, fact: NeedMet, _change: Change) -> dict[str, Any]:
    """The need is met."""
    return {
        "needs": tuple(
            evolve(need, met=fact.how) if need.id == fact.need else need for need in incident.work.needs
        )
    }


def addition_stated(incident: Incident, fact: AdditionStated, _change: Change) -> dict[str, Any]:
    """The unit's line, in place of its old one."""
    others = tuple(each for each in incident.work.additions if each.unit != fact.unit)
    return {"additions": (*others, Addition(unit=fact.unit, text=fact.text))}


def citizen_noted(incident: Incident, fact: CitizenNoted, _change: Change) -> dict[str, Any]:
    """The citizen in this role, in place of what was known of the same name."""
    others = tuple(each for each in incident.work.citizens if each.name != fact.name)
    return {"citizens": (*others, Citizen(name=fact.name, role=fact.role))}


def referred(incident: Incident, fact: Referred, _change: Change) -> dict[str, Any]:
    """A referral more, not yet accepted."""
    known = incident.work.referrals
    referral = Referral(id=len(known) + 1, partner=fact.partner, consent=fact.consent)
    return {"referrals": (*known, referral)}


def referral_accepted(incident: Incident, fact: ReferralAccepted, _change: Change) -> dict[str, Any]:
    """The partner has it."""
    return {
        "referrals": tuple(
            evolve(each, accepted_by=fact.by_whom) if each.id == fact.referral else each
            for each in incident.work.referrals
        )
    }


def _on_work(
    said: Callable[[Incident, Any, Change], dict[str, Any]],
) -> Callable[[Board, Any, Change], Board]:
    def apply(board: Board, fact: Any, change: Change) -> Board:
        incident = board.incidents.get(fact.incident)
        if incident is None:
            return board
        return evolved(board, fact.incident, work=evolve(incident.work, **said(incident, fact, change)))

    return apply


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    AimAdded: _on_work(aim_added),
    AimDropped: _on_work(aim_dropped),
    NeedStated: _on_work(need_stated),
    NeedMet: _on_work(need_met),
    AdditionStated: _on_work(addition_stated),
    CitizenNoted: _on_work(citizen_noted),
    Referred: _on_work(referred),
    ReferralAccepted: _on_work(referral_accepted),
}
