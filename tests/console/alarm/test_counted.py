"""The figure of the law of sounds, at one desk."""

from datetime import timedelta

from console.alarm.counted import Counted, Figure
from console.part.sounds import COLLEAGUES, EMERGENCY, PRIORITY_1, PROMISE_SOON
from tests.console.rig import START


def test_calls_and_emergencies_stand_beside_the_budget() -> None:
    """The most of the others in any ten minutes is what counts."""
    counted = Counted()
    for minutes, sound in (
        (0, PROMISE_SOON),
        (1, PRIORITY_1),
        (2, EMERGENCY),
        (9, COLLEAGUES),
        (12, COLLEAGUES),
    ):
        counted.rang(sound, START + timedelta(minutes=minutes))
    counted.ended(answered=True)
    counted.ended(answered=False)
    assert counted.figure() == Figure(sounds=5, beside_calls=3, most_in_ten=2, asked=2, answered=1)


def test_nothing_is_nothing() -> None:
    """A quiet desk has a figure too."""
    assert Counted().figure() == Figure(sounds=0, beside_calls=0, most_in_ten=0, asked=0, answered=0)
