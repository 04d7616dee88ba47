"""What facts about the end do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.letting_go import (
    CitizenGoesOn,
    EndChecked,
    FeedbackGiven,
    HandoverAcknowledged,
    HandoverOffered,
)
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.letting_go import Feedback, Handover, LettingGo


def handover_offered(_known: LettingGo, fact: HandoverOffered, change: Change) -> dict[str, Any]:
    """A named taker, who has not yet said: I have it."""
    return {"handover": Handover(taker=fact.taker, packet=fact.packet, by=change.by)}


def handover_acknowledged(known: LettingGo, _fact: HandoverAcknowledged, change: Change) -> dict[str, Any]:
    """The taker has it."""
    if known.handover is None:
        return {}
    return {"handover": evolve(known.handover, acknowledged_at=change.at)}


def citizen_goes_on(_known: LettingGo, fact: CitizenGoesOn, _change: Change) -> dict[str, Any]:
    """The citizen can go on alone."""
    return {"own_strength": fact.why}


def end_checked(_known: LettingGo, fact: EndChecked, change: Change) -> dict[str, Any]:
    """Done, says whoever made the change; and so sees it the citizen."""
    return {"unit_done_by": change.by, "citizen_view": fact.citizen}


def feedback_given(_known: LettingGo, fact: FeedbackGiven, change: Change) -> dict[str, Any]:
    """The melder has heard, or it is recorded why not."""
    return {"feedback": Feedback(at=change.at, by=change.by, text=fact.text, given=fact.given)}


def _on_the_end(
    said: Callable[[LettingGo, Any, Change], dict[str, Any]],
) -> Callable[[Board, Any, Change], Board]:
    def apply(board: Board, fact: Any, change: Change) -> Board:
        incident = board.incidents.get(fact.incident)
        if incident is None:
            return board
        known = incident.letting_go
        return evolved(board, fact.incident, letting_go=evolve(known, **said(known, fact, change)))

    return apply


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    HandoverOffered: _on_the_end(handover_offered),
    HandoverAcknowledged: _on_the_end(handover_acknowledged),
    CitizenGoesOn: _on_the_end(citizen_goes_on),
    EndChecked: _on_the_end(end_checked),
    FeedbackGiven: _on_the_end(feedback_given),
}
