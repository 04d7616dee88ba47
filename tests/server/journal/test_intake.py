"""The numbering on the event loop: what follows what, and who is told."""

import pytest

from server.journal.errors import JournalUnavailable, Reason, SequenceGap
from server.journal.intake import Intake, Outcome, refuse_all
from tests.server.journal.make import record

FULL = JournalUnavailable(Reason.DISK_FULL)


async def test_a_refusal_starts_the_numbering_over() -> None:
    """At the last durable record, whatever had been accepted."""
    intake = Intake(6)
    seven, eight = intake.accept(record(7)), intake.accept(record(8))
    intake.settle(Outcome(stored=(seven,), refused=refuse_all([eight], FULL).refused))
    assert (intake.durable, intake.accepted) == (7, 7)
    assert seven.future.result() is None
    assert eight.future.exception() is FULL


async def test_stragglers_do_not_undo_what_was_accepted_since() -> None:
    """They are told late, after others took their numbers."""
    intake = Intake(0)
    one, two, three = [intake.accept(record(seq)) for seq in (1, 2, 3)]
    intake.settle(refuse_all([one], FULL))
    again = intake.accept(record(1))
    intake.settle(refuse_all([two, three], FULL))
    assert intake.accepted == 1
    with pytest.raises(SequenceGap):
        intake.accept(record(1))
    intake.settle(Outcome(stored=(again,)))
    assert (intake.durable, intake.accepted) == (1, 1)
    assert {type(old.future.exception()) for old in (one, two, three)} == {JournalUnavailable}


async def test_only_the_first_of_a_refused_batch_gets_the_cause() -> None:
    """The others are told what they waited behind, with the same reason."""
    intake = Intake(0)
    batch = [intake.accept(record(seq)) for seq in (1, 2)]
    (_, first), (_, second) = refuse_all(batch, FULL).refused
    assert first is FULL
    assert isinstance(second, JournalUnavailable)
    assert (second.reason, "record 2 was waiting behind" in str(second)) == (Reason.DISK_FULL, True)


async def test_a_sender_who_left_is_not_told() -> None:
    """Its record counts all the same."""
    intake = Intake(0)
    one, two = intake.accept(record(1)), intake.accept(record(2))
    one.future.cancel()
    two.future.cancel()
    intake.settle(Outcome(stored=(one,), refused=refuse_all([two], FULL).refused))
    assert (intake.durable, intake.accepted) == (1, 1)
