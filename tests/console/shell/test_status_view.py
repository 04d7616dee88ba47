"""From the link's health and the welcome to the status line."""

from datetime import UTC

import pytest

from console.paint.tone import Tone
from console.shell.status_bar import StatusView
from console.shell.status_view import status_view
from console.store import LinkHealth
from protocol.session.events import LinkState, Welcomed
from tests.console.rig import Rig


def status(
    rig: Rig, state: LinkState, *, silent_s: float = 0, rate: float = 0, round_trip_s: float | None = None
) -> StatusView:
    """The row while the link does so."""
    health = LinkHealth(
        state=state, silent_s=silent_s, round_trip_s=round_trip_s, bytes_per_s=rate, waiting=0
    )
    desk = rig.desk()
    if rig.session.welcome is not None:
        desk.parts.progress.take(Welcomed(welcome=rig.session.welcome))
    return status_view(desk.parts, desk.context(), health, UTC)


def test_before_the_first_welcome_nobody_says_which_world_it_is() -> None:
    """It connects; it is not cut, because there was nothing to cut."""
    rig = Rig()
    view = status(rig, LinkState.SILENT, silent_s=90)
    assert (view.world, view.name, view.role) == ("", "", "")
    assert (view.link, view.link_tone) == (rig.texts.say("desk-link-connecting"), Tone.WARN)


def test_who_we_are_and_where_comes_from_the_welcome() -> None:
    """Also that it is an exercise."""
    rig = Rig(exercise=True)
    rig.welcome()
    view = status(rig, LinkState.LIVE)
    assert (view.world, view.exercise, view.name) == ("Waterstad", True, "anna")
    assert view.link_tone is Tone.GOOD


def test_a_cut_link_says_since_when_and_of_when_the_board_is() -> None:
    """In seconds at first; the board is as old as what was last heard."""
    rig = Rig()
    rig.welcome()
    rig.later(600)
    view = status(rig, LinkState.SILENT, silent_s=45)
    assert view.link == rig.texts.say("desk-link-cut", age="45 s", at="03:09")
    assert view.link_tone is Tone.P1_NEW
    older = status(rig, LinkState.SILENT, silent_s=300)
    assert older.link == rig.texts.say("desk-link-cut", age="5m", at="03:05")


def test_catching_up_says_how_far() -> None:
    """In percent where something was missed."""
    rig = Rig()
    rig.welcome(behind=10)
    view = status(rig, LinkState.CATCHING_UP)
    assert view.link == rig.texts.say("desk-link-catching-up-percent", percent=0)


@pytest.mark.parametrize(
    ("rate", "shown"), [(0.2, 0), (0.7, 1), (13, 10), (16, 20), (40, 50), (180, 200), (760, 1_000)]
)
def test_measures_are_in_coarse_steps(rate: float, shown: int) -> None:
    """A digit that dances costs more on a thin line than it says."""
    rig = Rig()
    rig.welcome()
    view = status(rig, LinkState.LIVE, rate=rate)
    assert view.measures == (rig.texts.say("desk-rate", rate=shown),)


def test_a_link_that_is_cut_has_no_measures() -> None:
    """What was measured before says nothing of now."""
    rig = Rig()
    rig.welcome()
    assert len(status(rig, LinkState.LIVE, round_trip_s=0.04, rate=200).measures) == 2
    assert status(rig, LinkState.SILENT, round_trip_s=0.04, rate=200).measures == ()
