"""What only a unit's desk does: everything by its own keys, nothing by the control room (A62)."""

from console.actions.action import Where
from console.part.field import Field
from console.shell.help import key_rows
from protocol.commands.contact import TellMelder
from protocol.commands.pairs import SpeakToPair, Strengthen
from protocol.commands.scale import AskColleagues, ComeAlong
from protocol.commands.timeline import JoinLine, Speak, TakeCard
from protocol.commands.units import SetUnitStatus, SignOnUnit
from protocol.errors import Reason
from protocol.facts.scale import ColleaguesAsked
from protocol.facts.timeline import CardPushed, LineJoined, LineLeft
from protocol.facts.units import UnitAssigned
from protocol.model.entry import CardKind
from protocol.model.line_kind import LineKind
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.session.events import LinkState
from tests.console.emergency.test_emergencies import press_button
from tests.console.rig import type_keys
from tests.console.street import Street, free, put_through, sent, split


class Remembers:
    """The last time, in memory."""

    def __init__(self, wish: SignOnUnit | None = None) -> None:
        self.wish = wish

    def of(self, _call_sign: str) -> SignOnUnit | None:
        """As kept."""
        return self.wish

    def keep(self, wish: SignOnUnit) -> None:
        """From now on."""
        self.wish = wish


def test_its_own_melding_is_chosen_by_itself() -> None:
    """Nobody has to look for where one was sent."""
    _, desk = sent()
    assert (desk.stand.panel, desk.stand.incident, desk.stand.unit) == (Where.LINE, 2, 1)


def test_numbers_are_those_of_the_radio() -> None:
    """One key says what we do; a number that is none does nothing."""
    rig, desk = sent()
    desk.press("2", "2")
    desk.press("4", "4")
    assert rig.wishes == [SetUnitStatus(unit=1, status=UnitStatus.EN_ROUTE)]


def test_a_number_in_a_message_is_only_a_number() -> None:
    """While one types, keys are letters."""
    rig, desk = sent()
    desk.press("enter", None)
    type_keys(desk, "2 man")
    desk.press("enter", None)
    assert rig.wishes == [Speak(incident=2, text=Text("2 man"))]


def test_colleagues_are_asked_with_one_key() -> None:
    """No approval, no words needed (A64)."""
    rig, desk = sent()
    desk.press("asterisk", "*")
    assert rig.wishes == [AskColleagues(incident=2, text=Text(""))]


def test_one_comes_along_with_one_key() -> None:
    """The colleague who asks stands before what merely waits, also when that is more urgent and nearer."""
    rig, desk = free()
    desk.press("k", "k")
    assert rig.wishes == [ComeAlong(incident=2, unit=1)]


def test_another_of_the_list_is_chosen_with_the_arrows() -> None:
    """Enter goes to what one stands on."""
    rig, desk = free()
    desk.press("down", None)
    desk.press("enter", None)
    assert rig.wishes == [ComeAlong(incident=1, unit=1)]


def test_leaving_ones_own_melding_for_another_is_confirmed() -> None:
    """Only Enter on the line that says so."""
    rig, desk = sent()
    rig.happen(ColleaguesAsked(incident=1, text=Text("")), by="12.09")
    desk.press("k", "k")
    assert (rig.wishes, desk.stand.field) == ([], Field.COMMAND)
    desk.press("enter", None)
    assert rig.wishes == [ComeAlong(incident=1, unit=1)]


def test_a_card_is_taken_with_one_key() -> None:
    """The oldest of which we have not said that we have it."""
    rig, desk = sent()
    rig.happen(CardPushed(incident=2, card=CardKind.WARNING, text=Text("vuurwapen")), by="info")
    desk.press("plus", "+")
    assert rig.wishes == [TakeCard(incident=2, entry=2)]


def test_words_go_to_the_colleagues_unless_one_tabs_to_the_melder() -> None:
    """Being put through changes nothing under the hand; the key does, and it shows."""
    rig, desk = put_through()
    desk.press("enter", None)
    type_keys(desk, "ik ga erin")
    desk.press("enter", None)
    desk.press("escape", None)
    desk.press("tab", None)
    desk.press("enter", None)
    type_keys(desk, "we zijn er")
    desk.press("enter", None)
    assert rig.wishes == [
        Speak(incident=2, text=Text("ik ga erin")),
        TellMelder(incident=2, text=Text("we zijn er")),
    ]


def test_what_was_typed_for_colleagues_never_goes_to_the_melder() -> None:
    """Tab takes other words, not the same words elsewhere; each line keeps its own draft."""
    rig, desk = put_through()
    desk.press("enter", None)
    type_keys(desk, "hij heeft een mes")
    desk.press("tab", None)
    assert (desk.context().line, desk.parts.lines.draft(desk.context()).text) == (LineKind.CONTACT, "")
    desk.press("enter", None)
    assert rig.wishes == []
    desk.press("tab", None)
    assert (desk.context().line, desk.parts.lines.draft(desk.context()).text) == (
        LineKind.OPEN,
        "hij heeft een mes",
    )


def test_the_line_of_a_pair_is_always_open() -> None:
    """Enter and words; one key calls the other half (A92)."""
    rig, desk = split()
    desk.press("enter", None)
    type_keys(desk, "kom achterom")
    desk.press("enter", None)
    desk.press("escape", None)
    desk.press("backslash", "\\")
    assert rig.wishes == [SpeakToPair(unit=1, text=Text("kom achterom")), Strengthen(unit=1)]


def test_the_first_time_it_asks_how_to_sign_on_and_remembers() -> None:
    """The line stands ready; what was done is kept for the next time."""
    rig = Street()
    desk = rig.desk()
    desk.parts.own.signing_on.duty = kept = Remembers()
    rig.welcome()
    assert desk.stand.field is Field.COMMAND
    type_keys(desk, "team:Noord")
    desk.press("enter", None)
    wish = SignOnUnit(call_sign=Name("anna"), crew=2, team=Name("Noord"))
    assert rig.done() == wish
    assert kept.wish == wish


def test_the_next_time_it_signs_on_by_itself() -> None:
    """Once a run: who signs off stays off."""
    rig = Street()
    desk = rig.desk()
    desk.parts.own.signing_on.duty = Remembers(SignOnUnit(call_sign=Name("anna"), crew=1))
    rig.welcome()
    assert rig.wishes == [SignOnUnit(call_sign=Name("anna"), crew=1)]
    rig.done()
    rig.state(LinkState.SILENT)
    rig.state(LinkState.LIVE)
    assert (rig.wishes, desk.stand.field) == ([], None)


def test_who_is_on_duty_is_asked_nothing() -> None:
    """Also after a cut."""
    rig, desk = sent()
    assert (rig.wishes, desk.stand.field) == ([], None)


def test_who_is_sent_hears_it_and_is_on_the_line() -> None:
    """Once: who leaves the line stays off it, and a cut link rings nothing again."""
    rig, desk = free()
    rang = rig.rang
    rig.happen(UnitAssigned(incident=1, unit=1))
    assert (rig.wishes, rig.rang - rang) == ([JoinLine(incident=1)], 1)
    rig.done()
    rig.happen(LineJoined(incident=1), by="anna")
    rig.happen(LineLeft(incident=1), by="anna")
    rig.state(LinkState.SILENT)
    rig.state(LinkState.LIVE)
    assert (rig.wishes, desk.stand.incident) == ([], 1)


def test_to_a_colleague_in_need_one_goes_at_once() -> None:
    """Also from one's own melding, without a question."""
    rig, desk = sent()
    number = press_button(rig, unit=2)
    rig.later(1)
    desk.press("ctrl+g", None)
    desk.press("k", "k")
    assert rig.wishes[-1] == ComeAlong(incident=number, unit=1)


def test_the_whole_melding_is_one_key_away_and_back() -> None:
    """Also from a field, whose draft stays."""
    _, desk = sent()
    desk.press("enter", None)
    type_keys(desk, "wacht")
    desk.press("f8", None)
    assert (desk.stand.panel, desk.stand.field) == (Where.MELDING, None)
    desk.press("f8", None)
    assert (desk.stand.panel, desk.parts.lines.draft(desk.context()).text) == (Where.LINE, "wacht")


def test_escape_leads_home() -> None:
    """From every panel, and at home it stays there."""
    _, desk = sent()
    for key in ("f2", "f3", "f4", "f8"):
        desk.press(key, None)
        desk.press("escape", None)
        assert (key, desk.stand.panel) == (key, Where.LINE)
    desk.press("escape", None)
    assert (desk.stand.panel, desk.stand.incident) == (Where.LINE, 2)


def test_words_refused_on_the_pair_come_back() -> None:
    """As a draft on the pair's own line."""
    rig, desk = split()
    desk.press("enter", None)
    type_keys(desk, "kom achterom")
    desk.press("enter", None)
    rig.refuse(Reason.NOT_A_PAIR, unit="anna")
    assert desk.parts.own.pair.drafts.of(1).text == "kom achterom"


def test_the_help_names_a_units_own_keys_and_no_key_twice() -> None:
    """A key that means something else here is not listed with its meaning in the room."""
    _, desk = sent()
    rows = [row.text for row in key_rows(desk.context())]
    assert any("zoals op de portofoon" in row for row in rows)
    keys = [row.split()[0] for row in rows if row.strip() and not row.startswith("  ")]
    assert [key for key in ("k", "x", "6", "7", "9", "F12") if keys.count(key) > 1] == []
    assert not any(row.lstrip().startswith("9 ") for row in rows)
