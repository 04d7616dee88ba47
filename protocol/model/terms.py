"""The site's terms: after how long things ring, warn or turn, and what the targets are.

From the server's settings, to every console in the welcome; the rules take these numbers. Nothing here is
law: each site sets its own, and the defaults hold where it does not.
"""

from datetime import timedelta
from enum import IntEnum
from typing import Any

from attrs import field, frozen
from attrs.validators import ge, instance_of, le

from protocol.model.priority import Priority
from protocol.model.text import Name
from protocol.model.unit import MAX_TEAM_CHARS

MAX_S = 7 * 24 * 3_600
MAX_STACK = 1_000


class ClockStart(IntEnum):
    """From when the target of a priority counts."""

    OPENED = 1
    """The melding was opened."""

    ASSIGNED = 2
    """The first unit got it."""

    @property
    def key(self) -> str:
        """The key of the word in the settings and the texts."""
        return self.name.lower()


def _seconds(default: int) -> Any:
    return field(default=default, validator=[instance_of(int), ge(1), le(MAX_S)])


def _stack(default: int) -> Any:
    return field(default=default, validator=[instance_of(int), ge(-MAX_STACK), le(MAX_STACK)])


def _targets(_instance: Any, attribute: Any, value: Any) -> None:
    if len(value) > len(Priority) or any(type(each) is not int or not 0 <= each <= 10_080 for each in value):
        raise ValueError(
            f"{attribute.name} must be at most {len(Priority)} whole numbers of minutes from 0 to 10080"
            f" (0: none), got {value!r}"
        )


def _minimums(_instance: Any, attribute: Any, value: Any) -> None:
    pairs = all(isinstance(each, tuple) and len(each) == 2 for each in value)
    if not pairs or not all(_is_minimum(*each) for each in value) or len(dict(value)) != len(value):
        raise ValueError(f"{attribute.name} must name each team once with 0 to 999 units, got {value!r}")


def _is_minimum(team: Any, least: Any) -> bool:
    named = isinstance(team, str) and team.strip() != "" and len(team) <= MAX_TEAM_CHARS
    return named and type(least) is int and 0 <= least <= 999


@frozen(kw_only=True)
class Terms:
    """The numbers that the rules of this site take."""

    ring_after_s: int = _seconds(60)
    """A melding without a reaction rings after this long (A3)."""

    warn_before_s: int = _seconds(300)
    """A promise warns this long before its time (A14)."""

    keep_in_touch_every_s: int = _seconds(900)
    """The melder hears something at least this often (A17)."""

    turn_at: int = _stack(1)
    """So many more wait than could go: the board turns to priority (A4)."""

    turn_back_at: int = _stack(-1)
    """So many or fewer: it turns back to arrival; below `turn_at`."""

    targets_min: tuple[int, ...] = field(default=(15, 30), validator=[instance_of(tuple), _targets])
    """Minutes to the spot for priority 1, 2, ...; 0 or absent: no target."""

    clock_start: ClockStart = field(default=ClockStart.OPENED, validator=instance_of(ClockStart))
    waterline: tuple[tuple[Name, int], ...] = field(default=(), validator=[instance_of(tuple), _minimums])
    """Team and how many of its units must stay callable (B29); a team that is not here has no minimum."""

    on_spot_within_m: int = field(default=60, validator=[instance_of(int), ge(5), le(2_000)])
    """A unit that drives to a melding and is seen this near is asked whether it is there."""

    stale_after_s: int = _seconds(300)
    """An older position is said to be too old, and no travel time is reckoned from it."""

    link_lasts_s: int = _seconds(4 * 3_600)
    """A melder's link is good for this long."""

    golden_hour_s: int = _seconds(3_600)
    """After scaling up, a change of role is confirmed first for this long (A73)."""

    nearby_m: int = field(default=3_000, validator=[instance_of(int), ge(100), le(100_000)])
    """Units within this distance are put on the line of an emergency, and see first who asks for more."""

    reason_to_listen: bool = field(default=False, validator=instance_of(bool))
    """True when stepping in and out of a contact line must say why."""

    def __attrs_post_init__(self) -> None:
        """Between the two thresholds the order stays, so they may not touch."""
        if self.turn_back_at >= self.turn_at:
            raise ValueError(f"turn_back_at must be below turn_at ({self.turn_at}), got {self.turn_back_at}")

    def target(self, priority: Priority) -> timedelta | None:
        """How soon a unit must be on the spot; None where the site has no target."""
        minutes = self.targets_min[priority - 1] if priority <= len(self.targets_min) else 0
        return timedelta(minutes=minutes) if minutes else None
