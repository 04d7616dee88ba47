"""A second without any key."""

from datetime import timedelta

from console.part.stillness import STILL_FOR, Stillness
from tests.console.rig import START


def test_only_a_key_after_a_still_second_is_meant() -> None:
    """The first key ever is; one right behind another is not."""
    still = Stillness()
    still.pressed(START)
    assert still.was_still
    still.pressed(START + timedelta(milliseconds=999))
    assert not still.was_still
    still.pressed(START + timedelta(milliseconds=999) + STILL_FOR)
    assert still.was_still
