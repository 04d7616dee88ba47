"""Lines about contact with the melder, being together on a line, scale, pairs and emergencies."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from console.actions.action import Selection, Where
from console.actions.catalog import CATALOG
from console.actions.deed_numbers import number_of
from console.actions.problem import Parsed, Problem
from console.command.command_text import written
from console.grammar.complete import complete
from console.grammar.parse import parse
from console.grammar.prefill import line_for
from console.texts.texts import LANGUAGES, Texts
from protocol.commands.command import Command
from protocol.commands.contact import (
    CloseContact,
    LeaveContact,
    Listen,
    MakeLink,
    OpenContact,
    StepBack,
    StepIn,
    TellMelder,
    WithdrawLink,
)
from protocol.commands.pairs import (
    AnswerEmergency,
    EndEmergency,
    JoinPair,
    RaiseEmergency,
    SpeakToPair,
    SplitPair,
    Strengthen,
)
from protocol.commands.scale import (
    AskColleagues,
    ComeAlong,
    DropWho,
    NoteWho,
    SetGrip,
    SetLevel,
    SwitchLead,
    TakeWho,
)
from protocol.commands.timeline import (
    DismissPartner,
    InvitePartner,
    JoinLines,
    PartLines,
    PushCard,
    TakeCard,
    Whisper,
)
from protocol.model.board import Board
from protocol.model.emergency import Emergency
from protocol.model.entry import CardKind, Entry, EntryKind
from protocol.model.scale import MAX_GRIP, Level, Scale, WhoKind, WhoRow
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.console.grammar.make import AT, BOARD, NOTHING

ON_417 = Selection(incident=417, unit=1)


def _emergency(unit: int, after_s: int = 0) -> Emergency:
    sign = BOARD.units[unit].call_sign
    at = AT + timedelta(seconds=after_s)
    return Emergency(unit=unit, call_sign=sign, incident=417, at=at)


def _card(id: int, kind: EntryKind = EntryKind.CARD) -> Entry:
    card = CardKind.WARNING if kind is EntryKind.CARD else None
    return Entry(id=id, at=AT, by=Name("infodesk"), text=Text("eerder mes"), kind=kind, card=card)


def _board() -> Board:
    """13.01 and 12.04 are on 417, with a card, two rows, two partners; 418 is worldwide; 13.01 in need."""
    here = evolve(
        BOARD.incidents[417],
        units=(3, 2),
        entries=(_card(1, EntryKind.LOGGED), _card(2)),
        scale=Scale(
            level=Level.DISTRICT,
            who=(
                WhoRow(id=1, kind=WhoKind.CAN, what=Text("Pools")),
                WhoRow(id=2, kind=WhoKind.DOES, what=Text("afzetten"), who=Name("12.04")),
            ),
            partners=(Name("brandweer"), Name("GGD")),
        ),
    )
    other = evolve(BOARD.incidents[418], scale=Scale(level=Level.INTERNATIONAL))
    return evolve(
        BOARD,
        incidents=BOARD.incidents.set(417, here).set(418, other),
        emergencies=Map({3: _emergency(3)}),
    )


FULL = _board()


def said(line: str, selection: Selection = NOTHING, board: Board = FULL) -> Parsed | Problem:
    """What the line means on that board."""
    return parse(line, CATALOG, board, selection)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("verbind 417 12.03", OpenContact(incident=417, unit=1)),
        ("connect 1203 417", OpenContact(incident=417, unit=1)),
        ("verbind 417", OpenContact(incident=417, unit=3)),
        ("luister 417", Listen(incident=417)),
        ("listen 417 new colleague", Listen(incident=417, why=Text("new colleague"))),
        ("meepraten 417 paniek", StepIn(incident=417, why=Text("paniek"))),
        ("step-back 417", StepBack(incident=417)),
        ("ophangen 417", LeaveContact(incident=417)),
        ("verbreek 417 klaar", CloseContact(incident=417, why=Text("klaar"))),
        ("vertel 417 -- 2 minuten", TellMelder(incident=417, text=Text("2 minuten"))),
        ("make-link 417", MakeLink(incident=417)),
        ("trek-in 417", WithdrawLink(incident=417)),
        ("fluister 417 hij liegt", Whisper(incident=417, text=Text("hij liegt"))),
        (
            "infokaart 417 waarschuwing mes",
            PushCard(incident=417, card=CardKind.WARNING, text=Text("mes")),
        ),
        (
            "card 417 vehicle 12-AB-34",
            PushCard(incident=417, card=CardKind.VEHICLE, text=Text("12-AB-34")),
        ),
        ("heb 417 2", TakeCard(incident=417, entry=2)),
        ("heb 417", TakeCard(incident=417, entry=2)),
        ("uitnodigen 417 brandweer", InvitePartner(incident=417, partner=Name("brandweer"))),
        ("afscheid 417 brand", DismissPartner(incident=417, partner=Name("brandweer"))),
        ("dismiss 417 ggd", DismissPartner(incident=417, partner=Name("GGD"))),
        ("samenvoegen 417 418", JoinLines(incident=417, other=418)),
        ("scheiden 417", PartLines(incident=417)),
        ("collega 417", AskColleagues(incident=417)),
        ("colleagues 417 2 more", AskColleagues(incident=417, text=Text("2 more"))),
        ("kom 417 12.03", ComeAlong(incident=417, unit=1)),
        (
            "matrix 417 kan Pools wie:12.03",
            NoteWho(incident=417, kind=WhoKind.CAN, what=Text("Pools"), who=Name("12.03")),
        ),
        (
            "matrix 417 knows the way in",
            NoteWho(incident=417, kind=WhoKind.KNOWS, what=Text("the way in")),
        ),
        ("ikdoe 417 1", TakeWho(incident=417, row=1)),
        ("done 417 2", DropWho(incident=417, row=2)),
        ("regie 417 centraal druk", SwitchLead(incident=417, central=True, why=Text("druk"))),
        (
            "lead 417 decentral sure calm again",
            SwitchLead(incident=417, central=False, why=Text("calm again"), sure=True),
        ),
        ("schaal 417 regio", SetLevel(incident=417, level=Level.REGION)),
        ("opschalen 417", SetLevel(incident=417, level=Level.REGION)),
        ("opschalen 417 te veel", SetLevel(incident=417, level=Level.REGION, why=Text("te veel"))),
        ("scale-up 417 national", SetLevel(incident=417, level=Level.NATIONAL)),
        ("scale-up 12 national", SetLevel(incident=12, level=Level.NATIONAL)),
        ("afschalen 417", SetLevel(incident=417, level=Level.TEAM)),
        ("grip 417 2 rook", SetGrip(incident=417, grip=2, why=Text("rook"))),
        ("grip 417 geen", SetGrip(incident=417, grip=0)),
        ("uiteen 12.03 12.13", SplitPair(unit=1, call_sign=Name("12.13"))),
        ("maat 12.03 naar links", SpeakToPair(unit=1, text=Text("naar links"))),
        ("versterk 12.03", Strengthen(unit=1)),
        ("bijeen 12.03", JoinPair(unit=1)),
        ("nood 12.03", RaiseEmergency(unit=1)),
        ("ontvangen", AnswerEmergency(unit=3)),
        ("received 13.01", AnswerEmergency(unit=3)),
        ("noodeinde veilig", EndEmergency(unit=3, why=Text("veilig"))),
        ("all-clear 13.01 safe", EndEmergency(unit=3, why=Text("safe"))),
    ],
)
def test_a_line_means_its_command(line: str, command: Command) -> None:
    """Both languages; what there is one of needs no name."""
    parsed = said(line)
    assert isinstance(parsed, Parsed), parsed
    assert parsed.commands == (command,)


@pytest.mark.parametrize(
    ("line", "selection", "command"),
    [
        ("verbind", Selection(incident=417, unit=2), OpenContact(incident=417, unit=2)),
        ("verbind", ON_417, OpenContact(incident=417, unit=3)),
        ("heb", Selection(incident=417, entry=2), TakeCard(incident=417, entry=2)),
        ("samenvoegen 418", ON_417, JoinLines(incident=417, other=418)),
        ("grip 2", ON_417, SetGrip(incident=417, grip=2)),
        ("grip 2 rook", ON_417, SetGrip(incident=417, grip=2, why=Text("rook"))),
        ("grip 2", Selection(incident=2), SetGrip(incident=2, grip=2)),
        ("grip #2 3 rook", ON_417, SetGrip(incident=2, grip=3, why=Text("rook"))),
        ("uiteen 12.13", ON_417, SplitPair(unit=1, call_sign=Name("12.13"))),
        ("opschalen", ON_417, SetLevel(incident=417, level=Level.REGION)),
        ("kom", ON_417, ComeAlong(incident=417, unit=1)),
    ],
)
def test_the_selection_fills_in(line: str, selection: Selection, command: Command) -> None:
    """A melder is put through to who is on the melding, not to whoever happens to be selected."""
    parsed = said(line, selection)
    assert isinstance(parsed, Parsed), parsed
    assert parsed.commands == (command,)


def test_who_is_on_the_spot_speaks_with_the_melder_first() -> None:
    """Of two on a melding the one that arrived is put through, whoever was assigned first."""
    units = FULL.units.set(2, evolve(FULL.units[2], status=UnitStatus.ON_SCENE))
    parsed = said("verbind 417", board=evolve(FULL, units=units))
    assert isinstance(parsed, Parsed)
    assert parsed.commands == (OpenContact(incident=417, unit=2),)


@pytest.mark.parametrize(
    ("line", "selection", "key", "word"),
    [
        ("verbind 418", NOTHING, "problem-missing-on-incident", ""),
        ("verbind 417 12.99", NOTHING, "problem-unknown-unit", "12.99"),
        ("infokaart 417 fiets weg", NOTHING, "problem-not-a-card-kind", "fiets"),
        ("infokaart 417 persoon", NOTHING, "problem-missing-text", ""),
        ("heb 417 1", NOTHING, "problem-no-such-card", "1"),
        ("heb 418", NOTHING, "problem-no-open-card", ""),
        ("uitnodigen 417", NOTHING, "problem-missing-partner", ""),
        ("samenvoegen", ON_417, "problem-missing-other-incident", ""),
        ("samenvoegen 417 419", NOTHING, "problem-unknown-incident", "419"),
        ("matrix 417 wil niet", NOTHING, "problem-not-a-who-kind", "wil"),
        ("ikdoe 417", NOTHING, "problem-which-who-row", ""),
        ("ikdoe 417 3", NOTHING, "problem-no-such-who-row", "3"),
        ("regie 417 links druk", NOTHING, "problem-not-a-lead", "links"),
        ("regie 417 centraal", NOTHING, "problem-missing-text", ""),
        ("schaal 417 dorp", NOTHING, "problem-not-a-level", "dorp"),
        ("opschalen 417 team", NOTHING, "problem-level-not-up", ""),
        ("afschalen 417 regio", NOTHING, "problem-level-not-down", ""),
        ("opschalen 418", NOTHING, "problem-ladder-ends-up", ""),
        ("afschalen 2", NOTHING, "problem-ladder-ends-down", ""),
        ("opschalen 12", NOTHING, "problem-missing-level-far", ""),
        ("grip 417", NOTHING, "problem-missing-grip", ""),
        ("grip 417 6", NOTHING, "problem-not-a-grip", "6"),
        ("grip 7 rook", ON_417, "problem-incident-left", "7"),
        ("uiteen 12.03", NOTHING, "problem-missing-call-sign", ""),
        ("maat 12.03", NOTHING, "problem-missing-text", ""),
        ("vertel 417 " + "x" * 501, NOTHING, "problem-too-long", "x"),
        ("ontvangen 12.99", NOTHING, "problem-unknown-unit", "12.99"),
    ],
)
def test_a_problem_says_what_and_where(line: str, selection: Selection, key: str, word: str) -> None:
    """Each has its place in the line, and a sentence in both languages that fills in."""
    found = said(line, selection)
    assert isinstance(found, Problem), found
    assert (found.key, line[found.start : found.end]) == (key, word)
    assert all(found.sentence(Texts(language, strict=True)) for language in LANGUAGES)


def test_an_emergency_is_answered_by_name_where_there_are_two() -> None:
    """Nobody answers the one by mistake for the other; nor where there is none."""
    two = evolve(FULL, emergencies=Map({3: _emergency(3), 1: _emergency(1, after_s=-5)}))
    found = said("ontvangen", board=two)
    assert isinstance(found, Problem)
    assert (found.key, found.candidates) == ("problem-which-in-need", ("12.03", "13.01"))
    none = said("noodeinde klaar", board=BOARD)
    assert isinstance(none, Problem)
    assert none.key == "problem-no-open-in-need"


@pytest.mark.parametrize(
    ("line", "selection", "choices"),
    [
        ("verbind 417 13", NOTHING, ("13.01",)),
        ("infokaart 417 ", NOTHING, ("adres", "voertuig", "waarschuwing", "persoon", "anders")),
        ("heb 417 ", NOTHING, ("2",)),
        ("uitnodigen 418 ", NOTHING, ("GGD", "brandweer")),
        ("afscheid 417 ", NOTHING, ("brandweer", "GGD")),
        ("afscheid 417 g", NOTHING, ("GGD",)),
        ("samenvoegen 417 ", NOTHING, ("418", "2")),
        ("samenvoegen 41", ON_417, ("417", "418")),
        ("matrix 417 ", NOTHING, ("weet", "kan", "doet")),
        ("ikdoe 417 ", NOTHING, ("1", "2")),
        ("regie 417 c", NOTHING, ("centraal",)),
        ("regie 417 centraal z", NOTHING, ("zeker",)),
        ("schaal 417 re", NOTHING, ("regio",)),
        ("ontvangen ", NOTHING, ("13.01",)),
        ("noodeinde ", NOTHING, ("13.01",)),
    ],
)
def test_what_could_stand_there(line: str, selection: Selection, choices: tuple[str, ...]) -> None:
    """Words of ours, and from the board cards, rows, partners, other meldingen and units in need."""
    assert complete(line, len(line), CATALOG, FULL, selection).choices == choices


@pytest.mark.parametrize(
    ("id", "selection", "text", "whole"),
    [
        ("open-contact", Selection(incident=417), "verbind #417 13.01 ", True),
        ("open-contact", Selection(incident=418, unit=1), "verbind #418 ", False),
        ("step", Selection(incident=417), "wissel #417 ", True),
        ("take-card", Selection(incident=417, entry=1), "heb #417 2 ", True),
        ("ask-colleagues", Selection(incident=417), "collega #417 ", True),
        ("come-along", ON_417, "kom #417 12.03 ", True),
        ("answer-emergency", NOTHING, "ontvangen 13.01 ", True),
    ],
)
def test_a_key_begins_its_line(id: str, selection: Selection, text: str, whole: bool) -> None:
    """With a melding selected one key puts its melder through: nothing is missing."""
    found = line_for(CATALOG.by_id[id], selection, FULL)
    assert (found.text, found.complete) == (text, whole)


def test_what_must_be_quick_is_a_function_key_or_a_number_behind_space() -> None:
    """The line, whispering, telling, who could go, contact and colleagues, wherever one stands."""
    for where in Where:
        keys = CATALOG.by_key(where)
        assert [keys[key].id for key in ("f5", "f9", "f10", "f12")] == [
            "go-line",
            "caller",
            "recommend",
            "raise-emergency",
        ]
    assert [number_of(id, unit=False) for id in ("open-contact", "ask-colleagues")] == [3, 2]
    assert not CATALOG.by_id["raise-emergency"].at_once


_WORDS = st.lists(st.text("abc de", min_size=1, max_size=8), min_size=1, max_size=4)
_TEXT = _WORDS.map(lambda words: " ".join(" ".join(words).split())).filter(bool)


@given(
    _TEXT,
    _TEXT | st.just(""),
    st.sampled_from(CardKind),
    st.sampled_from(WhoKind),
    st.sampled_from(Level),
    st.integers(0, MAX_GRIP),
    st.booleans(),
    st.sampled_from(LANGUAGES),
)
def test_a_command_is_written_as_it_can_be_typed(
    text: str, why: str, card: CardKind, who: WhoKind, level: Level, grip: int, flag: bool, language: str
) -> None:
    """What a waiting line shows means the same when somebody types it."""
    on: dict[str, Any] = {"incident": 417}
    commands: list[Command] = [
        OpenContact(**on, unit=1),
        *(make(**on, why=Text(why)) for make in (Listen, StepIn, StepBack, CloseContact)),
        *(make(**on) for make in (LeaveContact, MakeLink, WithdrawLink, PartLines)),
        TellMelder(**on, text=Text(text)),
        Whisper(**on, text=Text(text)),
        PushCard(**on, card=card, text=Text(text)),
        TakeCard(**on, entry=2),
        InvitePartner(**on, partner=Name(text)),
        DismissPartner(**on, partner=Name("GGD")),
        JoinLines(**on, other=418),
        AskColleagues(**on, text=Text(why)),
        ComeAlong(**on, unit=1),
        NoteWho(**on, kind=who, what=Text(text), who=Name(why)),
        TakeWho(**on, row=1),
        DropWho(**on, row=2),
        SwitchLead(**on, central=flag, why=Text(text), sure=not flag),
        SwitchLead(**on, central=flag, why=Text(f"zeker {text}")),
        SetLevel(**on, level=level, why=Text(why)),
        SetGrip(**on, grip=grip, why=Text(why)),
        SplitPair(unit=1, call_sign=Name("12.13")),
        SpeakToPair(unit=1, text=Text(text)),
        Strengthen(unit=1),
        JoinPair(unit=1),
        RaiseEmergency(unit=1),
        AnswerEmergency(unit=3),
        EndEmergency(unit=3, why=Text(text)),
    ]
    for command in commands:
        parsed = said(written(command, FULL, CATALOG, language))
        assert isinstance(parsed, Parsed), (command, parsed)
        assert parsed.commands == (command,)
