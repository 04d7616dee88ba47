"""Who of the room is at which melding, as short names, and which calls are being taken. Pure.

From the ticks of the other desks; read by the board's rows, the melding's head and the intake form.
"""

from collections.abc import Collection, Mapping

from console.board.half_row import TYPES, HalfRow
from console.part.context import Context
from protocol.model.presence import Spot
from protocol.session.present import AtSeat, HalfAt

LEAST_CHARS = 2
MOST_CHARS = 8


def types_at(desk: AtSeat) -> bool:
    """True where something is typed and not sent, or a form is open."""
    return desk.presence.typed > 0 or desk.presence.spot is Spot.FORM


def short_name(name: str, others: Collection[str]) -> str:
    """As few characters as tell the name apart from the others, at least two and at most eight."""
    folded = [each.casefold() for each in others if each.casefold() != name.casefold()]
    for length in range(LEAST_CHARS, MOST_CHARS):
        start = name[:length]
        if not any(each.startswith(start.casefold()) for each in folded):
            return start
    return name[:MOST_CHARS]


def marks(context: Context) -> Mapping[int, str]:
    """For each melding where somebody else is: `be✎ co`, who types first."""
    seats = context.present.seats.values()
    names = {context.name, *(each.name for each in seats)}
    found: dict[int, list[tuple[bool, str]]] = {}
    for desk in seats:
        if desk.presence.incident:
            short = short_name(desk.name, names)
            found.setdefault(desk.presence.incident, []).append((not types_at(desk), short))
    return {
        number: " ".join(dict.fromkeys(f"{short}{'' if still else TYPES}" for still, short in sorted(here)))
        for number, here in found.items()
    }


def at_melding(context: Context, number: int) -> str:
    """The same for one melding in whole names: `bert ✎, cor`; empty for nobody."""
    here = sorted(context.present.at(number), key=lambda desk: not types_at(desk))
    return ", ".join(dict.fromkeys(f"{desk.name} {TYPES}" if types_at(desk) else desk.name for desk in here))


def half_rows(context: Context, own: Collection[HalfAt]) -> tuple[HalfRow, ...]:
    """The calls that are being taken: at other desks, then our own that lie half; the new one that waits."""
    rows = [_row(each) for each in (*context.present.halves, *own)]
    opening = context.opening
    if opening is not None:
        rows.append(
            HalfRow(
                who=context.name,
                what=opening.what,
                place=opening.place.name,
                priority=int(opening.priority),
                under_way=True,
            )
        )
    return tuple(rows)


def _row(half: HalfAt) -> HalfRow:
    said = half.half
    return HalfRow(who=half.name, what=said.what, place=said.place, priority=said.priority)
