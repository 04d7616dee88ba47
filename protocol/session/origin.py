"""Where something was typed: which history of which world. Says what may be done with it elsewhere.

Taken from a welcome by the session; kept with every wish and with everything typed. Pure: it decides, and
moves nothing.
"""

from enum import Enum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.text import Name, name_field
from protocol.wire.messages import Welcome


class Fit(Enum):
    """How something of one origin stands to the history where one is now."""

    HERE = "here"
    """Of this very history: it goes by itself."""

    UNPLACED = "unplaced"
    """Of no history: it was typed before any welcome. Somebody says whether it was meant for this one."""

    ANOTHER_HISTORY = "another-history"
    """Of the same kind of world: shown, and sent only when somebody says so."""

    ANOTHER_KIND = "another-kind"
    """Of an exercise and this is live, or the other way round: shown, and never sent."""

    @property
    def may_be_sent(self) -> bool:
        """Whether somebody may send it here after looking."""
        return self is not Fit.ANOTHER_KIND


@frozen(kw_only=True)
class Origin:
    """One history of one world."""

    world: Name = field(validator=name_field)
    exercise: bool = field(validator=instance_of(bool))
    history: str = field(validator=instance_of(str))
    """As the welcome names it."""


def origin_of(welcome: Welcome) -> Origin:
    """Where this welcome leads."""
    return Origin(world=welcome.world, exercise=welcome.exercise, history=welcome.history)


def fit(made_in: Origin | None, here: Origin) -> Fit:
    """How what was made in one origin stands to `here`; None was made before any welcome."""
    if made_in is None:
        return Fit.UNPLACED
    if made_in == here:
        return Fit.HERE
    return Fit.ANOTHER_HISTORY if made_in.exercise is here.exercise else Fit.ANOTHER_KIND
