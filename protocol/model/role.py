"""Who somebody is to the control room. What each may do is one table: `protocol.permissions`.

Given to an account by the site; sent to the console at the welcome. The melder has no account, and comes in
by a link that is good for one melding.
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
    MELDER = 9
    """Whoever called, at the end of a contact line; never an account's."""

    @property
    def key(self) -> str:
        """The key of the role's word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")
