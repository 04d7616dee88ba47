"""What an audience comes to see, and sees no longer."""

from attrs import evolve

from protocol.facts.incidents import IncidentClosed, IncidentReopened
from protocol.facts.shown import IncidentHidden, IncidentShown
from protocol.facts.timeline import EntryAdded
from protocol.fold.shown import with_entries, with_words
from protocol.model.priority import Priority
from protocol.model.text import Text
from tests.protocol.make import OPENED, besides, then, told

WROTE = EntryAdded(incident=1, text=Text("mes gezien"))
ONE = told(OPENED).incidents[1]


def test_a_shown_incident_is_on_the_board_and_a_hidden_one_is_not() -> None:
    """Also for who knew nothing of it."""
    shown = then(told(), IncidentShown(incident_now=ONE))
    assert dict(shown.incidents) == {1: ONE}
    assert dict(then(shown, IncidentHidden(incident=1)).incidents) == {}
    assert besides(then(told(), IncidentHidden(incident=1))) == besides(told())


def test_shown_anew_it_keeps_the_words_that_are_here() -> None:
    """They do not travel with it."""
    board = told(OPENED, WROTE)
    anew = then(board, IncidentShown(incident_now=evolve(ONE, priority=Priority.P1)))
    assert anew.incidents[1] == evolve(board.incidents[1], priority=Priority.P1)


def test_the_closed_row_tells_the_truth() -> None:
    """Shown closed it stands there once, shown open or hidden it does not."""
    closed = told(OPENED, IncidentClosed(incident=1, reason=Text("rust")))
    shut = IncidentShown(incident_now=closed.incidents[1])
    assert then(told(), shut).closed == then(then(told(), shut), shut).closed == (1,)
    assert then(closed, IncidentShown(incident_now=ONE)).closed == ()
    assert then(closed, IncidentHidden(incident=1)).closed == ()
    assert then(closed, IncidentReopened(incident=1, reason=Text("toch"))).closed == ()


def test_words_may_come_twice_and_stand_by_id() -> None:
    """On either line; a changed one takes the place of the old; of an unknown incident they are dropped."""
    entries = told(OPENED, WROTE, WROTE).incidents[1].entries
    struck = evolve(entries[0], struck_by=entries[0].by)
    for add, line in ((with_entries, "entries"), (with_words, "words")):
        board = add(add(told(OPENED), 1, entries[1:]), 1, (struck, entries[1]))
        one = board.incidents[1]
        assert (one.entries if line == "entries" else one.contact_line.words) == (struck, entries[1])
        assert add(told(), 1, entries) == told()
