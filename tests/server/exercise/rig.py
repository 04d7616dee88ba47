"""A shift on a board in memory: the real decisions and the real fold, a clock that jumps, no links."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from protocol.change import Change
from protocol.commands.command import Command
from protocol.errors import Reason, Refused
from protocol.facts.fact import Fact
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name
from server.decide import decide, number_given
from server.decide.actor import Actor
from server.exercise.setting.now import Now
from server.exercise.setting.setting import role_of
from server.exercise.shift import Deed, Shift, make_setting

BEGAN = datetime(2026, 1, 16, 19, 0, tzinfo=UTC)
VISITOR = Name("centralist")
WARM_S = 540.0
"""As the demonstration warms up."""


class Stage:
    """The shift of a seed, its board and its history."""

    def __init__(self, seed: int, *, warm_until_s: float = 0.0, units: int = 12) -> None:
        self.shift = Shift(make_setting(seed, units), seed, warm_until_s=warm_until_s)
        self.board = Board()
        self.now_s = 0.0
        self.history: list[Change] = []
        self.refused: Counter[Reason] = Counter()

    def run(self, seconds: float, step_s: float = 1.0) -> list[Deed]:
        """So many seconds of the shift; what was done in them."""
        done: list[Deed] = []
        until_s = self.now_s + seconds
        while self.now_s < until_s:
            for deed in self.shift.step(self.board, self.now):
                role = role_of(deed.by)
                try:
                    self._do(deed.by, role, deed.command)
                except Refused as refused:
                    self.refused[refused.reason] += 1
                else:
                    done.append(deed)
            self.now_s += step_s
        return done

    @property
    def now(self) -> Now:
        """This moment on both clocks."""
        return Now(s=self.now_s, at=BEGAN + timedelta(seconds=self.now_s))

    def visitor(self, command: Command) -> int:
        """The visitor does something; the number it gave out, 0 for none. Raises Refused."""
        return self._do(VISITOR, Role.CENTRALIST, command)

    def _do(self, by: Name, role: Role, command: Command) -> int:
        facts = decide(self.board, command, Actor(name=by, role=role))
        if not facts:
            return 0
        change = Change(seq=self.board.seq + 1, at=self.now.at, by=by, facts=facts)
        self.board = fold(self.board, change)
        self.history.append(change)
        return number_given(facts)


def facts(stage: Stage, kind: type) -> list[tuple[str, Fact]]:
    """Who made each fact of this kind."""
    return [(change.by, fact) for change in stage.history for fact in change.facts if isinstance(fact, kind)]
