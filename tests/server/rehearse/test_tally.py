"""What a rehearsal did, in counts."""

import pytest
from attrs import evolve

from server.rehearse.judge import Judged
from server.rehearse.tally import Played, Tally

PLAYED = Played(
    opened=1,
    open_before=0,
    closed=1,
    still_open=0,
    units=1,
    assigned=1,
    queued=0,
    longest_queue=0,
    still_waiting=0,
    positions=0,
    commands=4,
    wall_s=1.0,
    clock_s=60.0,
    behind_s=0.0,
    answers_s=(0.1, 0.2, 0.3, 0.4),
    refusals=(),
    mismatches=(),
    judged=Judged(),
    interrupted=False,
)


@pytest.mark.parametrize(("part", "answer_s"), [(0.0, 0.1), (0.5, 0.3), (0.99, 0.4), (1.0, 0.4)])
def test_within_which_time_a_part_of_the_answers_came(part: float, answer_s: float) -> None:
    """All of them within the longest."""
    assert PLAYED.answer_s(part) == answer_s


def test_without_answers_nobody_waited() -> None:
    """A rehearsal that was stopped at once has a report too."""
    assert evolve(PLAYED, answers_s=()).answer_s(0.95) == 0.0


def test_two_rehearsals_count_apart() -> None:
    """Each its own."""
    one, other = Tally(), Tally()
    one.counts["opened"] += 1
    one.answers_s.append(0.1)
    assert (other.counts["opened"], other.answers_s) == (0, [])
