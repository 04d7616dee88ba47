"""The law of the hands: typing is always words, and nothing else is written than what the row says."""

import pytest

from console.actions.action import Where
from console.desk.desk import Desk
from console.part.field import Field
from console.part.reader import Reader
from protocol.commands.command import Command
from protocol.commands.contact import OpenContact, TellMelder
from protocol.commands.timeline import AddEntry, Speak, Whisper
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.errors import Reason
from protocol.facts.contact import ContactOpened, SteppedIn
from protocol.facts.units import UnitAssigned
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.wire.messages import Done
from tests.console.desk.test_new_calls import answered
from tests.console.ranked import ranked
from tests.console.rig import Rig, deed, light, place, type_keys, verb
from tests.console.street import sent

SENTENCES = (
    "inbraak aan de achterdeur",
    "Hij loopt weg",
    "112 belt",
    "* let op",
    "c",
    "3 mannen met bivakmuts",
    "nee, 2 auto's",
    "... en toen was hij weg",
    "/ Noorderring",
    "? weet ik niet",
    ": dubbele punt",
    "-5 graden",
    "km 12.3 links",
    "zwarte jas, witte schoenen",
)


@pytest.fixture
def room() -> Rig:
    """A centralist with two meldingen, of which the first is selected, and two units."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(1, where=place("Markt 1", 0, 0))
    rig.open(2, where=place("Kade 3", 100, 0))
    rig.welcome()
    return rig


def _desk(rig: Rig) -> Desk:
    """A desk at which the board is looked at."""
    desk = rig.desk()
    desk.settle()
    return desk


@pytest.mark.parametrize("sentence", SENTENCES)
def test_typing_is_always_words(room: Rig, sentence: str) -> None:
    """Whatever a sentence begins with, Enter writes the whole of it in the log, and nothing else."""
    desk = _desk(room)
    type_keys(desk, sentence)
    assert room.wishes == []
    desk.press("enter", None)
    assert room.wishes == [AddEntry(incident=1, text=Text(sentence))]


@pytest.mark.parametrize("panel", [Where.BOARD, Where.UNITS, Where.MAP, Where.LINE, Where.MELDING])
@pytest.mark.parametrize("sentence", ["inbraak xyz", "+31 6 12345678", "0 doden"])
def test_in_every_panel(room: Rig, panel: Where, sentence: str) -> None:
    """Where the eye is changes nothing about the hand."""
    desk = _desk(room)
    desk.stand.panel = panel
    type_keys(desk, sentence)
    desk.press("enter", None)
    assert room.wishes == [AddEntry(incident=1, text=Text(sentence))]


def test_the_reader_is_chosen_under_the_text(room: Rig) -> None:
    """F5 turns to the line, again to colleagues alone; it sends nothing and the words stay."""
    desk = _desk(room)
    type_keys(desk, "kom achterom")
    desk.press("f5", None)
    assert (desk.context().reader, room.wishes) == (Reader.LINE, [])
    desk.press("f5", None)
    assert desk.context().reader is Reader.WHISPER
    desk.press("enter", None)
    assert room.wishes == [Whisper(incident=1, text=Text("kom achterom"))]


def test_the_line_stays_while_the_melding_is_selected(room: Rig) -> None:
    """Another melding starts at the log."""
    desk = _desk(room)
    desk.press("f5", None)
    type_keys(desk, "een")
    desk.press("enter", None)
    type_keys(desk, "twee")
    desk.press("enter", None)
    desk.select(2)
    type_keys(desk, "drie")
    desk.press("enter", None)
    assert room.wishes == [
        Speak(incident=1, text=Text("een")),
        Speak(incident=1, text=Text("twee")),
        AddEntry(incident=2, text=Text("drie")),
    ]


def test_to_the_caller_is_one_sentence(room: Rig) -> None:
    """F9, a sentence, and the log reads again."""
    room.happen(UnitAssigned(unit=1, incident=1))
    room.happen(ContactOpened(incident=1, unit=Name("12.03")), by="anna")
    room.happen(SteppedIn(incident=1), by="anna")
    desk = _desk(room)
    desk.press("f9", None)
    type_keys(desk, "er komt iemand")
    desk.press("enter", None)
    type_keys(desk, "mevrouw klinkt bang")
    desk.press("enter", None)
    said, logged = room.wishes
    assert isinstance(said, TellMelder)
    assert logged == AddEntry(incident=1, text=Text("mevrouw klinkt bang"))


def test_who_cannot_be_reached_is_said_and_the_words_stay(room: Rig) -> None:
    """Without a contact line nothing goes to the caller."""
    desk = _desk(room)
    desk.press("f9", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    assert (room.wishes, desk.parts.row.edit(desk.context()).text) == ([], "hallo")
    assert desk.parts.notices.now.text


def test_a_role_that_may_not_write_has_no_reader() -> None:
    """The text is kept, and Enter says why."""
    rig = Rig(role=Role.OBSERVER)
    rig.open(1)
    rig.welcome()
    desk = _desk(rig)
    type_keys(desk, "ik zie")
    desk.press("enter", None)
    assert (desk.context().reader, rig.wishes) == (Reader.NOBODY, [])
    assert desk.parts.row.edit(desk.context()).text == "ik zie"


def test_a_number_goes_there_and_only_looks(room: Rig) -> None:
    """Number and Enter. One that is not there is said, and stays; on the line it is words."""
    desk = _desk(room)
    type_keys(desk, "2")
    desk.press("enter", None)
    assert (desk.stand.incident, room.wishes) == (2, [])
    type_keys(desk, "77")
    desk.press("enter", None)
    assert (desk.stand.incident, desk.parts.row.edit(desk.context()).text) == (2, "77")
    desk.press("ctrl+u", None)
    desk.press("f5", None)
    type_keys(desk, "2")
    desk.press("enter", None)
    assert room.wishes == [Speak(incident=2, text=Text("2"))]


def test_a_dot_and_a_letter_begin_a_verb(room: Rig) -> None:
    """One letter, with what follows; a colon does the same; Backspace at its beginning is back on the row."""
    desk = _desk(room)
    verb(desk, "k 12.03")
    type_keys(desk, ":p1")
    desk.press("enter", None)
    assert [type(wish).__name__ for wish in room.wishes] == ["AssignUnit", "ChangePriority"]
    type_keys(desk, ".k")
    desk.press("backspace", None)
    desk.press("backspace", None)
    assert desk.stand.field is None


def test_a_letter_alone_does_what_it_can_at_once(room: Rig) -> None:
    """Joining the line asks nothing; a promise asks for words and begins its line."""
    desk = _desk(room)
    verb(desk, "i")
    assert [type(wish).__name__ for wish in room.wishes] == ["JoinLine"]
    verb(desk, "T")
    assert desk.stand.field is Field.COMMAND
    assert desk.parts.line.edit.text.startswith("toezegging #1")


def test_a_slash_and_a_letter_filter(room: Rig) -> None:
    """Only directly behind it."""
    desk = _desk(room)
    type_keys(desk, "/kade")
    assert (desk.stand.field, desk.stand.filter.text) == (Field.FILTER, "kade")


def test_a_question_mark_and_enter_is_help(room: Rig) -> None:
    """And F1 at once."""
    desk = _desk(room)
    type_keys(desk, "?")
    desk.press("enter", None)
    desk.press("f1", None)
    assert (room.opened, room.wishes) == (["help", "help"], [])


def test_enter_on_an_empty_row_writes_nothing(room: Rig) -> None:
    """In any panel."""
    desk = _desk(room)
    for panel in Where:
        desk.stand.panel = panel
        desk.press("enter", None)
    assert room.wishes == []


def test_space_and_digits_are_deeds(room: Rig) -> None:
    """Send, and put through in one breath: what was just sent counts before the server answers."""
    desk = _desk(room)
    list_ = desk.parts.dispatch.recommending
    number = list_.due(desk.context(), quick=True)
    assert number == 1
    list_.asking(desk.context(), 1)
    list_.came(desk.context(), 1, ranked(1, room.board.units))
    room.later(2)
    type_keys(desk, " 1 3")
    desk.press("enter", None)
    sent, through = room.wishes
    assert isinstance(sent, AssignUnit)
    assert through == OpenContact(incident=1, unit=sent.unit)


def test_a_digit_lights_up_before_it_acts(room: Rig) -> None:
    """Nothing happens until its time is over; Esc and Backspace put it out; a letter makes it words."""
    room.happen(UnitAssigned(unit=1, incident=1))
    desk = _desk(room)
    for key in ("escape", "backspace"):
        type_keys(desk, " 3")
        assert (room.wishes, desk.parts.row.lit is None) == ([], False)
        desk.press(key, None)
        assert desk.parts.row.lit is None
        assert desk.parts.row.edit(desk.context()).text == ""
    type_keys(desk, " 3x")
    assert (room.wishes, desk.parts.row.edit(desk.context()).text) == ([], " 3x")
    desk.press("ctrl+u", None)
    deed(desk, 3)
    assert room.wishes == [OpenContact(incident=1, unit=1)]


def test_what_was_painted_is_what_acts(room: Rig) -> None:
    """When another unit is the best by then, nothing is done, and what comes instead takes no digit."""
    desk = _desk(room)
    list_ = desk.parts.dispatch.recommending
    list_.due(desk.context(), quick=True)
    list_.asking(desk.context(), 1)
    list_.came(desk.context(), 1, ranked(1, room.board.units))
    room.later(2)
    type_keys(desk, " 1")
    painted = desk.parts.row.lit
    assert painted is not None
    room.happen(UnitAssigned(unit=list_.first(desk.context()).unit, incident=2))  # type: ignore[union-attr]
    light(desk)
    assert room.wishes == []
    assert "veranderd" in desk.parts.notices.now.text
    type_keys(desk, "3 mannen")
    assert (room.wishes, desk.parts.row.edit(desk.context()).text) == ([], "3 mannen")


def test_what_cannot_be_done_says_why(room: Rig) -> None:
    """Put through, when nobody is on it."""
    desk = _desk(room)
    deed(desk, 3)
    assert room.wishes == []
    assert "niemand" in desk.parts.notices.now.text


def test_esc_lays_the_words_aside_with_their_melding(room: Rig) -> None:
    """Ctrl+Up brings them back, there; elsewhere nothing lies."""
    desk = _desk(room)
    type_keys(desk, "half een")
    desk.press("escape", None)
    assert desk.parts.row.edit(desk.context()).text == ""
    desk.select(2)
    desk.press("ctrl+up", None)
    assert desk.parts.row.edit(desk.context()).text == ""
    desk.select(1)
    type_keys(desk, "erbij")
    desk.press("ctrl+up", None)
    assert desk.parts.row.edit(desk.context()).text == "half een erbij"


def test_words_stay_with_their_melding(room: Rig) -> None:
    """Whoever walks on finds them where they were typed."""
    desk = _desk(room)
    type_keys(desk, "voor een")
    desk.press("down", None)
    assert (desk.stand.incident, desk.parts.row.edit(desk.context()).text) == (2, "")
    desk.press("up", None)
    assert desk.parts.row.edit(desk.context()).text == "voor een"


def test_nothing_moves_under_text(room: Rig) -> None:
    """Whatever comes in, the selection, the panel, the reader and the words stay."""
    desk = _desk(room)
    type_keys(desk, "intussen")
    before = (desk.stand.incident, desk.stand.panel, desk.context().reader)
    room.open(3, priority=1)
    room.happen(UnitAssigned(unit=1, incident=1))
    room.happen(ContactOpened(incident=1, unit=Name("12.03")), by="anna")
    room.happen(SteppedIn(incident=1), by="anna")
    assert (desk.stand.incident, desk.stand.panel, desk.context().reader) == before
    assert desk.parts.row.edit(desk.context()).text == "intussen"


def test_a_new_call_has_the_row_at_once(room: Rig) -> None:
    """What is typed behind it goes to it and not to the one before; its number comes under the words."""
    desk = _desk(room)
    verb(desk, "nieuw 2 brand @ Markt 5")
    type_keys(desk, "rook uit het dak")
    desk.press("enter", None)
    type_keys(desk, "intussen")
    room.open(3)
    answered(room, Done(id=1, seq=2, number=3))
    assert room.wishes == [AddEntry(incident=3, text=Text("rook uit het dak"))]
    assert (desk.stand.incident, desk.parts.row.edit(desk.context()).text) == (3, "intussen")


def test_refused_words_come_back(room: Rig) -> None:
    """Onto the row where it is free; aside where somebody types on."""
    desk = _desk(room)
    for text in ("eerste", "tweede"):
        type_keys(desk, text)
        desk.press("enter", None)
    room.refuse(Reason.NO_CHANGE)
    assert desk.parts.row.edit(desk.context()).text == "eerste"
    room.refuse(Reason.NO_CHANGE)
    assert desk.parts.row.edit(desk.context()).text == "eerste"
    assert desk.parts.row.aside.of(1).text == "tweede"


def test_a_refused_log_line_never_stands_before_the_caller(room: Rig) -> None:
    """Whoever turned to the caller meanwhile finds it aside: it was not meant for the caller."""
    desk = _desk(room)
    type_keys(desk, "verdachte is gevaarlijk")
    desk.press("enter", None)
    desk.press("f9", None)
    room.refuse(Reason.NO_CHANGE)
    assert desk.parts.row.edit(desk.context()).text == ""
    assert desk.parts.row.aside.of(1).text == "verdachte is gevaarlijk"


def test_a_paste_is_words(room: Rig) -> None:
    """Whatever it begins with, and a lit digit before it is part of it."""
    desk = _desk(room)
    desk.paste(".k 12.03")
    assert desk.parts.row.edit(desk.context()).text == ".k 12.03"
    desk.press("ctrl+u", None)
    type_keys(desk, " 3")
    desk.paste(" mannen")
    assert desk.parts.row.edit(desk.context()).text == " 3 mannen"


def test_a_units_digit_is_a_status_after_a_second() -> None:
    """Not a key of a second earlier, and not the beginning of a sentence."""
    rig, desk = sent()
    type_keys(desk, "3")
    lit = desk.parts.row.lit
    assert lit is not None
    assert lit.lasts_s == 1.0
    type_keys(desk, " mannen")
    assert (_statuses(rig), desk.parts.row.edit(desk.context()).text) == ([], "3 mannen")
    desk.press("ctrl+u", None)
    type_keys(desk, "3")
    light(desk)
    assert len(_statuses(rig)) == 1


def _statuses(rig: Rig) -> list[Command]:
    return [wish for wish in rig.wishes if isinstance(wish, SetUnitStatus)]


def test_a_units_words_go_to_its_line() -> None:
    """It has no log of its own."""
    rig, desk = sent()
    type_keys(desk, "we zijn er")
    desk.press("enter", None)
    assert rig.wishes[-1] == Speak(incident=2, text=Text("we zijn er"))
