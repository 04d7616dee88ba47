"""A new call has the row at once: what is said and done after Enter goes to it, and waits for its number."""

from console.desk.desk import Desk
from console.field.edit import holding
from console.intake.form import LINE
from protocol.commands.incidents import ChangePriority, OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.errors import Reason
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.session.events import Event
from protocol.session.provisional import is_provisional, provisional_of
from protocol.wire.frames import encode
from protocol.wire.messages import Done, Refusal
from tests.console.rig import Rig, place, type_keys

OPENS = OpenIncident(what=Name("brand"), place=Place(name=Name("Kade 3")), priority=Priority.P1)


def called() -> tuple[Rig, Desk]:
    """Melding 4 is selected, and a call has just been opened from the form."""
    rig = Rig()
    rig.open(4)
    desk = rig.desk()
    rig.welcome()
    desk.select(4)
    desk.press("f6", None)
    type_keys(desk, "1 brand @ Kade 3")
    desk.press("enter", None)
    desk.press("escape", None)
    return rig, desk


def types(desk: Desk, line: str) -> None:
    """A verb, and Enter."""
    desk.perform_id("command")
    type_keys(desk, line)
    desk.press("enter", None)


def answered(rig: Rig, answer: Done | Refusal) -> None:
    """As it comes over the link: the session takes it first."""
    events: list[Event] = rig.session.received(encode(answer), 0.0, 0)
    for event in events:
        rig.take(event)


def test_from_enter_on_words_and_verbs_go_to_the_new_call() -> None:
    """And to no other; the line of what waits shows no number that is none."""
    rig, desk = called()
    number = desk.context().incident
    assert is_provisional(number)
    assert desk.context().opening == rig.wishes[0] == OPENS
    types(desk, "log hij heeft een mes")
    types(desk, "prioriteit 2")
    assert number is not None
    assert rig.wishes[1:] == [
        AddEntry(incident=number, text=Text("hij heeft een mes")),
        ChangePriority(incident=number, priority=Priority.P2),
    ]
    desk.perform_id("waiting")
    assert any("log … hij heeft een mes" in line for line in rig.opened)


def test_its_number_comes_and_all_goes_there() -> None:
    """The selection, the wishes that waited, and what is still being typed."""
    rig, desk = called()
    types(desk, "log hij heeft een mes")
    number = desk.context().incident
    assert number is not None
    desk.parts.row.under_hand.keep(number, holding("en hij loopt"))
    rig.open(5, "brand", place("Kade 3"))
    answered(rig, Done(id=1, seq=2, number=5))
    assert desk.context().incident == 5
    assert rig.wishes == [AddEntry(incident=5, text=Text("hij heeft een mes"))]
    assert desk.parts.row.under_hand.texts() == {5: "en hij loopt"}


def test_who_went_elsewhere_stays_there() -> None:
    """Under the hand of somebody nothing moves."""
    rig, desk = called()
    desk.select(4)
    rig.open(5, "brand", place("Kade 3"))
    answered(rig, Done(id=1, seq=2, number=5))
    assert desk.context().incident == 4


def test_a_call_that_is_refused_gives_the_words_back() -> None:
    """Into its form, which lies half; verbs into the line; and one is where one was."""
    rig, desk = called()
    types(desk, "log hij heeft een mes")
    types(desk, "prioriteit 2")
    answered(rig, Refusal(id=1, reason=Reason.TOO_FAST))
    assert (rig.wishes, desk.context().incident) == ([], 4)
    form = desk.parts.intake.forms.now
    assert (form.text(LINE), form.text("story")) == ("1 brand @ Kade 3", "hij heeft een mes")
    assert form.lies_half
    assert desk.parts.line.edit.text == "prioriteit … 2"


def test_a_call_from_the_line_gives_them_back_too() -> None:
    """In a form that is made for them."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    types(desk, "nieuw 2 inbraak @ Markt 4")
    types(desk, "log hij loopt weg")
    answered(rig, Refusal(id=1, reason=Reason.TOO_FAST))
    desk.perform_id("resume")
    form = desk.parts.intake.forms.now
    assert (form.text(LINE), form.text("story")) == ("2 inbraak @ Markt 4", "hij loopt weg")


def test_the_refused_line_is_not_glued_to_the_next_call() -> None:
    """The next begins blank, and the refused one lies half."""
    rig, desk = called()
    answered(rig, Refusal(id=1, reason=Reason.TOO_FAST))
    desk.press("f6", None)
    type_keys(desk, "3 fiets weg @ Plein")
    desk.press("enter", None)
    assert [each.what for each in rig.wishes if isinstance(each, OpenIncident)] == ["fiets weg"]
    assert desk.parts.intake.forms.half_count == 1


def test_two_calls_at_once_each_get_their_own_words() -> None:
    """Also when the second is answered first."""
    rig, desk = called()
    first = desk.context().incident
    types(desk, "nieuw 2 inbraak @ Markt 4")
    second = desk.context().incident
    assert (first, second) == (provisional_of(1), provisional_of(2))
    types(desk, "log hij loopt weg")
    desk.select(first)
    types(desk, "log hij heeft een mes")
    rig.open(5, "inbraak")
    answered(rig, Done(id=2, seq=3, number=5))
    assert rig.wishes[1:] == [
        AddEntry(incident=5, text=Text("hij loopt weg")),
        AddEntry(incident=provisional_of(1), text=Text("hij heeft een mes")),
    ]
