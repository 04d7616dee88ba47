"""What may be written and said about an incident, and every reason why not."""

import pytest

from protocol.commands import AddEntry, Command, JoinLine, LeaveLine, Speak, StrikeEntry
from protocol.errors import Reason
from protocol.facts import EntryAdded, EntryStruck, IncidentClosed, LineJoined, LineLeft, LineSpoken
from protocol.model.text import Text
from server.decide import decide
from tests.protocol.make import BEN as BEN_NAME
from tests.protocol.make import OPENED, then, told
from tests.server.decide.make import ANNA, BEN, refused

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
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
