"""Which line a desk shows, and that nothing goes to a caller that was not meant for one."""

from datetime import UTC

from console.actions.action import Where
from console.desk.desk import Desk
from console.part.reader import Reader
from protocol.commands.contact import Listen, OpenContact, StepBack, StepIn, TellMelder
from protocol.commands.scale import SwitchLead
from protocol.commands.timeline import AddEntry, Speak
from protocol.errors import Reason
from protocol.facts.contact import ContactClosed, ContactOpened, SteppedBack, SteppedIn
from protocol.facts.scale import LevelSet
from protocol.facts.units import UnitAssigned
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.scale import Level
from protocol.model.text import Name, Text
from tests.console.lined import put_through, talked
from tests.console.rig import Rig, deed, letter, type_keys, verb
from tests.console.shown import line_view


def desk_of(rig: Rig) -> Desk:
    """A desk that looks at 417."""
    desk = rig.desk()
    desk.settle()
    desk.select(417)
    return desk


def test_one_deed_from_a_melding_with_a_unit_to_contact() -> None:
    """It puts the melder through to the unit that drives, and the contact line is before us."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    rig.open(417)
    rig.happen(UnitAssigned(unit=1, incident=417))
    desk = desk_of(rig)
    deed(desk, 3)
    assert rig.wishes == [OpenContact(incident=417, unit=1)]
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="anna")
    rig.done()
    assert (desk.stand.panel, desk.context().line) == (Where.LINE, LineKind.CONTACT)


def test_the_same_letter_goes_to_contact_that_is_there() -> None:
    """A second `.c` asks nothing of who is on it, and puts on it, visibly, who is not."""
    rig = put_through()
    desk = desk_of(rig)
    letter(desk, "c")
    assert (rig.wishes, desk.stand.panel) == ([], Where.LINE)
    other = put_through()
    other.happen(ContactClosed(incident=417), by="anna")
    other.happen(ContactOpened(incident=417, unit=Name("12.03")), by="12.03")
    desk = desk_of(other)
    letter(desk, "c")
    assert other.wishes == [Listen(incident=417)]


def test_who_is_on_the_contact_line_sees_it_until_it_ends() -> None:
    """The shown line follows our own presence."""
    rig = put_through()
    desk = desk_of(rig)
    seen = [desk.context().line]
    rig.happen(ContactClosed(incident=417), by="12.03")
    assert [*seen, desk.context().line] == [LineKind.CONTACT, LineKind.OPEN]


def test_whoever_turns_to_a_reader_sees_the_line_of_that_reader() -> None:
    """Colleagues, colleagues alone, the caller; back at the log the shown line follows our own right."""
    rig = put_through()
    desk = desk_of(rig)
    seen = []
    for key in ("f5", "f5", "f9", "escape"):
        desk.press(key, None)
        context = desk.context()
        seen.append((context.reader, context.line))
    assert seen == [
        (Reader.LINE, LineKind.OPEN),
        (Reader.WHISPER, LineKind.OPEN),
        (Reader.CALLER, LineKind.CONTACT),
        (Reader.LOG, LineKind.CONTACT),
    ]


def test_without_a_contact_line_the_caller_reads_nothing() -> None:
    """The open line stays, and Enter says how one is put through."""
    rig = put_through()
    rig.open(418)
    desk = desk_of(rig)
    desk.select(418)
    desk.press("f9", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    assert (rig.wishes, desk.context().line, desk.parts.notices.now.text) == (
        [],
        LineKind.OPEN,
        "Niet verzonden, het staat er nog. Er is geen contactlijn open. Spatie 3 verbindt de melder door.",
    )


def test_one_deed_steps_in_and_back() -> None:
    """The same one: in where we listen, back where we talk."""
    rig = put_through()
    desk = desk_of(rig)
    deed(desk, 3)
    assert rig.done() == StepIn(incident=417)
    rig.happen(SteppedIn(incident=417), by="anna")
    deed(desk, 3)
    assert rig.done() == StepBack(incident=417)


def test_who_is_off_the_contact_line_is_told_how_to_come_on_it() -> None:
    """What was typed for the caller is not sent, and is still there."""
    rig = put_through()
    rig.happen(ContactClosed(incident=417), by="anna")
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="12.03")
    desk = desk_of(rig)
    desk.press("f9", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    assert (rig.wishes, desk.parts.row.edit(desk.context()).text) == ([], "hallo")
    assert "Spatie 3 luistert mee" in desk.parts.notices.now.text


def test_who_only_listens_says_nothing_to_anybody() -> None:
    """What was typed is not sent to the melder nor to the colleagues, and is still there."""
    rig = put_through()
    desk = desk_of(rig)
    desk.press("f9", None)
    type_keys(desk, "rustig")
    desk.press("enter", None)
    assert (rig.wishes, desk.parts.row.edit(desk.context()).text) == ([], "rustig")
    assert desk.parts.notices.now.text.startswith("Niet verzonden, het staat er nog. U luistert alleen")
    rig.happen(SteppedIn(incident=417), by="anna")
    desk.press("enter", None)
    assert rig.wishes == [TellMelder(incident=417, text=Text("rustig"))]
    assert desk.parts.row.edit(desk.context()).text == ""


def test_nothing_that_happens_changes_who_hears_what_is_being_typed() -> None:
    """While one types to the colleagues a contact line that opens takes over neither row nor words."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    rig.open(417)
    rig.happen(UnitAssigned(unit=1, incident=417))
    desk = desk_of(rig)
    deed(desk, 3)
    desk.press("f5", None)
    type_keys(desk, "vader ")
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="anna")
    rig.happen(SteppedIn(incident=417), by="anna")
    type_keys(desk, "dronken")
    desk.press("enter", None)
    assert rig.wishes[-1] == Speak(incident=417, text=Text("vader dronken"))


def test_nothing_that_happens_changes_which_line_one_sees_while_typing() -> None:
    """A line of the log: the contact line waits until it is sent."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    rig.open(417)
    rig.happen(UnitAssigned(unit=1, incident=417))
    desk = desk_of(rig)
    type_keys(desk, "vader ")
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="anna")
    typing = desk.context().line
    type_keys(desk, "dronken")
    desk.press("enter", None)
    assert (rig.wishes, typing) == ([AddEntry(incident=417, text=Text("vader dronken"))], LineKind.OPEN)
    assert desk.context().line is LineKind.CONTACT


def test_words_that_were_typed_for_no_melding_are_moved_under_none() -> None:
    """An empty board gets its first melding meanwhile: it is not chosen before the row is empty."""
    rig = Rig()
    rig.welcome()
    desk = rig.desk()
    type_keys(desk, "de lijn kraakt")
    rig.open(417)
    context = desk.context()
    assert (context.incident, desk.parts.row.edit(context).text) == (None, "de lijn kraakt")
    desk.press("escape", None)
    assert (desk.stand.incident, desk.parts.row.edit(desk.context()).text) == (417, "")


def test_words_to_the_melder_that_are_refused_come_back() -> None:
    """Not under the hand, where the log would read them now: they lie aside."""
    rig = put_through()
    rig.happen(SteppedIn(incident=417), by="anna")
    desk = desk_of(rig)
    desk.press("f9", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    rig.happen(SteppedBack(incident=417), by="anna")
    rig.refuse(Reason.ONLY_LISTENING, incident=417)
    texts = (desk.parts.row.edit(desk.context()).text, desk.parts.row.aside.of(417).text)
    assert (desk.context().reader, texts) == (Reader.LOG, ("", "hallo"))


def test_an_entry_of_the_contact_line_is_no_entry_of_the_timeline() -> None:
    """Looking back on the contact line selects nothing that could be struck or taken."""
    rig = put_through()
    talked(rig)
    desk = desk_of(rig)
    desk.stand.panel = Where.LINE
    desk.press("up", None)
    assert (desk.stand.entry, desk.context().selection.entry) == (2, None)


def golden(rig: Rig) -> Desk:
    """A switch of lead that the golden hour refused."""
    rig.happen(LevelSet(incident=417, level=Level.DISTRICT), by="anna")
    desk = desk_of(rig)
    verb(desk, "regie 417 centraal druk")
    rig.refuse(Reason.GOLDEN_HOUR, incident=417)
    return desk


def test_the_golden_hour_asks_for_the_word_that_says_one_is_sure() -> None:
    """The line as it would have to be typed stands there (A73)."""
    rig = put_through()
    desk = golden(rig)
    assert "Toch doen: .regie 417 centraal zeker druk" in desk.parts.notices.now.text
    verb(desk, "regie 417 centraal zeker druk")
    assert rig.wishes == [SwitchLead(incident=417, central=True, why=Text("druk"), sure=True)]


def test_no_key_alone_is_sure() -> None:
    """Enter on an empty row writes nothing, whatever was asked before it."""
    rig = put_through()
    desk = golden(rig)
    for key in ("enter", "enter", "down", "enter"):
        desk.press(key, None)
    assert rig.wishes == []


def test_a_partner_without_contact_sees_the_open_line() -> None:
    """Nothing is asked of what a partner may not see."""
    rig = Rig(role=Role.PARTNER)
    rig.welcome()
    rig.open(417)
    desk = desk_of(rig)
    verb(desk, "wissel")
    letter(desk, "c")
    assert (rig.wishes, desk.context().line) == ([], LineKind.OPEN)
    assert line_view(desk, UTC).line is LineKind.OPEN
