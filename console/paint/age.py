"""How long ago, and how far, in as few columns as can be read without thinking.

Pure; without words, so the same in every language. Steps are coarse on purpose: a text that does not change
costs nothing on a thin line.
"""

from datetime import datetime

_MINUTE_S = 60
_HOUR_S = 3_600
_DAY_S = 86_400


def seconds_between(since: datetime, now: datetime) -> int:
    """Whole seconds from `since` to `now`, 0 when it lies in the future (clocks differ a little)."""
    return max(0, int((now - since).total_seconds()))


def age(seconds: int) -> str:
    """`0m` to `59m`, `1:00` to `23:59` (hours and minutes), then days: `1d`."""
    if seconds < _HOUR_S:
        return f"{seconds // _MINUTE_S}m"
    if seconds < _DAY_S:
        return f"{seconds // _HOUR_S}:{seconds % _HOUR_S // _MINUTE_S:02d}"
    return f"{seconds // _DAY_S}d"


def fine_age(seconds: int) -> str:
    """Like `age`, with seconds in steps of ten below a minute: `0s`, `10s` … `50s`."""
    return f"{seconds // 10 * 10}s" if seconds < _MINUTE_S else age(seconds)


def distance(metres: float) -> str:
    """`40m`, `950m` in tens of metres; `1.2k` in hundreds; `12k` from ten kilometres."""
    if metres < 995:
        return f"{round(metres / 10) * 10}m"
    if metres < 9_950:
        return f"{metres / 1_000:.1f}k"
    return f"{metres / 1_000:.0f}k"


def travel(seconds: float | None) -> str:
    """`4 min`, at least one; `?` when nobody knows. Seconds would claim more than a map can know."""
    return "?" if seconds is None else f"{max(1, round(seconds / 60))} min"
