"""Who sees what: the table is whole, and what a run carries leads to the board that its audience may have."""

from typing import Any, cast

import pytest
from attrs import evolve, fields_dict
from hypothesis import given, settings

from protocol.change import Change
from protocol.facts.contact import ContactOpened, LinkMade, LinkOpened, MelderSaid, MelderTold
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, PlaceChanged, PriorityChanged
from protocol.facts.intake import DescriptionSent, IntakeDescribed
from protocol.facts.shown import IncidentHidden, IncidentShown
from protocol.facts.timeline import (
    CardPushed,
    EntryAdded,
    LineJoined,
    LineSpoken,
    PartnerDismissed,
    PartnerInvited,
    Whispered,
)
from protocol.facts.units import UnitAssigned
from protocol.fold import fold
from protocol.model.board import CLOSED_KEPT, Board
from protocol.model.entry import CardKind
from protocol.model.line_kind import LineKind
from protocol.model.priority import Priority
from protocol.model.text import UNSEEN, Name, Text
from protocol.wire import tags
from protocol.wire.deltas import DeltaWriter
from protocol.wire.frames import encode
from server.hub.telling import Telling
from server.sight.audience import ROOM, STREET, Audience, View
from server.sight.board_view import board_for, is_invited, partners_incident
from server.sight.visibility import SIGHTS, Sight, seen
from tests.histories import histories
from tests.line_steps import PARTNER
from tests.protocol.make import BLAAK, OPENED, SIGNED_ON, change, minute, then, told
from tests.strategies import facts as st_facts

GGZ = Audience(view=View.PARTNER, name=PARTNER)
AUDIENCES = (ROOM, STREET, GGZ)
FACTS: tuple[type[Fact], ...] = tuple(tags.FACTS.values())
INVITED = PartnerInvited(incident=1, partner=PARTNER)
SAID = Text("mijn man heeft een mes")


def carried(board: Board, *facts: Fact, to: Audience) -> tuple[Fact, ...]:
    """What the run of this audience carries of the next change."""
    next_one = change(board.seq + 1, *facts)
    return seen(next_one, board, fold(board, next_one), to)


@pytest.mark.law
def test_every_kind_of_fact_has_its_row() -> None:
    """And nothing else has."""
    assert {kind.__name__ for kind in FACTS} == {kind.__name__ for kind in SIGHTS}


@pytest.mark.law
def test_only_a_fact_with_a_text_or_a_key_is_told_without_it() -> None:
    """Another would go out whole."""
    for kind, row in SIGHTS.items():
        if Sight.TOLD in row:
            assert {"text", "key"} & set(fields_dict(kind)), kind.__name__


@pytest.mark.law
def test_a_partner_gets_a_fact_of_an_incident_or_none() -> None:
    """INVITED asks of which incident it is; ALL goes to every partner, and is for what names nobody."""
    partners = {kind: row[2] for kind, row in SIGHTS.items()}
    everybodys = {kind.__name__ for kind, sight in partners.items() if sight is Sight.ALL}
    assert everybodys == {"WorldFounded", "IncidentShown", "IncidentHidden"}
    for kind, sight in partners.items():
        assert sight is not Sight.TOLD
        assert sight is not Sight.INVITED or "incident" in fields_dict(kind)


CASES: list[tuple[Fact, Fact | None, Fact | None, Fact | None]] = [
    # what happens on an incident to which the partner is invited: room, street, partner
    *(
        (fact, fact, fact, fact)
        for fact in (
            PlaceChanged(incident=1, place=BLAAK),
            PriorityChanged(incident=1, priority=Priority.P1),
            LineJoined(incident=1),
        )
    ),
    *(
        (fact, fact, None, None)
        for fact in (
            EntryAdded(incident=1, text=SAID),
            LineSpoken(incident=1, text=SAID),
            Whispered(incident=1, text=SAID),
            CardPushed(incident=1, card=CardKind.WARNING, text=SAID),
        )
    ),
    *(
        (fact, fact, fact, None)
        for fact in (
            IntakeDescribed(incident=1, story=SAID),
            ContactOpened(incident=1, unit=Name("12.03")),
            LinkMade(incident=1, number=2, expires_at=minute(9)),
        )
    ),
    *(
        (fact, evolve(fact, text=UNSEEN), evolve(fact, text=UNSEEN), None)
        for fact in (MelderTold(incident=1, text=SAID), MelderSaid(incident=1, text=SAID))
    ),
    (
        LinkOpened(incident=1, key=Name("geheim")),
        LinkOpened(incident=1, key=Name(UNSEEN)),
        LinkOpened(incident=1, key=Name(UNSEEN)),
        None,
    ),
    (
        DescriptionSent(incident=1, text=SAID),
        DescriptionSent(incident=1, text=SAID),
        DescriptionSent(incident=1, text=UNSEEN),
        None,
    ),
    (
        IncidentClosed(incident=1, reason=SAID),
        IncidentClosed(incident=1, reason=SAID),
        IncidentClosed(incident=1, reason=SAID),
        IncidentClosed(incident=1, reason=UNSEEN),
    ),
]


@pytest.mark.law
@pytest.mark.parametrize(
    ("fact", "room", "street", "partner"), CASES, ids=lambda each: type(each).__name__ if each else "-"
)
def test_the_table_holds(fact: Fact, room: Fact | None, street: Fact | None, partner: Fact | None) -> None:
    """Each audience gets the fact, a part of it, or nothing; nobody but the invited gets any of it."""
    board = told(OPENED, SIGNED_ON, INVITED, LinkMade(incident=1, number=1, expires_at=minute(9)))
    for audience, expected in ((ROOM, room), (STREET, street), (GGZ, partner)):
        assert carried(board, fact, to=audience) == (() if expected is None else (expected,))
    stranger = Audience(view=View.PARTNER, name=Name("brandweer"))
    assert carried(board, fact, to=stranger) == ()


@given(st_facts())
@settings(max_examples=150)
def test_the_room_and_the_street_get_what_their_column_says(fact: Fact) -> None:
    """Of any fact whatever: whole, wordless, or not at all."""
    room, street, _ = SIGHTS[type(fact)]
    for audience, sight in ((ROOM, room), (STREET, street)):
        got = carried(Board(), fact, to=audience)
        if sight is Sight.ALL:
            assert got == (fact,)
        elif sight is Sight.TOLD:
            (wordless,) = got
            assert type(wordless) is type(fact)
            assert UNSEEN in (getattr(wordless, "text", ""), getattr(wordless, "key", ""))
        else:
            assert got == ()


def test_an_invitation_shows_the_incident_and_a_dismissal_takes_it_away() -> None:
    """Without what was written before, and without who called."""
    board = told(OPENED, IntakeDescribed(incident=1, story=SAID), EntryAdded(incident=1, text=SAID))
    invited = then(board, INVITED)
    (shown,) = carried(board, INVITED, to=GGZ)
    assert shown == IncidentShown(incident_now=partners_incident(invited.incidents[1]))
    assert SAID.encode() not in DeltaWriter(0, 0).write(change(9, shown)).plain
    gone = PartnerDismissed(incident=1, partner=PARTNER)
    assert carried(invited, gone, to=GGZ) == (IncidentHidden(incident=1),)
    stranger = Audience(view=View.PARTNER, name=Name("brandweer"))
    assert carried(board, INVITED, to=stranger) == ()


def test_what_a_partner_cannot_work_out_it_is_shown_anew() -> None:
    """It knows no units, so it cannot know who came with one."""
    board = told(OPENED, SIGNED_ON, INVITED)
    sent = UnitAssigned(incident=1, unit=1)
    expected = IncidentShown(incident_now=partners_incident(then(board, sent).incidents[1]))
    assert carried(board, sent, to=GGZ) == (expected,)
    assert expected.incident_now.involved == ("12.03",)


def test_a_closed_incident_that_leaves_the_board_leaves_the_partners_too() -> None:
    """Though nothing tells of it but the closing of another one."""
    board = told(OPENED, INVITED, IncidentClosed(incident=1, reason=SAID))
    for number in range(2, CLOSED_KEPT + 1):
        opened = evolve(OPENED, incident=number)
        board = then(board, opened, IncidentClosed(incident=number, reason=SAID))
    last = evolve(OPENED, incident=CLOSED_KEPT + 1)
    closed = IncidentClosed(incident=CLOSED_KEPT + 1, reason=SAID)
    assert carried(board, last, closed, to=GGZ) == (IncidentHidden(incident=1),)


@given(histories(waves=False, max_steps=40))
@settings(max_examples=150)
def test_a_run_leads_to_the_board_that_its_audience_may_have(history: tuple[Change, ...]) -> None:
    """After every change, for the room, the street and a partner: by the fold that consoles have."""
    board, mine = Board(), dict.fromkeys(AUDIENCES, Board())
    for each in history:
        before, board = board, fold(board, each)
        for audience in AUDIENCES:
            if told_facts := seen(each, before, board, audience):
                mine[audience] = fold(mine[audience], evolve(each, facts=told_facts))
            expected = board_for(board, audience)
            assert evolve(mine[audience], seq=expected.seq, at=expected.at) == expected


@given(histories(waves=False, max_steps=40))
@settings(max_examples=100)
def test_whoever_sees_part_of_a_change_sees_nothing_else_of_it(history: tuple[Change, ...]) -> None:
    """No frame for a partner holds words of the log, whispers, cards, contact words or the melder; its own
    words aside, and what people write into the parts that partners see.
    """
    marked = [_marked(each) for each in history]
    board, telling = Board(), Telling()
    writer = DeltaWriter(0, 0)
    for each in marked:
        before, board = board, fold(board, each)
        frames = []
        if told_facts := seen(each, before, board, GGZ):
            written = writer.write(evolve(each, facts=told_facts))
            frames += [written.plain, written.known]
        for told_words in telling.told_of(each, before, board, [GGZ]):
            assert told_words.line is LineKind.OPEN
            assert is_invited(board.incidents.get(told_words.incident), PARTNER)
            frames += [encode(told_words.shown(name)) for name in told_words.names]
        for frame in frames:
            assert SECRET.encode() not in frame


SECRET = "geheim-7"
_SECRETS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("EntryAdded", "EarlierRecorded", "ReportAttached", "Whispered", "CardPushed"), ("text",)
    ),
    **dict.fromkeys(
        ("MelderTold", "MelderSaid", "PairSpoken", "DescriptionSent", "AdditionStated"), ("text",)
    ),
    **dict.fromkeys(("FeedbackGiven", "QuestionAnswered", "AimAdded"), ("text",)),
    **dict.fromkeys(("IncidentClosed", "IncidentReopened"), ("reason",)),
    "ColleaguesAsked": ("text",),
    "IntakeDescribed": ("story", "expects", "fears"),
    "LinkOpened": ("key",),
    "CitizenNoted": ("name",),
    "WhoNoted": ("what", "who"),
    **dict.fromkeys(("LeadSwitched", "LevelSet", "GripSet"), ("why",)),
}
"""What a partner must never get, by kind of fact."""


def _marked(each: Change) -> Change:
    """The same change, in which everything that a partner may not have is the secret."""
    return evolve(
        each,
        facts=tuple(
            evolve(cast(Any, fact), **dict.fromkeys(_SECRETS.get(type(fact).__name__, ()), SECRET))
            for fact in each.facts
        ),
    )
