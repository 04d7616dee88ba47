"""Wishes about a deed that one did oneself a moment ago: that it had not been done."""

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.commands.command import Command
from protocol.wire.limits import MAX_COMMAND_ID


@frozen(kw_only=True)
class TakeBack(Command, tag=91):
    """Take back one's own last deed, while nobody built on it; `protocol.taking_back` says what that does."""

    wish: int = field(default=0, validator=[instance_of(int), ge(0), le(MAX_COMMAND_ID)])
    """The id under which its sender wished the deed; 0 for the account's last one that still stands."""
