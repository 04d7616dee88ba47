"""The words under a command that is being typed."""

from attrs import evolve

from console.command.command_line import CommandLine
from console.command.typed_before import Past
from console.command.where_it_goes import where_it_goes
from console.paint.tone import Tone
from console.part.context import Context
from console.part.field import Field
from console.row.make_view import row_view
from console.row.row import Row
from tests.console.rig import Rig


def room() -> Context:
    """Incidents 1 and 2 are open, 2 is selected, somebody types a command."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    rig.open(2)
    return evolve(rig.desk().context(), incident=2, field=Field.COMMAND)


def test_the_melding_stands_there_with_its_what_and_where() -> None:
    """The one that the line names stands out; the selected one is said too."""
    context = room()
    named, chosen = context.board.incidents[1], context.board.incidents[2]
    view = where_it_goes(context, "log 1 man")
    assert (view.tone, "1" in view.text, named.what in view.text) == (Tone.STRONG, True, True)
    view = where_it_goes(context, "log man")
    assert (view.tone, chosen.what in view.text, chosen.place.name in view.text) == (Tone.DIM, True, True)


def test_a_number_that_is_none_is_said_before_enter() -> None:
    """In the words that Enter would have said."""
    view = where_it_goes(room(), "noodsluit 77 te laat")
    assert (view.tone, "77" in view.text) == (Tone.WARN, True)


def test_a_line_about_no_melding_says_nothing() -> None:
    """A new one has no number yet."""
    assert where_it_goes(room(), "nieuw 1 brand").text == ""


def test_behind_a_verb_alone_stands_what_it_wants() -> None:
    """Only under the hand, and only until the next word."""
    context, line = room(), CommandLine(Past())
    line.begin("sluit ")
    assert row_view(Row(), line, context).shape == f"2 <{context.say('arg-reason')}>"
    assert row_view(Row(), line, evolve(context, field=None)).shape == ""
    line.begin("sluit 2")
    assert row_view(Row(), line, context).shape == ""
