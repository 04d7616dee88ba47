"""What this desk still has open."""

from console.field.edit import holding
from console.shell.counters import counters
from protocol.commands.timeline import Speak
from protocol.model.text import Text
from tests.console.rig import Rig, type_keys


def test_each_is_there_while_it_is_not_zero_and_no_escape_takes_it() -> None:
    """The bell, half calls, unsent texts, unread words, commands without an answer."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    desk = rig.desk()
    desk.settle()
    assert counters(desk.parts, desk.context()) == ()
    desk.perform_id("bell")
    desk.parts.row.under_hand.keep(1, holding("ik kom"))
    desk.perform_id("intake")
    type_keys(desk, "brand")
    desk.parts.unread.count = 3
    rig.wish(Speak(incident=1, text=Text("hier")))
    rig.later(30)
    for _ in range(3):
        desk.press("escape", None)
    assert counters(desk.parts, desk.context()) == (
        "♪ uit 10m",
        "half 1",
        "✎ 1",
        "nieuw 3",
        "wacht 1",
    )


def test_the_bell_comes_back_by_itself() -> None:
    """After ten minutes nothing says that it is off, because it is not."""
    rig = Rig()
    rig.welcome()
    desk = rig.desk()
    desk.perform_id("bell")
    rig.later(600)
    assert counters(desk.parts, desk.context()) == ()
