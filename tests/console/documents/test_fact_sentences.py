"""Every fact reads as a sentence, in both languages."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from console.cli.plain_json import fact_rows
from console.documents.fact_sentences import told
from console.texts.texts import LANGUAGES, Texts
from protocol.change import Change
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.intake import CaughtFlagged, CaughtMarked, IncidentClassified, IntakeDescribed
from protocol.facts.letting_go import EndChecked, FeedbackGiven
from protocol.facts.order import OrderSwitched
from protocol.facts.promises import PromiseMade, Reacted
from protocol.facts.work import AdditionStated, AimAdded, CitizenNoted, Referred
from protocol.model.board import Board
from protocol.model.intake import Question, Source
from protocol.model.letting_go import CitizenView
from protocol.model.melder import Melder
from protocol.model.missing import Missing
from protocol.model.order import Order
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.model.work import Aim, CitizenRole
from protocol.wire.tags import FACTS
from tests.console.grammar.make import AT, BOARD
from tests.strategies import changes

NL = Texts("nl", strict=True)
EN = Texts("en", strict=True)


def said(fact: Fact, texts: Texts = NL) -> str:
    """The sentence of a fact by anna at AT, behind the time and the name."""
    [row] = fact_rows(Change(seq=1, at=AT, by=Name("anna"), facts=(fact,)))
    return told(row, BOARD, texts).partition("anna: ")[2]


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (
            IntakeDescribed(
                incident=417,
                source=Source.STREET,
                question=Question.CAN_WAIT_POLICE,
                melder=Melder(name=Name("De Boer"), number=Name("0612")),
                fears=Text(""),
            ),
            "417 intake; bron: straat; vraag: kan wachten, wel politie; melder: De Boer 0612",
        ),
        (IncidentClassified(incident=417, code=Name("inbr")), "417 geclassificeerd als inbr"),
        (IncidentClassified(incident=417, code=Name("")), "417 classificatie teruggenomen"),
        (CaughtFlagged(incident=417, caught=False), "417 is geen heterdaad"),
        (CaughtMarked(incident=417), "417 is heterdaad"),
        (Reacted(incident=417, kind=ReactionKind.UNIT_NOW), "417 reactie: eenheid nu"),
        (
            Reacted(incident=417, kind=ReactionKind.BY_TELEPHONE, agreed=True, text=Text("advies gegeven")),
            "417 reactie: telefonisch, akkoord: advies gegeven",
        ),
        (AimAdded(incident=417, aim=Aim.PROTECT, text=Text("de hond")), "417 beschermen: de hond"),
        (AdditionStated(incident=417, unit=1, text=Text("Pools")), "417 12.03 voegt toe: Pools"),
        (
            CitizenNoted(incident=417, name=Name("Bos"), role=CitizenRole.LOOKOUT),
            "417 burger Bos, uitkijk",
        ),
        (Referred(incident=417, partner=Name("GGD")), "417 verwezen naar GGD"),
        (Referred(incident=417, partner=Name("GGD"), consent=True), "417 verwezen naar GGD, met akkoord"),
        (
            EndChecked(incident=417, citizen=CitizenView.NOT_REACHED),
            "417 klaar; de burger is niet bereikt",
        ),
        (
            FeedbackGiven(incident=417, text=Text("anoniem"), given=False),
            "417 terugmelding niet mogelijk: anoniem",
        ),
        (OrderSwitched(order=Order.PRIORITY, why=Text("druk")), "het bord staat op prioriteit: druk"),
        (IncidentClosed(incident=417, reason=Text("klaar")), "417 gesloten: klaar"),
        (
            IncidentClosed(incident=417, reason=Text("brand"), passed=(Missing.CHECK, Missing.FEEDBACK)),
            "417 gesloten: brand (in nood; ontbrak: klaar; terugmelding)",
        ),
    ],
)
def test_a_fact_says_what_happened(fact: Fact, sentence: str) -> None:
    """What was not said or is empty is not told."""
    assert sentence == said(fact)


def test_a_moment_is_told_with_its_day_when_that_is_another() -> None:
    """A promise for tomorrow has a date, one for tonight a time."""

    def promise(due: datetime) -> str:
        fact = PromiseMade(
            incident=417, what=Text("bellen"), due=due, from_whom=Name("anna"), to_whom=Name("Bos")
        )
        return said(fact)

    today, later = AT.replace(minute=30), datetime(2026, 12, 24, 12, tzinfo=UTC)
    assert promise(today) == f"417 toezegging: bellen, {today.astimezone():%H:%M}, door anna aan Bos"
    assert promise(later) == f"417 toezegging: bellen, {later.astimezone():%d-%m %H:%M}, door anna aan Bos"


@pytest.mark.parametrize("kind", list(FACTS.values()), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_a_sentence(kind: type[Any], language: str) -> None:
    """There is nothing in a journal that a person cannot read."""
    name = "".join(f"-{char.lower()}" if char.isupper() else char for char in kind.__name__)
    assert Texts(language).has(f"fact{name}")


@given(changes())
def test_every_change_is_told_in_both_languages(change: Change) -> None:
    """Whatever its fields hold, nothing that the sentence needs is missing."""
    for row in fact_rows(change):
        for texts in (NL, EN):
            assert told(row, Board(), texts)


def test_what_a_newer_server_says_is_shown_by_its_name() -> None:
    """A fact or a word of a later version does not stop the lines."""
    row = {"seq": 1, "at": AT.isoformat(), "by": "anna", "fact": "MoonSeen", "incident": 1}
    assert told(row, BOARD, NL).endswith("anna: MoonSeen")
    row = {**row, "fact": "Reacted", "kind": "by-pigeon", "agreed": False, "text": "", "due": None}
    assert told(row, BOARD, NL).endswith("1 reactie: by-pigeon")
