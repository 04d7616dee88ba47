"""The order in which the waiting are served (A4): as they came, and by priority only while they stack.

Switched by a fact, by a person or by the server's thresholds; read by the board on every screen.
"""

from enum import IntEnum


class Order(IntEnum):
    """The two orders of the board."""

    ARRIVAL = 1
    PRIORITY = 2
    """Waiting meldingen outnumber available units, or a person said so (A6)."""

    @property
    def key(self) -> str:
        """The key of the word in the texts and on the command line."""
        return self.name.lower()
