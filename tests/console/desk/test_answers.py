"""What became of a wish, said to whoever wished it."""

from attrs import evolve

from console.actions.action import Where
from console.desk.answers import answered
from console.melding.melding_part import MeldingPart
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Focus, GoTo, OpenDocument, Select, Tell, Warn
from protocol.commands.command import Command
from protocol.commands.contact import MakeLink
from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.timeline import Speak
from protocol.errors import Reason
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal
from tests.console.rig import Rig, place

OPENED = OpenIncident(what=Name("brand"), place=place("Markt 1"), priority=Priority.P1, story=Text(""))
SPOKEN = Speak(incident=1, text=Text("hier"))
CLOSED = CloseIncident(incident=1, reason=Text("klaar"))


def room() -> Context:
    """Incident 1 is open; nobody types."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    return rig.desk().context()


def done(context: Context, command: Command, number: int = 0) -> Effects:
    """What is said when it is done."""
    event = Answered(command=command, answer=Done(id=1, seq=2, number=number))
    return answered(MeldingPart(), context, event)


def refused(melding: MeldingPart, context: Context, command: Command, reason: Reason) -> Effects:
    """What is said when it is refused."""
    return answered(melding, context, Answered(command=command, answer=Refusal(id=1, reason=reason)))


def test_the_number_of_what_was_opened_is_told() -> None:
    """Once, lightly; where one stands then is the business of the new call."""
    (told,) = done(room(), OPENED, number=7)
    assert isinstance(told, Tell)
    assert (told.tone, told.yields) == (Tone.GOOD, True)
    assert "7" in told.text


def test_a_link_that_was_made_is_read_out_next() -> None:
    """It is shown at once, but never over what somebody types: then it is only told."""
    (opened,) = done(room(), MakeLink(incident=1))
    assert isinstance(opened, OpenDocument)
    assert (opened.asked.action.id, opened.asked.values) == ("show-link", {"incident": 1})
    (told,) = done(evolve(room(), typing=True), MakeLink(incident=1))
    assert isinstance(told, Tell)


def test_words_are_not_said_again() -> None:
    """They stand in the melding already."""
    assert done(room(), SPOKEN) == NOTHING


def test_a_refusal_warns_with_its_reason_and_moves_nothing() -> None:
    """It must be read, so it takes the place of what stood there."""
    context = room()
    (warning,) = refused(MeldingPart(), context, SPOKEN, Reason.NO_CHANGE)
    assert isinstance(warning, Warn)
    assert context.texts.refusal(Refusal(id=1, reason=Reason.NO_CHANGE)) in warning.text


def test_what_is_missing_to_let_go_is_shown_at_once_unless_somebody_types() -> None:
    """The way on is one key away; a line under the hand keeps the keys."""
    melding = MeldingPart()
    _, *shown = refused(melding, evolve(room(), incident=9), CLOSED, Reason.CANNOT_LET_GO)
    assert shown == [Select(1), GoTo(Where.MELDING), Focus(None)]
    assert melding.guarding == 1
    melding = MeldingPart()
    typing = evolve(room(), typing=True)
    assert len(refused(melding, typing, CLOSED, Reason.CANNOT_LET_GO)) == 1
    assert melding.guarding is None
