"""The link's health with measures that stand still for a while."""

from console.shell.calm_health import HELD_S, CalmHealth
from console.store import LinkHealth
from protocol.session.events import LinkState


class Link:
    """A link whose measures change at every look."""

    def __init__(self) -> None:
        self.state = LinkState.LIVE
        self.round_trip_s: float | None = 0.04

    def ask(self, now_s: float) -> LinkHealth:
        """As it is now."""
        return LinkHealth(
            state=self.state,
            silent_s=now_s,
            round_trip_s=self.round_trip_s,
            bytes_per_s=100 + now_s,
            waiting=0,
        )


def test_measures_stand_still_while_the_silence_goes_on() -> None:
    """Digits that dance cost a thin line; how long it is silent is always of now."""
    calm = CalmHealth(Link().ask)
    calm.at(0)
    held = calm.at(HELD_S - 0.1)
    assert (held.bytes_per_s, held.silent_s) == (100, HELD_S - 0.1)
    assert calm.at(HELD_S).bytes_per_s == 100 + HELD_S


def test_another_state_is_shown_at_once_with_its_own_measures() -> None:
    """What was measured before it says nothing any more."""
    link = Link()
    calm = CalmHealth(link.ask)
    calm.at(0)
    link.state = LinkState.SILENT
    now = calm.at(1)
    assert (now.state, now.bytes_per_s) == (LinkState.SILENT, 101)


def test_nothing_is_held_before_there_is_a_measure() -> None:
    """The first round trip is shown as soon as it is known."""
    link = Link()
    link.round_trip_s = None
    calm = CalmHealth(link.ask)
    assert calm.at(0).round_trip_s is None
    link.round_trip_s = 0.08
    assert calm.at(0.1).round_trip_s == 0.08
