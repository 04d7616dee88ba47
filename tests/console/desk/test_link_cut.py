"""A cut is said once, and its words go with it."""

from protocol.session.events import LinkState
from tests.console.rig import Rig


def test_a_cut_is_said_once_and_only_after_there_was_a_link() -> None:
    """A console that never was connected has nothing to lose."""
    rig = Rig()
    desk = rig.desk()
    rig.state(LinkState.CONNECTING)
    assert desk.parts.notices.now.text == ""
    rig.welcome()
    rig.state(LinkState.SILENT)
    assert desk.parts.notices.now.text == desk.say("desk-cut")
    desk.parts.notices.clear()
    rig.state(LinkState.CONNECTING)
    assert desk.parts.notices.now.text == ""
