"""Which line a desk shows and speaks on, and what a second press confirms."""

from datetime import UTC

from console.actions.action import Where
from console.desk.desk import Desk
from console.line.speak_bar import Hearers
from protocol.commands.contact import Listen, OpenContact, StepBack, StepIn, TellMelder
from protocol.commands.scale import SwitchLead
from protocol.commands.timeline import Speak
from protocol.errors import Reason
from protocol.facts.contact import ContactClosed, ContactOpened, SteppedBack, SteppedIn
from protocol.facts.scale import LevelSet
from protocol.facts.units import UnitAssigned
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.scale import Level
from protocol.model.text import Name, Text
from tests.console.lined import put_through, talked
from tests.console.rig import Rig, type_keys
from tests.console.shown import line_view, speak_view


def desk_of(rig: Rig) -> Desk:
    """A desk that looks at 417."""
    desk = rig.desk()
    desk.settle()
    desk.select(417)
    return desk


def test_one_key_from_a_melding_with_a_unit_to_contact() -> None:
    """`c` puts the melder through to the unit that drives, and the contact line is before us."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    rig.open(417)
    rig.happen(UnitAssigned(unit=1, incident=417))
    desk = desk_of(rig)
    desk.press("c", "c")
    assert rig.wishes == [OpenContact(incident=417, unit=1)]
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="anna")
    rig.done()
    assert (desk.stand.panel, desk.context().line) == (Where.LINE, LineKind.CONTACT)


def test_the_same_key_goes_to_contact_that_is_there() -> None:
    """A second `c` asks nothing of who is on it, and puts on it, visibly, who is not."""
    rig = put_through()
    desk = desk_of(rig)
    desk.press("c", "c")
    assert (rig.wishes, desk.stand.panel) == ([], Where.LINE)
    other = put_through()
    other.happen(ContactClosed(incident=417), by="anna")
    other.happen(ContactOpened(incident=417, unit=Name("12.03")), by="12.03")
    desk = desk_of(other)
    desk.press("c", "c")
    assert other.wishes == [Listen(incident=417)]


def test_who_is_on_the_contact_line_sees_it_until_it_ends() -> None:
    """The shown line follows our own presence."""
    rig = put_through()
    desk = desk_of(rig)
    seen = [desk.context().line]
    rig.happen(ContactClosed(incident=417), by="12.03")
    assert [*seen, desk.context().line] == [LineKind.CONTACT, LineKind.OPEN]


def test_the_key_of_the_line_shows_the_other_line() -> None:
    """From elsewhere `o` goes to the line; there it switches between the two."""
    rig = put_through()
    desk = desk_of(rig)
    seen = []
    for _ in range(3):
        desk.press("o", "o")
        seen.append(desk.context().line)
    assert seen == [LineKind.CONTACT, LineKind.OPEN, LineKind.CONTACT]
    rig.open(418)
    desk.select(418)
    desk.press("o", "o")
    assert (desk.context().line, desk.parts.notices.now.text) == (
        LineKind.OPEN,
        "Er is geen contactlijn open. Toets c verbindt de melder door.",
    )


def test_one_key_steps_in_and_back() -> None:
    """The same key: in where we listen, back where we talk."""
    rig = put_through()
    desk = desk_of(rig)
    desk.press("semicolon", ";")
    assert rig.done() == StepIn(incident=417)
    rig.happen(SteppedIn(incident=417), by="anna")
    assert speak_view(desk).hearers is Hearers.MELDER
    desk.press("semicolon", ";")
    assert rig.done() == StepBack(incident=417)


def test_who_only_listens_says_nothing_to_anybody() -> None:
    """What was typed is not sent to the melder nor to the colleagues, and is still there."""
    rig = put_through()
    desk = desk_of(rig)
    desk.press("o", "o")
    desk.press("enter", None)
    type_keys(desk, "rustig")
    desk.press("enter", None)
    assert (rig.wishes, desk.parts.lines.draft(desk.context()).text) == ([], "rustig")
    assert desk.parts.notices.now.text.startswith("Niet verzonden, het staat er nog. U luistert alleen")
    rig.happen(SteppedIn(incident=417), by="anna")
    desk.press("enter", None)
    assert rig.wishes == [TellMelder(incident=417, text=Text("rustig"))]
    assert desk.parts.lines.draft(desk.context()).text == ""


def test_each_line_keeps_its_own_draft() -> None:
    """What was meant for colleagues never goes to the melder because a line was switched."""
    rig = put_through()
    rig.happen(SteppedIn(incident=417), by="anna")
    desk = desk_of(rig)
    desk.press("o", "o")
    desk.press("enter", None)
    type_keys(desk, "mevrouw")
    desk.press("escape", None)
    desk.press("o", "o")
    assert desk.parts.lines.draft(desk.context()).text == ""
    desk.press("enter", None)
    type_keys(desk, "mes")
    desk.press("enter", None)
    desk.press("f5", None)
    assert (rig.wishes, desk.parts.lines.draft(desk.context()).text) == (
        [Speak(incident=417, text=Text("mes"))],
        "mevrouw",
    )


def test_nothing_that_happens_changes_who_hears_what_is_being_typed() -> None:
    """While one types to the colleagues a contact line that opens takes over neither row nor words."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    rig.open(417)
    rig.happen(UnitAssigned(unit=1, incident=417))
    desk = desk_of(rig)
    desk.press("c", "c")
    desk.press("o", "o")
    desk.press("enter", None)
    type_keys(desk, "vader ")
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="anna")
    rig.happen(SteppedIn(incident=417), by="anna")
    type_keys(desk, "dronken")
    desk.press("enter", None)
    assert rig.wishes[-1] == Speak(incident=417, text=Text("vader dronken"))


def test_words_to_the_melder_that_are_refused_come_back() -> None:
    """As a draft on the same line."""
    rig = put_through()
    rig.happen(SteppedIn(incident=417), by="anna")
    desk = desk_of(rig)
    desk.press("o", "o")
    desk.press("enter", None)
    type_keys(desk, "hallo")
    desk.press("enter", None)
    rig.happen(SteppedBack(incident=417), by="anna")
    rig.refuse(Reason.ONLY_LISTENING, incident=417)
    assert desk.parts.lines.draft(desk.context()).text == "hallo"


def test_an_entry_of_the_contact_line_is_no_entry_of_the_timeline() -> None:
    """Looking back on the contact line selects nothing that could be struck or taken."""
    rig = put_through()
    talked(rig)
    desk = desk_of(rig)
    desk.press("o", "o")
    desk.press("up", None)
    assert (desk.stand.entry, desk.context().selection.entry) == (2, None)


def golden(rig: Rig) -> Desk:
    """A switch of lead that the golden hour refused."""
    rig.happen(LevelSet(incident=417, level=Level.DISTRICT), by="anna")
    desk = desk_of(rig)
    desk.press("colon", ":")
    type_keys(desk, "regie 417 centraal druk")
    desk.press("enter", None)
    rig.refuse(Reason.GOLDEN_HOUR, incident=417)
    return desk


def test_the_golden_hour_asks_once_more() -> None:
    """The very next Enter is sure (A73)."""
    rig = put_through()
    desk = golden(rig)
    assert "Nogmaals Enter" in desk.parts.notices.now.text
    desk.press("enter", None)
    assert rig.wishes == [SwitchLead(incident=417, central=True, why=Text("druk"), sure=True)]


def test_any_other_key_is_not_sure() -> None:
    """An Enter after something else means what it always means."""
    rig = put_through()
    desk = golden(rig)
    desk.press("down", None)
    desk.press("enter", None)
    assert rig.wishes == []


def test_a_partner_without_contact_sees_the_open_line() -> None:
    """Nothing is asked of what a partner may not see."""
    rig = Rig(role=Role.PARTNER)
    rig.welcome()
    rig.open(417)
    desk = desk_of(rig)
    desk.press("semicolon", ";")
    desk.press("c", "c")
    assert (rig.wishes, desk.context().line) == ([], LineKind.OPEN)
    assert line_view(desk, UTC).line is LineKind.OPEN
