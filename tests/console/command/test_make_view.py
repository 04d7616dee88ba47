"""From what is typed to the command line on the screen."""

from attrs import evolve

from console.command.command_line import CommandLine
from console.command.make_view import command_view
from console.command.typed_before import Past
from console.part.field import Field
from protocol.commands.timeline import Speak
from protocol.model.text import Text
from tests.console.rig import Rig


def test_the_line_shows_what_is_typed_and_whether_it_has_the_keys() -> None:
    """What waits unfinished stays in view while the keys are elsewhere."""
    line, context = CommandLine(Past()), Rig().desk().context()
    line.begin("prio 1")
    view = command_view(line, context)
    assert (view.edit.text, view.focused) == ("prio 1", False)
    assert command_view(line, evolve(context, field=Field.COMMAND)).focused
    assert not command_view(line, evolve(context, field=Field.FILTER)).focused


def test_the_hint_names_the_keys_of_now() -> None:
    """Who changes a key in the catalog changes the hint with it."""
    context = Rig().desk().context()
    hint = command_view(CommandLine(Past()), context).hint
    for id in ("command", "filter", "help"):
        assert context.key_of(id) in hint


def test_a_wish_that_waits_long_stands_beside_the_line() -> None:
    """In the words with which it would be typed; an answer takes it away."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    rig.wish(Speak(incident=1, text=Text("hier")))
    rig.later(5)
    waiting = command_view(CommandLine(Past()), rig.desk().context()).waiting
    assert len(waiting) == 1
    assert "hier" in waiting[0]
    rig.done()
    assert command_view(CommandLine(Past()), rig.desk().context()).waiting == ()
