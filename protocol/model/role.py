"""Who somebody is to the control room. What each may do is one table: `protocol.permissions`.

Given to an account by the site; sent to the console at the welcome. The melder has no account.
"""

from enum import IntEnum


class Role(IntEnum):
    """The roles an account can have."""

    CENTRALIST = 1
    OPCO = 2
    UNIT = 3
    INFO_DESK = 4
    PARTNER = 5
    EXERCISE_LEADER = 6
    OBSERVER = 7
    AUDITOR = 8

    @property
    def key(self) -> str:
        """The key of the role's word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")
