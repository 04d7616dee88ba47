"""Plays a shift through the public protocol: a link for every simulated person, and their deeds in order.

The one place of the shift that does I/O. Deeds go out one after the other and are seen on the board before
the next look, so that the same seed plays the same shift as long as nobody else takes part.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

from protocol.commands.command import Command
from protocol.errors import Reason, Refused
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import normal
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import Changed, Event
from protocol.wire.messages import Refusal
from server.exercise.caller import Caller, Doorbell
from server.exercise.setting.now import Now
from server.exercise.setting.setting import DESK, role_of
from server.exercise.shift import Deed, Shift

STEP_S = 0.5
"""Of the wall clock, between two looks."""

WARM_STEP_S = 2.0
"""Of the shift's clock, while it is brought up to the present."""

WARM_REPORT_EVERY_S = 10.0
"""Of the shift's clock: between two positions of every unit meanwhile."""

MOVING_EVERY_S = 2.0
STANDING_EVERY_S = 10.0
"""Between two positions of a unit, in seconds of the wall clock."""


class Play:
    """A shift under way. Run its links with `stay_in`, then `warm_up` and `go_on`."""

    def __init__(
        self,
        shift: Shift,
        url: str,
        secret_by_name: Mapping[str, str],
        *,
        clock: Callable[[], datetime],
        speed: float = 1.0,
        as_melder: Callable[[Name, Command], Awaitable[int]] | None = None,
    ) -> None:
        """`secret_by_name` holds everybody of the shift; `url` is without a name.

        `clock` is the world's, `speed` the seconds of the shift in one of its seconds. `as_melder` does a
        melder's wish and gives the change it made, or raises Refused; without it no melder comes in.
        """
        self.refusals: Counter[Reason] = Counter()
        """How often a wish was refused: the visitor was first, or the journal is full."""

        self._shift = shift
        self._clock, self._speed = clock, speed
        self._as_melder = as_melder
        self._seen = asyncio.Event()
        self._callers = {
            Name(name): Caller(
                Doorbell(url=url, name=name, secret=secret),
                heard=self._heard if name == DESK else lambda event: None,
            )
            for name, secret in secret_by_name.items()
        }
        self._next_report_s: dict[Name, float] = {}

    @property
    def board(self) -> Board:
        """The board as the second centralist has it; everybody decides by it."""
        return self._callers[DESK].board

    async def stay_in(self, tasks: asyncio.TaskGroup) -> list[asyncio.Task[None]]:
        """Everybody dials; returns once all know the board. The links last until the tasks given back end."""
        links = [tasks.create_task(caller.stay(), name=name) for name, caller in self._callers.items()]
        for caller in self._callers.values():
            await caller.ready()
        return links

    async def warm_up(self, until_s: float, show_time: Callable[[float], None]) -> None:
        """Everything up to `until_s` of the shift's clock, as fast as the server answers.

        `show_time` is told each moment before its deeds: the world's clock follows it.
        """
        now_s = next_report_s = 0.0
        while now_s < until_s:
            show_time(now_s)
            await self.step(now_s)
            if now_s >= next_report_s:
                next_report_s = now_s + WARM_REPORT_EVERY_S
                for name, (unit, point, _) in self._shift.points(now_s).items():
                    await self._callers[name].report((_fix(unit, point, normal(self._clock())),))
            now_s += WARM_STEP_S

    async def go_on(self, now_s: Callable[[], float], pause: Callable[[float], Awaitable[None]]) -> None:
        """Goes on for ever, by the shift's clock `now_s`. Ends by cancellation."""
        while True:
            await self.step(now_s())
            await self.report(now_s())
            await pause(STEP_S)

    async def step(self, now_s: float) -> None:
        """One look at the board, and the deeds that follow."""
        now = Now(s=now_s, at=normal(self._clock()), speed=self._speed)
        for deed in self._shift.step(self.board, now):
            await self._do(deed)

    async def report(self, now_s: float) -> None:
        """Every unit whose time has come says where it is, over its own link."""
        wall_s = asyncio.get_running_loop().time()
        now = datetime.now(UTC)
        for name, (unit, point, moves) in self._shift.points(now_s).items():
            if wall_s < self._next_report_s.get(name, 0.0):
                continue
            self._next_report_s[name] = wall_s + (MOVING_EVERY_S if moves else STANDING_EVERY_S)
            await self._callers[name].report((_fix(unit, point, now),))

    async def _do(self, deed: Deed) -> None:
        seq = await self._wished(deed)
        while seq is not None and self.board.seq < seq:
            self._seen.clear()
            await self._seen.wait()

    async def _wished(self, deed: Deed) -> int | None:
        """The change that the deed made; None when it was refused, or nobody can do it."""
        if role_of(deed.by) is Role.MELDER:
            try:
                return None if self._as_melder is None else await self._as_melder(deed.by, deed.command)
            except Refused as refused:
                self.refusals[refused.reason] += 1
                return None
        answer = await self._callers[deed.by].wish(deed.command)
        if isinstance(answer, Refusal):
            self.refusals[answer.reason] += 1
            return None
        return answer.seq

    def _heard(self, event: Event) -> None:
        if isinstance(event, Changed):
            self._seen.set()


def _fix(unit: int, point: Point, at: datetime) -> Fix:
    return Fix(unit=unit, point=point.on_grid(), at=at)
