"""Who sees what of each fact, of an incident and of the board, as text. Pure; asks the visibility."""

from collections.abc import Iterator
from typing import Any

import attrs
from immutables import Map

from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentOpened
from protocol.facts.order import OrderSwitched
from protocol.facts.timeline import PartnerInvited
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.order import Order
from protocol.model.phase import Phase
from protocol.model.text import Text
from protocol.model.unit import Unit
from protocol.wire.tags import FACTS
from server.sight.audience import ROOM, STREET, Audience, View
from server.sight.board_view import board_for
from server.sight.visibility import SIGHTS, seen
from tests.full_board import full_board
from tests.golden.filled import FILLED_NAME, filled
from tests.protocol.make import change

AUDIENCES = (ROOM, STREET, Audience(view=View.PARTNER, name=FILLED_NAME))
"""The partner is one that was invited: to others nothing is told at all."""

_WIDTHS = (36, 28, 28)


def text() -> str:
    """The whole file."""
    parts = (
        (_row("fact", "room", "street", "partner"), *sorted(map(_fact_row, FACTS.values()))),
        (_row("incident", "room", "street", "partner"), *_incident_rows()),
        (_row("board", "room", "street", "partner"), *_board_rows()),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def incident() -> Incident:
    """Open, and with everything in it."""
    value: Incident = filled(Incident, phase=Phase.MERGE_IN, closed_because=None)
    return value


def _row(*cells: str) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, (*_WIDTHS, 0), strict=True))
    return "".join(padded).rstrip()


def _fact_row(kind: type[Fact]) -> str:
    return _row(
        kind.__name__,
        *(
            _fact_cell(kind, audience, sight.name.lower())
            for audience, sight in zip(AUDIENCES, SIGHTS[kind], strict=True)
        ),
    )


def _fact_cell(kind: type[Fact], audience: Audience, sight: str) -> str:
    """The sight of the table, and what a fact with everything in it comes down to."""
    before = Board(incidents=Map({1: incident()}), units=Map({1: filled(Unit)}))
    # An incident that is opened is another one than that which is there.
    fact = filled(kind, incident=2) if kind is IncidentOpened else filled(kind)
    told = change(2, fact)
    got = seen(told, before, fold(before, told), audience)
    if not got:
        return sight
    if type(got[0]) is not kind:
        return f"{sight}: {type(got[0]).__name__}"
    names = (each.name for each in attrs.fields(kind))
    lost = [name for name in names if getattr(got[0], name) != getattr(fact, name)]
    return sight if not lost else f"{sight}, not {', '.join(lost)}"


def _incident_rows() -> Iterator[str]:
    """Every field, all the way down: seen, left empty, or something else in its place."""
    whole = filled(Incident)
    board = Board(incidents=Map({whole.number: whole}))
    seen_by = [_leaves(board_for(board, audience).incidents[whole.number]) for audience in AUDIENCES]
    empty = _leaves(incident_left_out())
    for path, value in _leaves(whole).items():
        yield _row(path, *(_cell(leaves.get(path), value, empty.get(path)) for leaves in seen_by))


def incident_left_out() -> Incident:
    """The same, with all that can be left out left out."""
    whole = filled(Incident)
    needed = {each.name for each in attrs.fields(Incident) if each.default is attrs.NOTHING}
    return Incident(**{name: getattr(whole, name) for name in needed})


def _leaves(value: Any, path: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in attrs.fields(type(value)):
        part = getattr(value, each.name)
        below = f"{path}{each.name}"
        found |= _leaves(part, f"{below}.") if attrs.has(type(part)) else {below: part}
    return found


def _cell(got: Any, whole: Any, empty: Any) -> str:
    if got == whole:
        return "yes"
    return "-" if got == empty else "hidden"


def _board_rows() -> Iterator[str]:
    """What of the board itself is there."""
    invited = PartnerInvited(incident=1, partner=FILLED_NAME)
    whole = full_board(invited, OrderSwitched(order=Order.PRIORITY, why=Text("druk")))
    boards = [board_for(whole, audience) for audience in AUDIENCES]
    empty = Board()
    for each in attrs.fields(Board):
        name = each.name
        parts = (_part(getattr(board, name), getattr(whole, name), getattr(empty, name)) for board in boards)
        yield _row(name, *parts)


def _part(got: Any, whole: Any, empty: Any) -> str:
    """Of incidents and the like only whether they are there: what of each stands above."""
    keys = [{*each} if isinstance(each, Map | tuple) else each for each in (got, whole, empty)]
    if keys[0] == keys[1]:
        return "yes"
    return "-" if keys[0] == keys[2] else "some"
