"""Which incidents are listed, in which order, and what becomes of the selection when that changes.

Pure. The selection is an incident's number and never moves by itself while that incident is on the board:
what somebody is typing must not end up with another incident.
"""

from collections.abc import Mapping, Sequence

from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.letters import plain_letters
from protocol.model.unit import Unit
from protocol.rules.stacking import in_order


def listed(
    board: Board, *, wanted: str = "", show_closed: bool = False, pinned: int | None = None
) -> tuple[Incident, ...]:
    """Open incidents in the order of the rules, then (where asked) closed ones, last closed first.

    Only those in which every word of `wanted` occurs. The `pinned` one is listed in any case.
    """
    words = plain_letters(wanted).split()
    closed = [
        board.incidents[number]
        for number in reversed(board.closed)
        if (show_closed or number == pinned) and number in board.incidents
    ]
    return tuple(
        incident
        for incident in (*in_order(board), *closed)
        if not words or incident.number == pinned or matches(incident, words, board.units)
    )


def matches(incident: Incident, words: Sequence[str], units: Mapping[int, Unit]) -> bool:
    """True when every word (casefolded) is part of its number, what, place or a call sign, or is its `p1`."""
    call_signs = " ".join(units[id].call_sign for id in incident.units if id in units)
    hay = plain_letters(f"{incident.number} {incident.what} {incident.place.name} {call_signs}")
    priority = f"p{int(incident.priority)}"
    return all(word in hay or word == priority for word in words)


def kept(selected: int | None, before: Sequence[int], after: Sequence[int]) -> int | None:
    """The selection in the new list: the same number, else its nearest neighbour that is still there.

    The neighbour below goes before the one above; without any the first. None only when the list is empty.
    """
    remaining = set(after)
    if selected in remaining:
        return selected
    if selected in before:
        place = before.index(selected)
        for number in (*before[place + 1 :], *reversed(before[:place])):
            if number in remaining:
                return number
    return after[0] if after else None


def moved(selected: int | None, numbers: Sequence[int], by: int) -> int | None:
    """The selection so many rows further down (up when negative), stopping at the ends."""
    if not numbers:
        return None
    if selected not in numbers:
        return numbers[0] if by >= 0 else numbers[-1]
    return numbers[min(len(numbers) - 1, max(0, numbers.index(selected) + by))]


def first_row(*, top: int, line: int | None, index: int | None, height: int, count: int) -> int:
    """The index of the row to show first.

    `top` and `line` are the first row and the selection's line as shown before; `index` is where the
    selection is now. The selection stays on its line where it can, so that a list that grows above does not
    move under the eye; at the top of the list new rows above come into view. Always in view afterwards, with
    no blank lines below the end where the list is longer than the height.
    """
    most = max(0, count - height)
    if index is None:
        return min(top, most)
    if top > 0 and line is not None and 0 <= line < height:
        top = index - line
    top = min(max(top, index - height + 1), index)
    return min(max(top, 0), most)
