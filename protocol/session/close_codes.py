"""The close codes of a console's link: one table, written by the server and read by the dialler.

Codes of 4000 and above are ours; those below belong to the websocket itself. Whoever closes for another
reason needs a code here first, so that the other end can say why.
"""

from enum import IntEnum


class CloseCode(IntEnum):
    """Why an end of the link ended it."""

    NORMALLY = 1000
    """A person hangs up."""

    GOING_AWAY = 1001
    """The server stops."""

    RESUME = 4000
    """The console is too far behind, or telling it failed: the next link tells what it misses."""

    DEAF = 4001
    """The server heard nothing for DEAF_AFTER_S."""

    BAD_MESSAGE = 4002
    """What came is not a message of this protocol."""

    AGAIN = 4003
    """The journal cannot be read just now."""


FRAME_WAS_BAD = frozenset({CloseCode.BAD_MESSAGE, 1003, 1007, 1009})
"""Codes that say that a frame was no good: ours, and what the websocket itself says of a kind of data, of
text that is none, and of a size that it does not take. To send the same frame again ends in the same way.
"""
