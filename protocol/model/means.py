"""By what means a unit moves.

Given at sign-on; read by the unit list now and by travel times later. Everyone counts: on foot is a means.
"""

from enum import IntEnum


class Means(IntEnum):
    """The four means of the street."""

    CAR = 1
    MOTORCYCLE = 2
    BICYCLE = 3
    FOOT = 4

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower()
