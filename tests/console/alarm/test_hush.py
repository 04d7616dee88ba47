"""Quiet, for a while only."""

from datetime import timedelta

from console.alarm.hush import LASTS, Hush
from tests.console.rig import START


def test_the_bell_comes_back_by_itself() -> None:
    """After ten minutes; how long it still lasts can be read."""
    hush = Hush()
    assert (hush.is_on(START), hush.left_s(START)) == (False, 0)
    assert hush.toggle(START)
    assert hush.left_s(START + timedelta(seconds=60)) == 540
    assert hush.is_on(START + LASTS - timedelta(seconds=1))
    assert not hush.is_on(START + LASTS)
    assert hush.left_s(START + LASTS + timedelta(hours=1)) == 0


def test_once_more_is_on_again_and_so_is_what_goes_through_it() -> None:
    """Toggled or ended; after its time it begins anew."""
    hush = Hush()
    hush.toggle(START)
    assert not hush.toggle(START)
    hush.toggle(START)
    hush.end()
    assert not hush.is_on(START)
    hush.toggle(START)
    assert hush.toggle(START + LASTS)
