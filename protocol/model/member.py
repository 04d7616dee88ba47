"""Somebody on an open line.

Made by joining, ended by leaving. Everyone on the line sees everyone on it: there is no hidden listening.
"""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.text import Name, name_field


@frozen(kw_only=True)
class Member:
    """A person by account name, and since when."""

    name: Name = field(validator=name_field)
    since: datetime = field(validator=instance_of(datetime))
