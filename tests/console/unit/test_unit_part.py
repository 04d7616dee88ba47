"""What only a unit's desk does: everything by its own keys, nothing by the control room (A62)."""

import re

from console.actions.action import Where
from console.part.field import Field
from console.part.reader import Reader
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
from tests.console.rig import deed, light, type_keys, verb
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
    """One digit says what we do, once its light is over; a number that is none is words."""
    rig, desk = sent()
    type_keys(desk, "2")
    light(desk)
    type_keys(desk, "4")
    assert (desk.parts.row.lit, desk.parts.row.edit(desk.context()).text) == (None, "4")
    assert rig.wishes == [SetUnitStatus(unit=1, status=UnitStatus.EN_ROUTE)]


def test_a_number_in_a_message_is_only_a_number() -> None:
    """A digit that another sign follows is the beginning of a sentence."""
    rig, desk = sent()
    type_keys(desk, "2 man")
    desk.press("enter", None)
    assert rig.wishes == [Speak(incident=2, text=Text("2 man"))]


def test_colleagues_are_asked_with_one_key() -> None:
    """No approval, no words needed (A64)."""
    rig, desk = sent()
    verb(desk, "collega")
    assert rig.wishes == [AskColleagues(incident=2, text=Text(""))]


def test_one_comes_along_with_the_first_deed() -> None:
    """The colleague who asks stands before what merely waits, also when that is more urgent and nearer."""
    rig, desk = free()
    deed(desk, 1)
    assert rig.wishes == [ComeAlong(incident=2, unit=1)]


def test_another_of_the_list_is_chosen_with_the_arrows() -> None:
    """The deed goes to what one stands on; Enter only looks."""
    rig, desk = free()
    desk.press("down", None)
    desk.press("enter", None)
    assert rig.wishes == []
    deed(desk, 1)
    assert rig.wishes == [ComeAlong(incident=1, unit=1)]


def test_the_melding_behind_the_deed_is_where_it_goes() -> None:
    """Also from the board, where one stands on another one than in the list around."""
    rig, desk = free()
    desk.press("f2", None)
    desk.press("home", None)
    numbers = (desk.stand.incident, desk.parts.own.near)
    type_keys(desk, " ")
    painted = next(each for each in desk.parts.row.deeds or () if each.number == 1)
    desk.press("escape", None)
    deed(desk, 1)
    assert (numbers, painted.words, rig.wishes) == ((1, 2), "ik kom 1", [ComeAlong(incident=1, unit=1)])


def test_leaving_ones_own_melding_for_another_is_confirmed() -> None:
    """Only Enter on the line that says so."""
    rig, desk = sent()
    rig.happen(ColleaguesAsked(incident=1, text=Text("")), by="12.09")
    deed(desk, 1)
    assert (rig.wishes, desk.stand.field) == ([], Field.COMMAND)
    desk.press("enter", None)
    assert rig.wishes == [ComeAlong(incident=1, unit=1)]


def test_a_card_is_taken_with_one_deed() -> None:
    """The oldest of which we have not said that we have it."""
    rig, desk = sent()
    rig.happen(CardPushed(incident=2, card=CardKind.WARNING, text=Text("vuurwapen")), by="info")
    deed(desk, 8)
    assert rig.wishes == [TakeCard(incident=2, entry=2)]


def test_words_go_to_the_colleagues_unless_one_turns_to_the_melder() -> None:
    """Being put through changes nothing under the hand; the key does, for one sentence, and it shows."""
    rig, desk = put_through()
    type_keys(desk, "ik ga erin")
    desk.press("enter", None)
    desk.press("f9", None)
    assert (desk.context().reader, desk.context().line) == (Reader.CALLER, LineKind.CONTACT)
    for words in ("we zijn er", "zij klinkt bang"):
        type_keys(desk, words)
        desk.press("enter", None)
    assert rig.wishes == [
        Speak(incident=2, text=Text("ik ga erin")),
        TellMelder(incident=2, text=Text("we zijn er")),
        Speak(incident=2, text=Text("zij klinkt bang")),
    ]


def test_the_key_of_the_lines_shows_them_and_changes_no_reader() -> None:
    """Round they go, also with words under the hand: those stay for the colleagues."""
    rig, desk = put_through()
    type_keys(desk, "hij heeft een mes")
    seen = []
    for _ in range(2):
        desk.press("f5", None)
        context = desk.context()
        seen.append((context.line, context.reader, desk.parts.row.edit(context).text))
    assert seen == [
        (LineKind.CONTACT, Reader.LINE, "hij heeft een mes"),
        (LineKind.OPEN, Reader.LINE, "hij heeft een mes"),
    ]
    desk.press("enter", None)
    assert rig.wishes == [Speak(incident=2, text=Text("hij heeft een mes"))]


def test_the_line_of_a_pair_is_always_open() -> None:
    """Words and Enter; one deed calls the other half (A92)."""
    rig, desk = split()
    type_keys(desk, "kom achterom")
    desk.press("enter", None)
    deed(desk, 9)
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
    deed(desk, 1)
    assert rig.wishes[-1] == ComeAlong(incident=number, unit=1)


def test_the_whole_melding_is_one_key_away_and_back() -> None:
    """Also with words under the hand, which stay."""
    _, desk = sent()
    type_keys(desk, "wacht")
    desk.press("f8", None)
    assert (desk.stand.panel, desk.stand.field) == (Where.MELDING, None)
    desk.press("f8", None)
    assert (desk.stand.panel, desk.parts.row.edit(desk.context()).text) == (Where.LINE, "wacht")


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
    """Under the hand, for the other half."""
    rig, desk = split()
    type_keys(desk, "kom achterom")
    desk.press("enter", None)
    rig.refuse(Reason.NOT_A_PAIR, unit="anna")
    context = desk.context()
    assert (context.reader, desk.parts.row.edit(context).text) == (Reader.PAIR, "kom achterom")


def test_the_help_names_a_units_own_keys_and_no_key_twice() -> None:
    """What a digit does here stands in the law of the hands; each function key and letter has one line."""
    _, desk = sent()
    rows = [row.text for row in key_rows(desk.context())]
    assert any(desk.say("law-light-status") in row for row in rows)
    assert any(desk.say("law-emergency") in row for row in rows)
    keys = [word for row in rows for word in row[:12].split() if re.fullmatch(r"F[0-9]+|\.[A-Za-z]", word)]
    assert {"F5", "F8", ".k"} <= set(keys)
    assert [key for key in keys if key != "F12" and keys.count(key) > 1] == []
