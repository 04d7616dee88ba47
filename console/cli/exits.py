"""What the program ends with, for scripts to go by."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses; the greater, the worse."""

    DONE = 0
    REFUSED = 1
    NOT_UNDERSTOOD = 2
    NO_SERVER = 3
    INTERRUPTED = 130
