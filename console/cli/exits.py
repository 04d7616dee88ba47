"""What the program ends with, for scripts to go by."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit statuses; the greater, the worse."""

    DONE = 0
    REFUSED = 1
    NOT_UNDERSTOOD = 2
    """Also for a screen without a terminal."""

    NO_SERVER = 3
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


def ended(by_signal: int) -> Exit:
    """The status of a screen that this signal told to end, as a shell gives it; 0 for none."""
    return Exit(128 + by_signal) if by_signal else Exit.DONE
