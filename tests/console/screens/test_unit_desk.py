"""The console of a unit: everything by its own keys, nothing by the control room (A62)."""

from typing import Any

import pytest
from attrs import evolve
from textual.app import App
from textual.pilot import Pilot

from console.actions.action import Where
from console.screens.desk import Desk
from console.screens.desk_screen import DeskScreen
from console.screens.fields import Field
from console.screens.unit_views import keys_view
from protocol.commands import (
    AskColleagues,
    ComeAlong,
    JoinLine,
    RaiseEmergency,
    SetUnitStatus,
    SignOnUnit,
    Speak,
    SpeakToPair,
    Strengthen,
    TakeCard,
    TellMelder,
)
from protocol.errors import Reason
from protocol.facts import (
    CardPushed,
    ColleaguesAsked,
    ContactOpened,
    LineJoined,
    LineLeft,
    LineSpoken,
    MelderSaid,
    PairSplit,
    PromiseMade,
    UnitAssigned,
    UnitSignedOn,
    UnitStatusSet,
)
from protocol.model.entry import CardKind
from protocol.model.floor import Hand
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.session.events import LinesMoved, LinkState
from protocol.wire.messages import LineKind, OnLineRow
from tests.console.rig import Rig, place, point, type_keys
from tests.console.screens.test_emergency import press_button

NUMBERS = (
    (1, UnitStatus.AVAILABLE),
    (2, UnitStatus.EN_ROUTE),
    (3, UnitStatus.ON_SCENE),
    (5, UnitStatus.UNAVAILABLE),
)


class Street(Rig):
    """The rig of a unit whose account is `anna`, with a status table."""

    def __init__(self) -> None:
        super().__init__(role=Role.UNIT)

    def come_in(self) -> Desk:
        """The link is live, as for a unit that signed on."""
        desk = self.desk()
        self.welcome()
        self.number()
        return desk

    def number(self) -> None:
        """The site's status table is known."""
        assert self.session.welcome is not None
        self.session.welcome = evolve(self.session.welcome, status_numbers=NUMBERS)


def sent() -> tuple[Street, Desk]:
    """Anna is sent to 2, 600 m away, with a colleague; 1 waits; both spoke."""
    rig = Street()
    rig.sign_on("anna", "12.05")
    rig.open(1, "vechtpartij", place("Kade 1", 200, 0))
    rig.open(2, "inbraak woning", place("Havenkade 3", 600, 0))
    rig.happen(UnitAssigned(incident=2, unit=1), UnitAssigned(incident=2, unit=2))
    rig.happen(LineJoined(incident=2), by="anna")
    rig.happen(LineJoined(incident=2), by="12.05")
    rig.happen(LineSpoken(incident=2, text=Text("achterom is open")), by="12.05")
    rig.move((1, point(0, 0)), (2, point(500, 0)))
    return rig, rig.come_in()


def free() -> tuple[Street, Desk]:
    """Anna is on nothing; 1 waits 200 m away, at 2 a colleague asks, 300 m away."""
    rig = Street()
    rig.sign_on("anna", "12.05")
    rig.open(1, "vechtpartij", place("Kade 1", 200, 0))
    rig.open(2, "inbraak woning", place("Havenkade 3", 300, 0), priority=3)
    rig.happen(UnitAssigned(incident=2, unit=2))
    rig.happen(ColleaguesAsked(incident=2, text=Text("twee daders")), by="12.05")
    rig.move((1, point(0, 0)))
    return rig, rig.come_in()


def put_through() -> tuple[Street, Desk]:
    """Anna has the melder of 2 on the contact line."""
    rig, desk = sent()
    rig.happen(ContactOpened(incident=2, unit=Name("anna")), by="bert")
    rig.happen(MelderSaid(incident=2, text=Text("ik zit op zolder")), by="melder")
    return rig, desk


def test_its_own_melding_is_chosen_by_itself() -> None:
    """Nobody has to look for where one was sent."""
    _, desk = sent()
    assert (desk.panel, desk.incident, desk.unit) == (Where.LINE, 2, 1)


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
    assert (rig.wishes, desk.field) == ([], Field.COMMAND)
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
    assert (desk.lines.shown, desk.lines.draft().text) == (LineKind.CONTACT, "")
    desk.press("enter", None)
    assert rig.wishes == []
    desk.press("tab", None)
    assert (desk.lines.shown, desk.lines.draft().text) == (LineKind.OPEN, "hij heeft een mes")


def split() -> tuple[Street, Desk]:
    """Anna and her other half, 240 m apart, on nothing."""
    rig = Street()
    rig.sign_on("anna")
    rig.happen(PairSplit(unit=1, other=2, call_sign=Name("anna-b")), by="anna")
    rig.move((1, point(0, 0)), (2, point(240, 0)))
    return rig, rig.come_in()


def test_the_line_of_a_pair_is_always_open() -> None:
    """Enter and words; one key calls the other half (A92)."""
    rig, desk = split()
    desk.press("enter", None)
    type_keys(desk, "kom achterom")
    desk.press("enter", None)
    desk.press("escape", None)
    desk.press("backslash", "\\")
    assert rig.wishes == [SpeakToPair(unit=1, text=Text("kom achterom")), Strengthen(unit=1)]


class Remembers:
    """The last time, in memory."""

    def __init__(self, wish: SignOnUnit | None = None) -> None:
        self.wish = wish

    def of(self, _world: str, _call_sign: str) -> SignOnUnit | None:
        """As kept."""
        return self.wish

    def keep(self, _world: str, wish: SignOnUnit) -> None:
        """From now on."""
        self.wish = wish


def test_the_first_time_it_asks_how_to_sign_on_and_remembers() -> None:
    """The line stands ready; what was done is kept for the next time."""
    rig = Street()
    desk = rig.desk()
    desk.own.duty = kept = Remembers()
    rig.welcome()
    assert desk.field is Field.COMMAND
    type_keys(desk, "team:Noord")
    desk.press("enter", None)
    wish = SignOnUnit(call_sign=Name("anna"), crew=2, team=Name("Noord"))
    assert rig.done() == wish
    assert kept.wish == wish


def test_the_next_time_it_signs_on_by_itself() -> None:
    """Once a run: who signs off stays off."""
    rig = Street()
    desk = rig.desk()
    desk.own.duty = Remembers(SignOnUnit(call_sign=Name("anna"), crew=1))
    rig.welcome()
    assert rig.wishes == [SignOnUnit(call_sign=Name("anna"), crew=1)]
    rig.done()
    rig.state(LinkState.SILENT)
    rig.state(LinkState.LIVE)
    assert (rig.wishes, desk.field) == ([], None)


def test_who_is_on_duty_is_asked_nothing() -> None:
    """Also after a cut."""
    rig, desk = sent()
    assert (rig.wishes, desk.field) == ([], None)


def lines(app: App[Any]) -> list[str]:
    """The screen as text."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def shown(pilot: Pilot[None]) -> list[str]:
    """After the next turn."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, DeskScreen)
    screen.show_now()
    await pilot.pause()
    return lines(pilot.app)


def busy(rig: Street) -> None:
    """A melding with words, a card, a colleague who types and one who asks elsewhere."""
    rig.sign_on("anna", "12.05")
    rig.happen(UnitSignedOn(unit=3, call_sign=Name("12.09")))
    rig.open(1, "vechtpartij", place("Kade 1", 200, 0))
    rig.open(2, "inbraak woning", place("Havenkade 3", 600, 0))
    rig.happen(UnitAssigned(incident=2, unit=1), UnitAssigned(incident=2, unit=2))
    rig.happen(UnitStatusSet(unit=2, status=UnitStatus.ON_SCENE), by="12.05")
    rig.happen(LineJoined(incident=2), by="anna")
    rig.happen(LineJoined(incident=2), by="12.05")
    rig.happen(LineSpoken(incident=2, text=Text("wij rijden van de dijk")), by="anna")
    rig.happen(CardPushed(incident=2, card=CardKind.WARNING, text=Text("eerder vuurwapen")))
    rig.happen(LineSpoken(incident=2, text=Text("achterom is open")), by="12.05")
    rig.happen(ColleaguesAsked(incident=1, text=Text("op de hoek")), by="12.09")
    rig.move((1, point(0, 0)), (2, point(590, 0)), (3, point(200, 0)))
    rig.take(
        LinesMoved(
            rows=(
                OnLineRow(
                    incident=2,
                    line=LineKind.OPEN,
                    name=Name("12.05"),
                    delivered=1,
                    read=1,
                    hand=Hand.TYPING,
                ),
            )
        )
    )


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_screen_of_a_unit(size: tuple[int, int], snapshot: Any) -> None:
    """Its melding, its line, what asks for a key, the numbers of the radio."""
    rig = Street()
    app = rig.app()
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        rig.number()
        busy(rig)
        await pilot.press("escape")
        assert "\n".join(line.rstrip() for line in await shown(pilot)) == snapshot


async def test_the_button_works_from_a_field_and_from_a_dialog() -> None:
    """Twice the same key, whatever is open: the dialog goes, the draft stays."""
    rig = Street()
    app = rig.app()
    async with app.run_test(size=(60, 20)) as pilot:
        rig.welcome()
        rig.number()
        busy(rig)
        await pilot.press("escape", "z", "a", "b")
        await pilot.press("f12")
        assert not [wish for wish in rig.wishes if isinstance(wish, RaiseEmergency)]
        await pilot.press("escape", "f1", "f12", "f12")
        assert sum(isinstance(wish, RaiseEmergency) for wish in rig.wishes) == 1
        assert isinstance(app.screen, DeskScreen)
        assert app.desk_screen.desk.lines.draft().text == "ab"


async def test_a_colleague_in_need_goes_over_every_dialog(snapshot: Any) -> None:
    """The whole screen, and the bars below it."""
    rig = Street()
    app = rig.app()
    async with app.run_test(size=(60, 20)) as pilot:
        rig.welcome()
        rig.number()
        busy(rig)
        await pilot.press("escape", "f1")
        press_button(rig, unit=2)
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)
        assert "\n".join(line.rstrip() for line in await shown(pilot)) == snapshot


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
    assert (rig.wishes, desk.incident) == ([], 1)


def test_who_is_in_need_and_who_is_near_have_the_line_of_it() -> None:
    """It goes before one's own melding; Tab goes round to that and back."""
    rig, desk = sent()
    number = press_button(rig, unit=2)
    rig.happen(LineJoined(incident=number), by="anna")
    rig.later(1)
    desk.press("enter", None)
    shown = [desk.incident]
    for _ in range(2):
        desk.press("tab", None)
        shown.append(desk.incident)
    assert shown == [number, 2, number]


def test_to_a_colleague_in_need_one_goes_at_once() -> None:
    """Also from one's own melding, without a question."""
    rig, desk = sent()
    number = press_button(rig, unit=2)
    rig.later(1)
    desk.press("enter", None)
    desk.press("k", "k")
    assert rig.wishes[-1] == ComeAlong(incident=number, unit=1)


def test_my_matters_are_one_key_away_also_while_speaking() -> None:
    """Promises made for or by us, what we took on, feedback owed; else that there is nothing."""
    rig, desk = sent()
    desk.press("enter", None)
    desk.press("f9", None)
    rig.happen(
        PromiseMade(
            incident=2,
            what=Text("terugbellen"),
            due=rig.now,
            from_whom=Name("anna"),
            to_whom=Name("melder"),
        )
    )
    desk.press("f9", None)
    assert [line[:7] for line in rig.opened] == ["Mijn za", "Niets o", "Mijn za", "2 belof"]


def test_the_whole_melding_is_one_key_away_and_back() -> None:
    """Also from a field, whose draft stays."""
    _, desk = sent()
    desk.press("enter", None)
    type_keys(desk, "wacht")
    desk.press("f8", None)
    assert (desk.panel, desk.field) == (Where.MELDING, None)
    desk.press("f8", None)
    assert (desk.panel, desk.lines.draft().text) == (Where.LINE, "wacht")


def test_escape_leads_home() -> None:
    """From every panel, and at home it stays there."""
    _, desk = sent()
    for key in ("f2", "f3", "f4", "f8"):
        desk.press(key, None)
        desk.press("escape", None)
        assert (key, desk.panel) == (key, Where.LINE)
    desk.press("escape", None)
    assert (desk.panel, desk.incident) == (Where.LINE, 2)


def test_words_refused_on_the_pair_come_back() -> None:
    """As a draft on the pair's own line."""
    rig, desk = split()
    desk.press("enter", None)
    type_keys(desk, "kom achterom")
    desk.press("enter", None)
    rig.refuse(Reason.NOT_A_PAIR, unit="anna")
    assert desk.own.pair_drafts.of(1).text == "kom achterom"


def test_arrival_is_proposed_from_the_position() -> None:
    """The number of the radio for it stands ready; it is ours to press."""
    rig, desk = sent()
    rig.move((1, point(598, 0)))
    assert (keys_view(desk).offered, keys_view(desk).asks[0].key) == (UnitStatus.ON_SCENE, "3")
    desk.press("3", "3")
    assert rig.wishes == [SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)]


def test_a_colleague_who_asks_is_seen_from_ones_own_melding() -> None:
    """Who, where, how far, and the key."""
    rig, desk = sent()
    rig.happen(ColleaguesAsked(incident=1, text=Text("op de hoek")), by="12.09")
    ask = keys_view(desk).asks[0]
    assert (ask.key, ask.words) == ("k", "ik kom: 12.09 vraagt collega's bij 1, 200m: op de hoek")
