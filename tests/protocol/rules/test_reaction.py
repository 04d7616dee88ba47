"""Always a reaction: what waits rises and rings (A3); sending nobody needs agreement (A15, A16)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed, IncidentReopened, PhaseEntered
from protocol.facts.promises import Reacted
from protocol.facts.units import UnitAssigned, UnitReleased, UnitSignedOn
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.rules.reaction import (
    is_left_alone,
    left_alone_by,
    may_react,
    needs_reaction,
    returns_to_board,
    rings,
)
from tests.protocol.make import OPENED, SIGNED_ON, minute, told
from tests.protocol.rules.make import SENT, after, melding

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
LATER = Reacted(incident=1, kind=ReactionKind.AGREED_LATER, agreed=True, due=minute(30))


def test_a_melding_waits_until_somebody_recorded_a_reaction() -> None:
    """A3: whichever it is; what is closed waits no more, and reopened without one it waits again."""
    assert needs_reaction(melding())
    assert not needs_reaction(melding(SENT))
    assert not needs_reaction(melding(LATER))
    assert not needs_reaction(melding(CLOSED))
    assert needs_reaction(melding(CLOSED, IncidentReopened(incident=1, reason=Text("toch"))))


@pytest.mark.parametrize(("seconds", "loud"), [(0, False), (59.999, False), (60, True), (9_000, True)])
def test_it_rings_from_the_moment_that_the_site_says(seconds: float, loud: bool) -> None:
    """A3: at the second itself, until there is a reaction."""
    assert rings(melding(), after(seconds), ring_after_s=60) is loud
    assert not rings(melding(SENT), after(seconds), ring_after_s=60)


@pytest.mark.parametrize("kind", ReactionKind, ids=lambda kind: kind.key)
def test_sending_nobody_is_a_reaction_only_with_agreement(kind: ReactionKind) -> None:
    """A15, A16: a unit now needs none; each of the other five does."""
    assert may_react(kind, agreed=True)
    assert may_react(kind, agreed=False) is (kind is ReactionKind.UNIT_NOW)


GIVEN = (UnitAssigned(incident=1, unit=1), SENT)
TAKEN = UnitReleased(incident=1, unit=1)


def _told(*facts: Fact) -> bool:
    return is_left_alone(told(OPENED, SIGNED_ON, *facts).incidents[1])


def test_a_melding_whose_last_unit_was_taken_away_waits_again() -> None:
    """A3: and rings at once, however long ago it was opened; another unit ends it."""
    left = told(OPENED, SIGNED_ON, *GIVEN, TAKEN).incidents[1]
    assert is_left_alone(left)
    assert needs_reaction(left)
    assert rings(left, minute(3), ring_after_s=90_000)
    again = told(OPENED, SIGNED_ON, *GIVEN, TAKEN, UnitAssigned(incident=1, unit=1)).incidents[1]
    assert not needs_reaction(again)


def test_what_is_done_or_answered_otherwise_is_not_left_alone() -> None:
    """A3, A28: merging out is an end, and so is a reaction that sends nobody; on the spot alone is none."""
    assert not _told(*GIVEN)
    assert not _told(*GIVEN, TAKEN, PhaseEntered(incident=1, phase=Phase.MERGE_OUT))
    assert not _told(*GIVEN, TAKEN, LATER)
    assert not _told(*GIVEN, TAKEN, CLOSED)
    assert _told(*GIVEN, PhaseEntered(incident=1, phase=Phase.ADD), TAKEN)
    assert not _told(SENT)


def test_who_would_leave_a_melding_alone_is_known_before() -> None:
    """A3: the only one there, while it is not merging out; two leave nobody alone one by one."""
    board = told(OPENED, SIGNED_ON, *GIVEN)
    assert left_alone_by(board, board.units[1]) == board.incidents[1]
    second = UnitSignedOn(unit=2, call_sign=Name("12.04"))
    both = told(OPENED, SIGNED_ON, second, *GIVEN, UnitAssigned(incident=1, unit=2))
    assert left_alone_by(both, both.units[1]) is None
    ending = told(OPENED, SIGNED_ON, *GIVEN, PhaseEntered(incident=1, phase=Phase.MERGE_OUT))
    assert left_alone_by(ending, ending.units[1]) is None
    free = told(OPENED, SIGNED_ON)
    assert left_alone_by(free, free.units[1]) is None


def test_an_agreed_delay_brings_the_melding_back_at_its_time() -> None:
    """A16: not before, and not when a later reaction took its place or when it is closed."""
    assert not returns_to_board(melding(LATER), minute(30) - timedelta(milliseconds=1))
    assert returns_to_board(melding(LATER), minute(30))
    assert not returns_to_board(melding(LATER, SENT), minute(30))
    assert not returns_to_board(melding(LATER, CLOSED), minute(30))


def test_a_reaction_without_a_time_never_returns() -> None:
    """A16: nor does a melding without any; that one waits already."""
    assert not returns_to_board(melding(SENT), minute(9_000))
    assert not returns_to_board(melding(), minute(9_000))


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(1, 600))
def test_once_it_rings_it_rings_until_it_is_answered(first: int, later: int, ring_after_s: int) -> None:
    """A3: waiting longer never makes it silent."""
    now, then_ = sorted((after(first), after(later)))
    assert rings(melding(), now, ring_after_s=ring_after_s) <= rings(
        melding(), then_, ring_after_s=ring_after_s
    )
