"""What a screen asks of its link."""

from console.shell.up_link import UpLink
from protocol.commands.command import Command
from protocol.commands.timeline import JoinLine
from protocol.wire.messages import Fetch


def test_without_a_link_only_wishes_are_kept() -> None:
    """Documents are said not to be had, ticks and old wishes go nowhere, and nothing is in trouble."""
    kept: list[Command] = []

    def wish(command: Command) -> int:
        kept.append(command)
        return 1

    link = UpLink(wish=wish)
    link.wish(JoinLine(incident=7))
    assert kept == [JoinLine(incident=7)]
    assert link.fetch(Fetch(id=1, document="cards")) is False
    assert (link.forget(1), link.looks_at(None), link.trouble()) == (None, None, None)
