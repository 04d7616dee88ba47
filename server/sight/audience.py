"""Audiences: consoles that see the same run of changes, and who is in which. Pure.

The control room and the street (units) share one each; every partner has its own. What an audience gets of a
change is `visibility`'s, what of a board `board_view`'s.
"""

from collections.abc import Mapping
from enum import Enum, auto

from attrs import frozen

from protocol.model.board import NOBODY
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide.actor import Actor


class View(Enum):
    """Three kinds of audience."""

    ROOM = auto()
    STREET = auto()
    PARTNER = auto()


@frozen(kw_only=True)
class Audience:
    """Consoles that see the same run of changes."""

    view: View
    name: Name = NOBODY
    """The account, for a partner; "" for those who share a view."""


ROOM = Audience(view=View.ROOM)
STREET = Audience(view=View.STREET)

_VIEW_BY_ROLE: Mapping[Role, View] = {
    Role.CENTRALIST: View.ROOM,
    Role.OPCO: View.ROOM,
    Role.UNIT: View.STREET,
    Role.INFO_DESK: View.ROOM,
    Role.PARTNER: View.PARTNER,
    Role.EXERCISE_LEADER: View.ROOM,
    Role.OBSERVER: View.ROOM,
    Role.AUDITOR: View.ROOM,
}


def audience_of(actor: Actor) -> Audience:
    """Which run somebody hears. Raises KeyError for the melder, who hears none."""
    view = _VIEW_BY_ROLE[actor.role]
    return Audience(view=View.PARTNER, name=actor.name) if view is View.PARTNER else Audience(view=view)
