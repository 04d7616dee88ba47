"""First come, first served, until it stacks (A4): the board turns to priority only while it must."""

from attrs import frozen

from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.rules.reaction import needs_reaction

_CAN_WAIT = (Priority.P4, Priority.P5)


@frozen(kw_only=True)
class Stack:
    """How many wait, and how many could go."""

    waiting: int
    available: int


def waits_for_unit(incident: Incident) -> bool:
    """A melding without a unit, not yet merging out, for which nobody agreed on another reaction."""
    sends_nobody = bool(incident.reactions) and incident.reactions[-1].kind.sends_nobody
    before_the_end = incident.phase not in (Phase.MERGE_OUT, Phase.CLOSED)
    return before_the_end and not incident.units and not sends_nobody


def stack_of(board: Board) -> Stack:
    """The two numbers that A4 compares."""
    return Stack(
        waiting=sum(map(waits_for_unit, board.incidents.values())),
        available=sum(unit.can_be_called for unit in board.units.values()),
    )


def order_for(stack: Stack, now: Order, *, turn_at: int, turn_back_at: int) -> Order:
    """By priority when `turn_at` more wait than could go; back when it is `turn_back_at` or fewer (A4).

    Between the two the order stays as it is, so that the board does not flutter.
    """
    too_many = stack.waiting - stack.available
    if too_many >= turn_at:
        return Order.PRIORITY
    return Order.ARRIVAL if too_many <= turn_back_at else now


def in_order(board: Board) -> list[Incident]:
    """The open incidents as the board shows them: what waits for a reaction first (A3), then by its order.

    By priority, one of priority 4 or 5 that waits is never above a running one that is more urgent (A4).
    """
    by_priority = board.order is Order.PRIORITY
    return sorted(
        (incident for incident in board.incidents.values() if incident.is_open),
        key=lambda incident: _by_priority(incident) if by_priority else _by_arrival(incident),
    )


def _by_arrival(incident: Incident) -> tuple[bool, int]:
    return (not needs_reaction(incident), incident.number)


def _by_priority(incident: Incident) -> tuple[bool, Priority, bool, int]:
    waits = needs_reaction(incident)
    first = waits and incident.priority not in _CAN_WAIT
    return (not first, incident.priority, not waits, incident.number)
