"""How long until something is due, in as few columns as can be read without thinking.

Pure; without words. Whole minutes until the last two, then steps of ten seconds: a text that does not change
costs nothing on a thin line, and three hundred of them cost nothing at rest.
"""

from datetime import datetime

from console.paint.age import age

FINE_FROM_S = 120
_STEP_S = 10


def seconds_until(due: datetime, now: datetime) -> int:
    """Whole seconds from `now` to `due`; negative once it has passed."""
    return int((due - now).total_seconds() // 1)


def countdown(seconds: int) -> str:
    """`25m`, `1:50` (minutes and seconds) in the last two minutes, `+3m` when so much too late."""
    if seconds < 0:
        return f"+{age(-seconds)}"
    if seconds < FINE_FROM_S:
        whole = -(-seconds // _STEP_S) * _STEP_S
        return f"{whole // 60}:{whole % 60:02d}"
    return age(seconds)
