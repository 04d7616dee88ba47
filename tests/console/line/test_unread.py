"""Words of others that nobody here has had before the eyes."""

from console.line.unread import Unread
from protocol.facts.timeline import LineJoined, LineSpoken
from protocol.model.line_kind import LineKind
from protocol.model.text import Text
from tests.console.rig import Rig

LINE = (1, LineKind.OPEN)


def say(rig: Rig, text: str, by: str = "bert") -> None:
    """On the line of melding 1."""
    rig.happen(LineSpoken(incident=1, text=Text(text)), by=by)


def test_words_elsewhere_count_until_they_were_in_view() -> None:
    """Not one's own, not what stood there before; another history begins anew."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    say(rig, "van eerder")
    rig.happen(LineJoined(incident=1), by="anna")
    desk, unread = rig.desk(), Unread()
    unread.look(desk.context(), ())
    assert unread.count == 0
    say(rig, "een")
    say(rig, "twee")
    say(rig, "mijn", by="anna")
    unread.look(desk.context(), ())
    assert unread.count == 2
    unread.look(desk.context(), (LINE,))
    assert unread.count == 0
    say(rig, "drie")
    unread.look(desk.context(), ())
    unread.forget()
    assert unread.count == 0


def test_a_line_one_is_not_on_counts_nothing() -> None:
    """The room hears all of them; what it must read is what it is on."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    desk, unread = rig.desk(), Unread()
    unread.look(desk.context(), ())
    say(rig, "een")
    unread.look(desk.context(), ())
    assert unread.count == 0
