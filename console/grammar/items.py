"""Promises, needs, referrals, cards, rows by number in an incident; the only open one needs none. Pure."""

from collections.abc import Mapping
from typing import Any

from console.actions.action import Arg, ArgKind, Selection
from console.grammar import find
from protocol.model.board import Board
from protocol.model.incident import Incident


def _all(incident: Incident, kind: ArgKind) -> tuple[Any, ...]:
    match kind:
        case ArgKind.PROMISE:
            return incident.promises
        case ArgKind.NEED:
            return incident.work.needs
        case ArgKind.CARD:
            return tuple(entry for entry in incident.entries if entry.card is not None)
        case ArgKind.WHO_ROW:
            return incident.scale.who
        case _:
            return incident.work.referrals


def _is_open(item: Any, kind: ArgKind) -> bool:
    match kind:
        case ArgKind.PROMISE:
            return bool(item.is_open)
        case ArgKind.NEED:
            return item.met is None
        case ArgKind.CARD:
            return item.struck_by is None
        case ArgKind.WHO_ROW:
            return not item.is_dropped
        case _:
            return item.accepted_by is None


def is_item(number: int, incident: int | None, kind: ArgKind, board: Board) -> bool:
    """True when the incident has one of this kind with this number; also before it is on the board."""
    known = None if incident is None else board.incidents.get(incident)
    return known is None or any(item.id == number for item in _all(known, kind))


def open_items(incident: int | None, kind: ArgKind, board: Board) -> list[int]:
    """The numbers of those that are open."""
    known = None if incident is None else board.incidents.get(incident)
    return [] if known is None else [item.id for item in _all(known, kind) if _is_open(item, kind)]


def selected_card(incident: int | None, selection: Selection, board: Board) -> int | None:
    """The number of the selected line where that is a card of this incident."""
    if selection.entry is None or incident is None or selection.incident != incident:
        return None
    return selection.entry if selection.entry in open_items(incident, ArgKind.CARD, board) else None


def only_open(arg: Arg, values: Mapping[str, Any], board: Board, line: str) -> int:
    """The number of the only open one. Raises NotUnderstood when there is none, or more than one."""
    numbers = open_items(values.get("incident"), arg.kind, board)
    if len(numbers) == 1:
        return numbers[0]
    if not numbers:
        raise find.missing(f"problem-no-open-{arg.kind.value}", line)
    raise find.missing(f"problem-which-{arg.kind.value}", line, candidates=[str(each) for each in numbers])
