"""Which of the two lines of an incident is meant.

Travels with the words of lines and with what somebody does there; `protocol.about` names lines by it.
"""

from enum import IntEnum


class LineKind(IntEnum):
    """Which of an incident's two lines."""

    OPEN = 1
    """The colleagues'; its words are the incident's timeline."""

    CONTACT = 2
    """Melder and officer."""
