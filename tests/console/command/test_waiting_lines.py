"""Wishes as lines."""

from console.command.waiting_lines import line_of, lines_of
from protocol.commands.timeline import JoinLine, Speak
from protocol.model.text import Text
from tests.console.rig import Rig


def test_wishes_read_as_typed_and_cannot_steer_a_terminal() -> None:
    """Oldest first; what somebody wrote is made harmless."""
    rig = Rig()
    rig.open(417)
    desk = rig.desk()
    rig.welcome()
    for command in (JoinLine(incident=417), Speak(incident=417, text=Text("ja\u202e nee"))):
        desk.send(command)
    lines = lines_of(desk.context(), rig.store.waiting)
    assert lines[0] == line_of(desk.context(), JoinLine(incident=417)) == "instappen 417"
    assert "\u202e" not in lines[1]
