"""What a rehearsal did: counts that the player fills in, and the value that the report shows."""

from collections import Counter
from enum import StrEnum

from attrs import field, frozen

from protocol.errors import Reason
from server.rehearse.judge import Judged


class Mismatch(StrEnum):
    """A step that could not be played as it stands in the file. The value is a key for the texts."""

    NOT_OPENED = "not-opened"
    STAGE_WHILE_WAITING = "stage-while-waiting"
    UNIT_TAKEN_AWAY = "unit-taken-away"
    CLOSED_WHILE_WAITING = "closed-while-waiting"


@frozen(kw_only=True)
class Played:
    """What was played, when it ended."""

    opened: int
    open_before: int
    """Of those opened, how many were open in the file when the rehearsal began."""

    closed: int
    still_open: int
    units: int
    assigned: int
    queued: int
    """Calls that had to wait for a free unit."""

    longest_queue: int
    still_waiting: int
    positions: int
    commands: int
    wall_s: float
    clock_s: float
    """How far the file's own clock went."""

    behind_s: float
    """How late the latest step was; 0.0 when played as fast as possible."""

    answers_s: tuple[float, ...]
    """How long each command waited for its answer, in ascending order."""

    refusals: tuple[tuple[Reason, int], ...]
    """Most frequent first."""

    mismatches: tuple[tuple[Mismatch, int], ...]
    judged: Judged
    interrupted: bool

    def answer_s(self, part: float) -> float:
        """The time within which that part (0 to 1) of the answers came; 0.0 without any."""
        if not self.answers_s:
            return 0.0
        return self.answers_s[min(len(self.answers_s) - 1, int(part * len(self.answers_s)))]


@frozen(kw_only=True)
class Tally:
    """The counts while it runs; changed only by the player and its wishes."""

    counts: Counter[str] = field(factory=Counter)
    """opened, open_before, closed, assigned, queued, positions, commands."""

    refusals: Counter[Reason] = field(factory=Counter)
    mismatches: Counter[Mismatch] = field(factory=Counter)
    answers_s: list[float] = field(factory=list)
