"""How urgent a melding is, 1 to 5.

The names and targets of the levels differ per police service and are configuration; the order is not.
Set at opening, changed by a person or by rehearsed data; read by the board's order and the map's signs.
"""

from enum import IntEnum


class Priority(IntEnum):
    """1 is a threat to life, 5 is administrative."""

    P1 = 1
    P2 = 2
    P3 = 3
    P4 = 4
    P5 = 5
