"""The site's terms: what they refuse at birth, and what they answer."""

from datetime import timedelta
from typing import Any

import pytest

from protocol.model.priority import Priority
from protocol.model.terms import ClockStart, Terms


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"ring_after_s": 0}, "ring_after_s"),
        ({"warn_before_s": 604_801}, "warn_before_s"),
        ({"keep_in_touch_every_s": 1.5}, "keep_in_touch_every_s"),
        ({"turn_at": 2, "turn_back_at": 2}, r"turn_back_at must be below turn_at \(2\), got 2"),
        ({"targets_min": (1, 2, 3, 4, 5, 6)}, "targets_min must be at most 5"),
        ({"targets_min": (-1,)}, "from 0 to 10080"),
        ({"waterline": (("noord", 1000),)}, "waterline must name each team once with 0 to 999"),
        ({"waterline": (("noord", -1),)}, "waterline"),
        ({"waterline": (("noord", True),)}, "waterline"),
        ({"waterline": (("noord", 1), ("noord", 2))}, "waterline"),
        ({"waterline": (("", 1),)}, "waterline"),
        ({"waterline": (("x" * 61, 1),)}, "waterline"),
        ({"waterline": ((7, 1),)}, "waterline"),
        ({"waterline": (("noord",),)}, "waterline"),
        ({"waterline": ("noord",)}, "waterline"),
        ({"waterline": [("noord", 1)]}, "waterline"),
        ({"on_spot_within_m": 4}, "on_spot_within_m"),
        ({"on_spot_within_m": 2_001}, "on_spot_within_m"),
        ({"stale_after_s": 0}, "stale_after_s"),
    ],
)
def test_terms_that_make_no_sense_are_refused(wrong: dict[str, Any], words: str) -> None:
    """Naming the field, the rule and the value."""
    with pytest.raises((TypeError, ValueError), match=words):
        Terms(**wrong)


def test_a_priority_has_a_target_or_none() -> None:
    """Zero and absent are none."""
    terms = Terms(targets_min=(15, 0))
    assert [terms.target(each) for each in (Priority.P1, Priority.P2, Priority.P5)] == [
        timedelta(minutes=15),
        None,
        None,
    ]


def test_a_clock_has_a_key() -> None:
    """The word of the settings file."""
    assert [start.key for start in ClockStart] == ["opened", "assigned"]
