"""What a unit is doing, as far as the board needs to know.

The numbers that officers press on the radio differ per service: the status table of the server's
configuration maps them to these. The legal moves stand in `protocol.transitions`.
"""

from enum import IntEnum


class UnitStatus(IntEnum):
    """The five things a unit on duty can be doing."""

    AVAILABLE = 1
    """Free or interruptible; on foot and outside the car counts too."""

    ASSIGNED = 2
    """Has a melding and has not confirmed that it drives."""

    EN_ROUTE = 3
    ON_SCENE = 4
    UNAVAILABLE = 5
    """Cannot be called: no melding may be assigned."""

    @property
    def key(self) -> str:
        """The key of the status word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")
