"""What happened on lines, in scaling and in need, as sentences."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from console.cli.plain_json import fact_rows
from console.documents.fact_sentences import told
from console.documents.fact_sentences_line import line_args
from console.texts.texts import Texts
from protocol.change import Change
from protocol.facts.contact import (
    ContactClosed,
    ContactOpened,
    LinkMade,
    LinkOpened,
    Listening,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedIn,
)
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.pairs import EmergencyAnswered, EmergencyRaised, PairSplit
from protocol.facts.scale import ColleaguesAsked, GripSet, LeadSwitched, LevelSet, WhoNoted
from protocol.facts.shown import IncidentShown
from protocol.facts.timeline import CardPushed, Whispered
from protocol.model.board import Board
from protocol.model.entry import CardKind
from protocol.model.point import Point
from protocol.model.scale import Level, WhoKind
from protocol.model.text import UNSEEN, Name, Text
from tests.console.grammar.make import AT, BOARD

NL = Texts("nl", strict=True)
EN = Texts("en", strict=True)


def said(fact: Fact, texts: Texts = NL) -> str:
    """The sentence of a fact by anna at AT, behind the time and the name."""
    [row] = fact_rows(Change(seq=1, at=AT, by=Name("anna"), facts=(fact,)))
    return told(row, BOARD, texts).partition("anna: ")[2]


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (ContactOpened(incident=417, unit=Name("12.03")), "417 melder verbonden met 12.03"),
        (Listening(incident=417), "417 luistert mee met de melder"),
        (SteppedIn(incident=417, why=Text("paniek")), "417 praat mee met de melder: paniek"),
        (ContactClosed(incident=417, why=Text("klaar")), "417 contactlijn gesloten: klaar"),
        (MelderTold(incident=417, text=Text("we komen")), "417 tegen de melder: „we komen”"),
        (MelderTold(incident=417, text=UNSEEN), "417 gezegd tegen de melder"),
        (MelderSaid(incident=417, text=UNSEEN), "417 de melder heeft iets gezegd"),
        (IncidentClosed(incident=417, reason=UNSEEN), "417 gesloten: (niet te zien)"),
        (
            MelderShared(incident=417, point=Point(lat_deg=52.01, lon_deg=4.36)),
            "417 de melder deelde de plek: 52.01000, 4.36000",
        ),
        (LinkOpened(incident=417, key=Name("zeer-geheim")), "417 de melder opende de link"),
        (Whispered(incident=417, text=Text("mes")), "417 gefluisterd: „mes”"),
        (
            CardPushed(incident=417, card=CardKind.WARNING, text=Text("eerder mes")),
            "417 kaart, waarschuwing: eerder mes",
        ),
        (ColleaguesAsked(incident=417), "417 vraagt collega's"),
        (ColleaguesAsked(incident=417, text=Text("twee")), "417 vraagt collega's: twee"),
        (
            WhoNoted(incident=417, kind=WhoKind.CAN, what=Text("Pools"), who=Name("12.03")),
            "417 wie kan: Pools, 12.03",
        ),
        (WhoNoted(incident=417, kind=WhoKind.DOES, what=Text("hond")), "417 wie doet: hond, nog niemand"),
        (LeadSwitched(incident=417, central=True, why=Text("druk")), "417 regie centraal: druk"),
        (LeadSwitched(incident=417, central=False, why=Text("rust")), "417 regie decentraal: rust"),
        (LevelSet(incident=417, level=Level.SUPRA_REGIONAL), "417 naar bovenregionaal"),
        (GripSet(incident=417, grip=2, why=Text("rook")), "417 GRIP 2: rook"),
        (
            PairSplit(unit=1, other=9, call_sign=Name("12.13")),
            "12.03 uiteen, de andere helft is 12.13",
        ),
        (
            EmergencyRaised(unit=1, incident=417, nearby=(3, 99)),
            "NOOD 12.03, melding 417; in de buurt: 13.01, 99",
        ),
        (EmergencyRaised(unit=1, incident=417), "NOOD 12.03, melding 417; in de buurt: niemand"),
        (EmergencyAnswered(unit=1), "heeft de noodoproep van 12.03"),
        (IncidentShown(incident_now=BOARD.incidents[417]), "melding 417 is te zien"),
    ],
)
def test_a_fact_says_what_happened(fact: Fact, sentence: str) -> None:
    """Words that one may not see are told as having been said; a reason only where one was given."""
    assert sentence == said(fact)


def test_a_link_is_told_with_its_end() -> None:
    """Until when, in the reader's own time."""
    until = AT + timedelta(hours=2)
    fact = LinkMade(incident=417, number=2, expires_at=until)
    assert said(fact, EN) == f"417 link 2 for the caller, until {until.astimezone():%H:%M}"


@pytest.mark.parametrize(
    ("name", "row", "args"),
    [
        ("MelderShared", {"point": None}, {"point": "onbekend"}),
        ("MelderShared", {"point": {"lat_deg": "x", "lon_deg": 4.0}}, {"point": "onbekend"}),
        ("WhoNoted", {"kind": "dreams", "who": None}, {"kind": "dreams", "who": "nog niemand"}),
        ("EmergencyRaised", {"nearby": 7}, {"nearby": "niemand"}),
        ("IncidentShown", {"incident_now": 7}, {"incident_now": "–"}),
        ("LineJoined", {"incident": 417}, {}),
    ],
)
def test_what_a_newer_server_says_does_not_stop_the_lines(
    name: str, row: Mapping[str, Any], args: Mapping[str, str]
) -> None:
    """A value of another shape reads as unknown."""
    assert line_args(name, row, Board(), NL) == args
