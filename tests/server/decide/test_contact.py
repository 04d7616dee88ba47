"""The contact line: who is put through, listens and speaks, what the melder's page may do; and why not."""

from datetime import timedelta

import pytest
from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.contact import (
    CloseContact,
    ComeIn,
    LeaveContact,
    Listen,
    MakeLink,
    OpenContact,
    SayAsMelder,
    SaySafe,
    ShareWhere,
    StepBack,
    StepIn,
    TellMelder,
    WithdrawLink,
)
from protocol.errors import Reason
from protocol.facts.contact import (
    ContactClosed,
    ContactLeft,
    ContactOpened,
    LinkMade,
    LinkOpened,
    LinkWithdrawn,
    Listening,
    MelderSafe,
    MelderSaid,
    MelderShared,
    MelderTold,
    SteppedBack,
    SteppedIn,
)
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.promises import MelderTaken
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name, Text
from server.decide import contact, decide
from server.decide.actor import Actor
from tests.protocol.make import ANNA as ANNA_NAME
from tests.protocol.make import BLAAK, OPENED, SIGNED_ON, minute, then, told
from tests.server.decide.make import ANNA, BEN, UNIT_1203, refused

MELDER = Actor(name=Name("melder"), role=Role.MELDER)
STRICT = evolve(ANNA, terms=Terms(reason_to_listen=True))
CALL = Name("12.03")
HELLO = Text("bent u veilig?")
KEY = Name("sleutel")
OPEN = OpenContact(incident=1, unit=1)
WAS_OPENED = ContactOpened(incident=1, unit=CALL)
LINK = LinkMade(incident=1, number=1, expires_at=minute(60))
NONE = (Reason.NO_CONTACT, {"incident": 1})


def put_through(*facts: Fact) -> Board:
    """Anna put the melder through to 12.03, and then this happened by her hand."""
    return told(OPENED, SIGNED_ON, WAS_OPENED, *facts)


def test_the_melder_is_put_through_with_one_wish() -> None:
    """By the room or by the unit itself (A46, A47); twice to the same unit is said."""
    board = told(OPENED, SIGNED_ON)
    assert decide(board, OPEN, ANNA) == decide(board, OPEN, UNIT_1203) == (WAS_OPENED,)
    assert refused(put_through(), OPEN) == (Reason.CONTACT_OPEN, {"incident": 1, "unit": "12.03"})


def test_a_unit_puts_the_melder_through_to_itself_only() -> None:
    """Nobody answers for a colleague."""
    other = Actor(name=Name("12.09"), role=Role.UNIT)
    assert refused(told(OPENED, SIGNED_ON), OPEN, other) == (
        Reason.NOT_YOUR_UNIT,
        {"unit": "12.03", "own": "12.09"},
    )


def test_whoever_listens_does_so_once_and_may_step_in_and_back() -> None:
    """Each is a fact with its reason; doing what one does already is no change."""
    why = Text("tolk")
    board = put_through()
    assert decide(board, Listen(incident=1, why=why), BEN) == (Listening(incident=1, why=why),)
    assert refused(board, Listen(incident=1)) == (Reason.NO_CHANGE, {})
    assert decide(board, StepIn(incident=1, why=why), ANNA) == (SteppedIn(incident=1, why=why),)
    assert decide(board, StepIn(incident=1), BEN) == (SteppedIn(incident=1),)
    talks = then(board, SteppedIn(incident=1))
    assert refused(talks, StepIn(incident=1)) == (Reason.NO_CHANGE, {})
    assert decide(talks, StepBack(incident=1, why=why), ANNA) == (SteppedBack(incident=1, why=why),)
    assert refused(board, StepBack(incident=1)) == (Reason.NO_CHANGE, {})
    assert refused(board, StepBack(incident=1), BEN) == (Reason.NOT_ON_CONTACT, {"incident": 1})


@pytest.mark.parametrize("kind", [Listen, StepIn, StepBack], ids=lambda kind: kind.__name__)
def test_where_the_site_wants_a_reason_there_must_be_one(kind: type[Listen | StepIn | StepBack]) -> None:
    """A blank one is none."""
    for why in ("", " "):
        assert refused(put_through(), kind(incident=1, why=Text(why)), STRICT) == (Reason.REASON_NEEDED, {})


def test_only_who_is_on_the_line_leaves_it_and_anybody_ends_it() -> None:
    """The line with it."""
    board = put_through()
    assert decide(board, LeaveContact(incident=1), ANNA) == (ContactLeft(incident=1),)
    assert refused(board, LeaveContact(incident=1), BEN) == (Reason.NOT_ON_CONTACT, {"incident": 1})
    assert decide(board, CloseContact(incident=1), BEN) == (ContactClosed(incident=1),)


def test_only_who_talks_there_speaks_to_the_melder() -> None:
    """Who listens steps in first, who is not there cannot (A49); an officer's first word takes the melder."""
    tell = TellMelder(incident=1, text=HELLO)
    said = MelderTold(incident=1, text=HELLO)
    board = put_through()
    assert refused(board, tell, ANNA) == (Reason.ONLY_LISTENING, {"incident": 1})
    assert refused(board, tell, BEN) == (Reason.NOT_ON_CONTACT, {"incident": 1})
    assert decide(then(board, SteppedIn(incident=1)), tell, ANNA) == (said,)
    assert decide(board, tell, UNIT_1203) == (MelderTaken(incident=1), said)
    taken = then(board, MelderTaken(incident=1), by=CALL)
    assert decide(taken, tell, UNIT_1203) == (said,)


@pytest.mark.parametrize(
    "wish",
    [
        *(Listen(incident=1), StepIn(incident=1), StepBack(incident=1), LeaveContact(incident=1)),
        *(CloseContact(incident=1), TellMelder(incident=1, text=HELLO)),
    ],
    ids=lambda wish: type(wish).__name__,
)
def test_without_a_contact_line_there_is_nothing_to_do_on_it(wish: Command) -> None:
    """Before it is opened, and after it was ended."""
    assert refused(told(OPENED), wish) == NONE
    assert refused(put_through(ContactClosed(incident=1)), wish) == NONE
    assert refused(told(OPENED, IncidentClosed(incident=1, reason=HELLO)), wish)[0] is Reason.INCIDENT_CLOSED


def test_a_link_has_a_new_number_each_time_and_lasts_as_the_site_says() -> None:
    """So that an older code opens nothing."""
    site = evolve(ANNA, terms=Terms(link_lasts_s=600))
    board = told(OPENED)
    expires_at = board.at + timedelta(seconds=600)
    (first,) = decide(board, MakeLink(incident=1), site)
    assert first == LinkMade(incident=1, number=1, expires_at=expires_at)
    (second,) = decide(then(board, first), MakeLink(incident=1), site)
    assert isinstance(second, LinkMade)
    assert second.number == 2


def test_a_link_is_withdrawn_once() -> None:
    """And only where there is one."""
    withdraw = WithdrawLink(incident=1)
    assert refused(told(OPENED), withdraw) == (Reason.NO_LINK, {"incident": 1})
    assert decide(told(OPENED, LINK), withdraw, ANNA) == (LinkWithdrawn(incident=1),)
    assert refused(told(OPENED, LINK, LinkWithdrawn(incident=1)), withdraw) == (Reason.NO_CHANGE, {})


def test_the_first_page_keeps_the_link() -> None:
    """The same page may come again; another one may not."""
    board = told(OPENED, LINK)
    assert decide(board, ComeIn(incident=1, key=KEY), MELDER) == (LinkOpened(incident=1, key=KEY),)
    board = then(board, LinkOpened(incident=1, key=KEY))
    assert refused(board, ComeIn(incident=1, key=KEY), MELDER) == (Reason.NO_CHANGE, {})
    other = ComeIn(incident=1, key=Name("andere"))
    assert refused(board, other, MELDER) == (Reason.LINK_TAKEN, {"incident": 1})


def test_the_melder_is_heard_whether_or_not_somebody_is_on_the_line() -> None:
    """Words, a place and safety; the same place or safety again is no news."""
    point = BLAAK.point
    assert point is not None
    cases: list[tuple[Command, Fact]] = [
        (SayAsMelder(incident=1, text=HELLO), MelderSaid(incident=1, text=HELLO)),
        (ShareWhere(incident=1, point=point), MelderShared(incident=1, point=point)),
        (SaySafe(incident=1), MelderSafe(incident=1)),
    ]
    board = told(OPENED, LINK)
    for wish, fact in cases:
        assert decide(board, wish, MELDER) == (fact,)
        assert refused(told(OPENED), wish, MELDER) == (Reason.NO_LINK, {"incident": 1})
        gone = then(board, LinkWithdrawn(incident=1))
        assert refused(gone, wish, MELDER) == (Reason.NO_LINK, {"incident": 1})
    for wish, fact in cases[1:]:
        assert refused(then(board, fact), wish, MELDER) == (Reason.NO_CHANGE, {})


def test_a_page_that_runs_wild_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is an end to the words of one line, whoever says them."""
    monkeypatch.setattr(contact, "MOST_WORDS", 1)
    board = put_through(LINK, SteppedIn(incident=1), MelderSaid(incident=1, text=HELLO))
    full = (Reason.TOO_MANY, {"incident": 1, "most": 1})
    assert refused(board, SayAsMelder(incident=1, text=HELLO), MELDER) == full
    assert refused(board, TellMelder(incident=1, text=HELLO), ANNA) == full
    assert board.incidents[1].contact_line.member(ANNA_NAME) is not None
