"""How much a unit decides on its own (A93): seen by centralist and OpCo, weighed by the recommendation.

Said at sign-on. It says who needs a word of support, and never whose word counts.
"""

from enum import IntEnum


class Autonomy(IntEnum):
    """Three steps, from guided to leading others."""

    GUIDED = 1
    INDEPENDENT = 2
    LEADING = 3

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower()
