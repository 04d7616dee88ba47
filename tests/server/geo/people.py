"""Boards with units and one melding, and where everybody is, for the tests of this folder."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from immutables import Map

from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.moment import from_ms
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.text import Name
from protocol.model.unit import Unit
from tests.server.geo.small_town import at

NOW = from_ms(1_790_000_000_000)
HERE = at(0, 0)


def unit(id: int, **told: Any) -> Unit:
    """A unit on duty, free unless told."""
    return Unit(**{"id": id, "call_sign": Name(f"12.{id:02d}"), "since": NOW, **told})


def incident(number: int = 7, *, point: Point | None = HERE, **told: Any) -> Incident:
    """A melding of priority 2 at the corner of the town, unless told."""
    usual = {
        "opened_at": NOW,
        "opened_by": Name("anna"),
        "priority": Priority.P2,
        "what": Name("vechtpartij"),
        "place": Place(name=Name("Blaak 31"), point=point),
        "phase_since": NOW,
    }
    return Incident(number=number, **{**usual, **told})


def board(units: Iterable[Unit], *incidents: Incident) -> Board:
    """The board that holds them."""
    here, open_ = {each.id: each for each in units}, {each.number: each for each in incidents}
    return Board(
        units=Map(here),
        incidents=Map(open_),
        last_unit=max(here, default=0),
        last_incident=max(open_, default=0),
    )


def seen(points: Mapping[int, Point], *, ago_s: float = 5, now: datetime = NOW) -> dict[int, Fix]:
    """Everybody's position, all of the same age."""
    when = now - timedelta(seconds=ago_s)
    return {id: Fix(unit=id, point=point, at=when) for id, point in points.items()}
