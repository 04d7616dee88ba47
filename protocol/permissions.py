"""What each role may wish for: one table.

The server enforces it before deciding; the console reads it to offer only what is allowed. A unit acts for
itself: that a status is its own is a rule of `server.decide`, not of this table.
"""

from collections.abc import Mapping

from protocol.commands import (
    AddEntry,
    AssignUnit,
    ChangePlace,
    ChangePriority,
    ChangeWhat,
    CloseIncident,
    Command,
    EnterPhase,
    JoinLine,
    LeaveLine,
    OpenIncident,
    ReleaseUnit,
    ReopenIncident,
    SetUnitStatus,
    SignOffUnit,
    SignOnUnit,
    Speak,
    StrikeEntry,
)
from protocol.model.role import Role

_LINE: frozenset[type] = frozenset({JoinLine, LeaveLine, Speak})
_LOG: frozenset[type] = frozenset({AddEntry, StrikeEntry})
_MELDING: frozenset[type] = frozenset(
    {OpenIncident, ChangePlace, ChangeWhat, ChangePriority, EnterPhase, CloseIncident, ReopenIncident}
)
_DISPATCH: frozenset[type] = frozenset({AssignUnit, ReleaseUnit})
_DUTY: frozenset[type] = frozenset({SetUnitStatus, SignOnUnit, SignOffUnit})

MAY: Mapping[Role, frozenset[type]] = {
    Role.CENTRALIST: _LINE | _LOG | _MELDING | _DISPATCH | _DUTY,
    Role.OPCO: _LINE | _LOG | _MELDING | _DISPATCH | _DUTY,
    Role.UNIT: _LINE | _LOG | _MELDING | _DISPATCH | _DUTY,  # A62, A64: no step needs the centralist
    Role.INFO_DESK: _LINE | _LOG,
    Role.PARTNER: _LINE,
    Role.EXERCISE_LEADER: _LINE | _LOG | _MELDING | _DISPATCH | _DUTY,
    Role.OBSERVER: frozenset(),
    Role.AUDITOR: frozenset(),
}

REPORTS_POSITIONS = frozenset({Role.UNIT, Role.CENTRALIST, Role.EXERCISE_LEADER})
"""Roles whose links may say where units are: a unit itself, a feed of the room, a rehearsal."""


def may(role: Role, command: type[Command]) -> bool:
    """True if the role may wish for a command of this class."""
    return command in MAY[role]
