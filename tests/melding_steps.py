"""The steps of a random history within one melding: intake, reactions, promises, the work and the end.

Each draws facts that the server might have accepted now, or none when nothing applies. For `tests.histories`.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from protocol.facts.fact import Fact
from protocol.facts.incidents import PhaseEntered
from protocol.facts.intake import (
    CaughtMarked,
    DescriptionSent,
    EarlierRecorded,
    IncidentClassified,
    IntakeDescribed,
    MelderDescribed,
    QuestionAnswered,
    ReportAttached,
)
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.facts.order import OrderSwitched
from protocol.facts.promises import (
    MelderOffered,
    MelderSpokenTo,
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
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
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.text import Name
from protocol.rules.contact import holder
from protocol.rules.promises import open_promises
from protocol.rules.reaction import may_react
from tests.strategies import values_of

Step = Callable[[st.DrawFn, Board, Name], tuple[Fact, ...]]
"""What may happen now, and what that makes happen; nothing when it does not apply."""

_DRAWN: Mapping[type[Any], st.SearchStrategy[Any]] = {
    kind: values_of(kind)
    for kind in (
        *(
            IntakeDescribed,
            MelderDescribed,
            IncidentClassified,
            QuestionAnswered,
            EarlierRecorded,
            CaughtMarked,
        ),
        *(DescriptionSent, ReportAttached, Reacted, PromiseMade, PromiseMoved, PromiseBroken, MelderOffered),
        *(AimAdded, NeedStated, NeedMet, AdditionStated, CitizenNoted, Referred, ReferralAccepted),
        *(HandoverOffered, CitizenGoesOn, EndChecked, FeedbackGiven, OrderSwitched),
    )
}


def some_open(draw: st.DrawFn, board: Board) -> Incident | None:
    """Any open incident; None when there is none."""
    open_ones = board.open_incidents()
    return draw(st.sampled_from(open_ones)) if open_ones else None


def _drawn(draw: st.DrawFn, kind: type[Any], incident: Incident, **told: Any) -> Any:
    return evolve(draw(_DRAWN[kind]), incident=incident.number, **told)


def learns(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """The intake grows."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    kinds = [
        IntakeDescribed,
        MelderDescribed,
        IncidentClassified,
        QuestionAnswered,
        DescriptionSent,
        ReportAttached,
    ]
    kind = draw(st.sampled_from([*kinds, CaughtMarked, EarlierRecorded]))
    if kind is CaughtMarked:
        return (CaughtMarked(incident=incident.number, caught=incident.intake.caught_at is None),)
    if kind is EarlierRecorded:
        before = incident.opened_at - timedelta(minutes=draw(st.integers(1, 600)))
        return (_drawn(draw, EarlierRecorded, incident, happened_at=before),)
    return (_drawn(draw, kind, incident),)


def reacts(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """Somebody says how the police react."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    fact = _drawn(draw, Reacted, incident)
    return (fact if may_react(fact.kind, agreed=fact.agreed) else evolve(fact, agreed=True),)


def promises(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """A promise is made, or an open one is kept, moved or broken."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    due = board.at + timedelta(seconds=draw(st.integers(1, 90_000)))
    owed = open_promises(incident)
    if not owed or draw(st.booleans()):
        return (_drawn(draw, PromiseMade, incident, due=due),)
    id = draw(st.sampled_from(owed)).id
    settled: list[Fact] = [
        PromiseKept(incident=incident.number, promise=id),
        _drawn(draw, PromiseMoved, incident, promise=id, due=due),
        _drawn(draw, PromiseBroken, incident, promise=id),
    ]
    return (draw(st.sampled_from(settled)),)


def touches(draw: st.DrawFn, board: Board, by: Name) -> tuple[Fact, ...]:
    """Somebody speaks to the melder, or the contact passes."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    facts: list[Fact] = [MelderSpokenTo(incident=incident.number)]
    offered = _drawn(draw, MelderOffered, incident)
    if offered.to != holder(incident):
        facts.append(offered)
    if by != holder(incident):
        facts.append(MelderTaken(incident=incident.number))
    return (draw(st.sampled_from(facts)),)


def works(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """Those involved add something."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    work = incident.work
    begun: list[Fact] = [
        _drawn(draw, kind, incident) for kind in (AimAdded, NeedStated, CitizenNoted, Referred)
    ]
    facts: list[Fact] = [
        AimDropped(incident=incident.number, aim=line.aim, text=line.text) for line in work.aims[:1]
    ]
    facts += [_drawn(draw, NeedMet, incident, need=need.id) for need in work.needs[-1:]]
    facts += [_drawn(draw, ReferralAccepted, incident, referral=each.id) for each in work.referrals[-1:]]
    facts += [_drawn(draw, AdditionStated, incident, unit=unit) for unit in incident.units[:1]]
    builds_on = draw(st.booleans())
    return (draw(st.sampled_from(facts if facts and builds_on else begun)),)


def ends(draw: st.DrawFn, board: Board, _by: Name) -> tuple[Fact, ...]:
    """One step towards letting go; the first enters its phase."""
    incident = some_open(draw, board)
    if incident is None:
        return ()
    number, handover = incident.number, incident.letting_go.handover
    if handover is not None and handover.acknowledged_at is None and draw(st.booleans()):
        return (HandoverAcknowledged(incident=number),)
    kind = draw(st.sampled_from([HandoverOffered, CitizenGoesOn, EndChecked, FeedbackGiven]))
    entering = kind is not FeedbackGiven and incident.phase is not Phase.MERGE_OUT
    entered = [PhaseEntered(incident=number, phase=Phase.MERGE_OUT)] if entering else []
    return (*entered, _drawn(draw, kind, incident))


def switches(draw: st.DrawFn, _board: Board, _by: Name) -> tuple[Fact, ...]:
    """The board is ordered otherwise."""
    return (draw(_DRAWN[OrderSwitched]),)


MELDING_STEPS: Mapping[str, Step] = {
    "learns": learns,
    "reacts": reacts,
    "promises": promises,
    "touches": touches,
    "works": works,
    "ends": ends,
    "switches the order": switches,
}
