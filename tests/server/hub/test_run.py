"""A run: each change once for everybody who sees the same, in order, with a snapshot where it stands."""

import pytest

import server.hub.run
from protocol.facts.fact import Fact
from protocol.facts.timeline import EntryAdded, LineJoined
from protocol.fold import fold
from protocol.model.moment import to_ms
from protocol.model.text import Name, Text
from protocol.wire.deltas import DeltaReader
from protocol.wire.packing import unpack
from server.hub.run import Run
from server.sight.audience import ROOM, STREET, Audience, View
from tests.protocol.make import OPENED, change, minute, told

WROTE = EntryAdded(incident=1, text=Text("mes gezien"))
JOINED = LineJoined(incident=1)
GGZ = Audience(view=View.PARTNER, name=Name("ggz"))


class Going:
    """A board that goes on, and the run that one audience hears of it."""

    def __init__(self, audience: Audience, *facts: Fact) -> None:
        self.board = told(*facts)
        self.run = Run(audience, self.board)

    def then(self, *facts: Fact) -> bool:
        """One more change; whether the audience sees any of it."""
        made = change(self.board.seq + 1, *facts)
        self.board = fold(self.board, made)
        return self.run.add(made, self.board) is not None


def test_a_change_of_which_the_audience_sees_nothing_is_not_in_its_run() -> None:
    """The next one follows what came before it."""
    going = Going(STREET, OPENED)
    assert [going.then(JOINED), going.then(WROTE), going.then(JOINED)] == [True, False, True]
    assert [(each.after, each.seq) for each in going.run.all_after(0)] == [(1, 2), (2, 4)]
    assert (going.run.seq, going.run.at_ms) == (4, to_ms(minute(4)))


def test_a_bridged_change_follows_what_its_reader_has() -> None:
    """Somebody who may not see what lay between goes on from an earlier number."""
    going = Going(STREET, OPENED, WROTE)
    going.then(JOINED)
    (written,) = going.run.all_after(0)
    reader = DeltaReader(1, to_ms(minute(1)))
    frame = written.bridged(1, to_ms(minute(1)))
    delta = reader.read(unpack(frame, max_bytes=1 << 16))
    assert (delta.after, delta.change) == (1, change(3, JOINED))


def test_a_run_knows_when_its_changes_were_made_and_no_others() -> None:
    """Of one that its audience did not see it says nothing."""
    going = Going(STREET, OPENED)
    for fact in (JOINED, WROTE, JOINED):
        going.then(fact)
    times = {seq: going.run.at_ms_of(seq) for seq in range(1, 6)}
    assert times == {1: None, 2: to_ms(minute(2)), 3: None, 4: to_ms(minute(4)), 5: None}


def test_a_run_remembers_only_the_recent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has an older one than these must resume from the journal."""
    monkeypatch.setattr(server.hub.run, "RECENT_CHANGES", 3)
    going = Going(ROOM, OPENED)
    assert going.run.oldest_after == 1
    for _ in range(5):
        going.then(WROTE)
    assert going.run.oldest_after == 3
    assert [each.seq for each in going.run.all_after(0)] == [4, 5, 6]
