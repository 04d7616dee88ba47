"""What may be written and said about an incident, and every reason why not."""

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.timeline import (
    AddEntry,
    DismissPartner,
    InvitePartner,
    JoinLine,
    JoinLines,
    LeaveLine,
    PartLines,
    PushCard,
    Speak,
    StrikeEntry,
    TakeCard,
    Whisper,
)
from protocol.errors import Reason
from protocol.facts.incidents import IncidentClosed
from protocol.facts.timeline import (
    CardPushed,
    CardTaken,
    EntryAdded,
    EntryStruck,
    LineJoined,
    LineLeft,
    LinesJoined,
    LinesParted,
    LineSpoken,
    PartnerDismissed,
    PartnerInvited,
    Whispered,
)
from protocol.model.entry import CardKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from server.decide import decide
from server.decide.actor import Actor
from tests.protocol.make import BEN as BEN_NAME
from tests.protocol.make import OPENED, then, told
from tests.server.decide.make import ANNA, BEN, refused

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
GGZ = Actor(name=Name("ggz"), role=Role.PARTNER)
INVITED = PartnerInvited(incident=1, partner=GGZ.name)
LINE = EntryAdded(incident=1, text=Text("twee personen"))
JOINED = LineJoined(incident=1)


def test_a_line_is_written_also_after_closing() -> None:
    """What came in late is not lost."""
    wish = AddEntry(incident=1, text=Text("twee personen"))
    assert decide(told(OPENED), wish, ANNA) == (LINE,)
    assert decide(told(OPENED, CLOSED), wish, ANNA) == (LINE,)


def test_a_line_is_struck_once() -> None:
    """A second time it is said who struck it."""
    board = told(OPENED, LINE)
    strike = StrikeEntry(incident=1, entry=1)
    assert decide(board, strike, ANNA) == (EntryStruck(incident=1, entry=1),)
    struck = then(board, EntryStruck(incident=1, entry=1), by=BEN_NAME)
    assert refused(struck, strike) == (Reason.ENTRY_STRUCK, {"incident": 1, "entry": 1, "by": "ben"})


def test_a_line_that_is_not_there_cannot_be_struck() -> None:
    """The highest number is named."""
    assert refused(told(OPENED, LINE), StrikeEntry(incident=1, entry=2)) == (
        Reason.NO_SUCH_ENTRY,
        {"incident": 1, "entry": 2, "last": 1},
    )


def test_somebody_steps_onto_the_line_once() -> None:
    """A second time it is said that they are on it; another person may still join."""
    assert decide(told(OPENED), JoinLine(incident=1), ANNA) == (JOINED,)
    board = told(OPENED, JOINED)
    assert refused(board, JoinLine(incident=1), ANNA) == (Reason.ON_LINE, {"incident": 1})
    assert decide(board, JoinLine(incident=1), BEN) == (JOINED,)


def test_only_who_is_on_the_line_can_leave_it() -> None:
    """Anna can, Ben was never there."""
    board = told(OPENED, JOINED)
    assert decide(board, LeaveLine(incident=1), ANNA) == (LineLeft(incident=1),)
    assert refused(board, LeaveLine(incident=1), BEN) == (Reason.NOT_ON_LINE, {"incident": 1})


def test_whoever_speaks_is_on_the_line_from_then_on() -> None:
    """The first word joins; the next only speaks."""
    spoken = LineSpoken(incident=1, text=Text("ik kom"))
    speak = Speak(incident=1, text=Text("ik kom"))
    assert decide(told(OPENED), speak, ANNA) == (JOINED, spoken)
    assert decide(told(OPENED, JOINED), speak, ANNA) == (spoken,)


@pytest.mark.parametrize("command", [JoinLine(incident=1), Speak(incident=1, text=Text("ik kom"))])
def test_the_line_of_a_closed_incident_is_gone(command: Command) -> None:
    """It must be reopened first."""
    assert refused(told(OPENED, CLOSED), command) == (Reason.INCIDENT_CLOSED, {"incident": 1})


@pytest.mark.parametrize(
    "command",
    [
        AddEntry(incident=1, text=Text("x")),
        StrikeEntry(incident=1, entry=1),
        JoinLine(incident=1),
        LeaveLine(incident=1),
        Speak(incident=1, text=Text("x")),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the highest number that was given out."""
    assert refused(told(), command) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})


def test_whoever_whispers_is_on_the_line_from_then_on() -> None:
    """As with speaking; a partner may not."""
    whisper = Whisper(incident=1, text=Text("mes"))
    said = Whispered(incident=1, text=Text("mes"))
    assert decide(told(OPENED), whisper, ANNA) == (JOINED, said)
    assert decide(told(OPENED, JOINED), whisper, ANNA) == (said,)
    assert refused(told(OPENED, INVITED), whisper, GGZ)[0] is Reason.NOT_ALLOWED


def test_a_card_is_pushed_from_aside_and_taken_once_by_each() -> None:
    """Who pushes it need not be on the line (A61); it is available when somebody has it (A40)."""
    pushed = CardPushed(incident=1, card=CardKind.VEHICLE, text=Text("gestolen"))
    wish = PushCard(incident=1, card=CardKind.VEHICLE, text=Text("gestolen"))
    assert decide(told(OPENED), wish, ANNA) == (pushed,)
    board = told(OPENED, LINE, pushed)
    take = TakeCard(incident=1, entry=2)
    assert decide(board, take, BEN) == (CardTaken(incident=1, entry=2),)
    taken = then(board, CardTaken(incident=1, entry=2), by=BEN_NAME)
    assert refused(taken, take, BEN) == (Reason.NO_CHANGE, {})
    assert decide(taken, take, ANNA) == (CardTaken(incident=1, entry=2),)
    for entry in (1, 3):
        assert refused(board, TakeCard(incident=1, entry=entry)) == (
            Reason.NO_SUCH_CARD,
            {"incident": 1, "entry": entry},
        )


def test_a_partner_is_invited_once_and_dismissed_once() -> None:
    """By name."""
    invite = InvitePartner(incident=1, partner=GGZ.name)
    dismiss = DismissPartner(incident=1, partner=GGZ.name)
    assert decide(told(OPENED), invite, ANNA) == (INVITED,)
    assert refused(told(OPENED, INVITED), invite) == (Reason.NO_CHANGE, {})
    assert decide(told(OPENED, INVITED), dismiss, ANNA) == (PartnerDismissed(incident=1, partner=GGZ.name),)
    assert refused(told(OPENED), dismiss) == (Reason.NOT_INVITED, {"incident": 1, "partner": "ggz"})


@pytest.mark.parametrize(
    "wish",
    [JoinLine(incident=1), LeaveLine(incident=1), Speak(incident=1, text=Text("x"))],
    ids=lambda wish: type(wish).__name__,
)
def test_a_partner_acts_only_on_what_it_was_invited_to(wish: Command) -> None:
    """Of others it does not even learn whether they are there (A80)."""
    not_invited = (Reason.NOT_INVITED, {"incident": 1, "partner": "ggz"})
    assert refused(told(OPENED), wish, GGZ) == refused(told(), wish, GGZ) == not_invited
    on_it = told(OPENED, INVITED)
    if not isinstance(wish, JoinLine):
        on_it = then(on_it, JOINED, by=GGZ.name)
    assert len(decide(on_it, wish, GGZ)) == 1


def test_lines_are_joined_and_parted() -> None:
    """Two different ones, both open, not one already; only what was joined is parted."""
    board = told(OPENED, evolve(OPENED, incident=2))
    join = JoinLines(incident=1, other=2)
    joined = LinesJoined(incident=1, other=2)
    assert decide(board, join, ANNA) == (joined,)
    assert refused(then(board, joined), join) == (Reason.LINES_ARE_ONE, {"incident": 1, "other": 2})
    itself = JoinLines(incident=1, other=1)
    assert refused(board, itself) == (Reason.LINES_ARE_ONE, {"incident": 1, "other": 1})
    assert refused(told(OPENED, evolve(OPENED, incident=2), CLOSED), join)[0] is Reason.INCIDENT_CLOSED
    assert decide(then(board, joined), PartLines(incident=2), ANNA) == (LinesParted(incident=2),)
    assert refused(board, PartLines(incident=2)) == (Reason.LINES_ARE_APART, {"incident": 2})
