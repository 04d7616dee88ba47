"""What an incident asks of somebody, until that somebody answers: what sounds, and to whom, hangs on these.

Opened and answered by the fold, and by nothing that a screen does: looking at a melding answers nothing.
Who is asked, and to whom it climbs, stands in the console's table of sounds.
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.moment import moment_field
from protocol.model.text import Name, name_field


class AppealKind(IntEnum):
    """What is asked; each has its own answer."""

    PRIORITY_1 = 1
    """Who goes? Answered by a unit that is sent, or by somebody of the room who says: I have it."""

    YOUR_PRIORITY_1 = 2
    """Of the units on it, when it became priority 1 under them: do you know? Each says so for itself."""

    COLLEAGUES = 3
    """Who comes (A64)? Answered by one who does."""

    CALLER = 4
    """Who speaks to the melder, who writes while no officer talks there? Answered by words to them."""

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower().replace("_", "-")


@frozen(kw_only=True)
class Appeal:
    """One that stands."""

    kind: AppealKind = field(validator=instance_of(AppealKind))
    since: datetime = field(validator=moment_field)
    by: Name = field(validator=name_field)
    """Whose deed opened it: it makes no sound at them."""

    proposed: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    """Ids of the units that the server would send, best first; empty while it has not reckoned."""

    heard: tuple[int, ...] = field(default=(), validator=instance_of(tuple))
    """Ids of the units that said to have heard it, in that order."""
