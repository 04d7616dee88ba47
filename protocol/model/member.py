"""Somebody on a line, and with what right.

Made by joining, ended by leaving. Everyone on the line sees everyone on it, also who only listens: there is
no hidden listening (A49).
"""

from datetime import datetime
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.text import Name, name_field


class Right(IntEnum):
    """What a member of a line may do there."""

    TALKS = 1
    LISTENS = 2
    """Hears and reads everything; speaks only after stepping in."""

    @property
    def key(self) -> str:
        """The key of the word in the texts."""
        return self.name.lower()


@frozen(kw_only=True)
class Member:
    """A person by account name, and since when."""

    name: Name = field(validator=name_field)
    since: datetime = field(validator=instance_of(datetime))
    right: Right = field(default=Right.TALKS, validator=instance_of(Right))
