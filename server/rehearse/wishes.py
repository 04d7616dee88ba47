"""The rehearsal's wishes: sent one after the other, answered, seen on the board, timed and counted.

Used by the player and by the handler of calls. What the server refuses is counted and passed over.
"""

import asyncio
from collections.abc import Awaitable, Callable

from attrs import frozen

from protocol.commands.command import Command
from protocol.errors import Reason
from protocol.model.board import Board
from protocol.session.events import Changed, Event
from protocol.wire.messages import Done, Refusal
from server.exercise.caller import Caller
from server.rehearse.tally import Tally


@frozen(kw_only=True)
class Pace:
    """How time passes."""

    keeps_time: bool
    """False: as fast as the server answers."""

    now_s: Callable[[], float]
    """Monotonic."""

    pause: Callable[[float], Awaitable[None]]


class Wishes:
    """The wishing link of a rehearsal. Somebody must tell `heard` what that link hears."""

    def __init__(self, caller: Caller, pace: Pace, tally: Tally) -> None:
        self._caller, self._pace, self._tally = caller, pace, tally
        self._changed = asyncio.Event()

    @property
    def board(self) -> Board:
        """The board with everything in it that was wished so far."""
        return self._caller.board

    def heard(self, event: Event) -> None:
        """An event of the link."""
        if isinstance(event, Changed):
            self._changed.set()

    async def wish(self, command: Command) -> Done | None:
        """The answer, or None when it is refused; both are counted. Returns when it is on the board."""
        began_s = self._pace.now_s()
        answer = await self._caller.wish(command)
        self._tally.answers_s.append(self._pace.now_s() - began_s)
        self._tally.counts["commands"] += 1
        if isinstance(answer, Refusal):
            self._tally.refusals[Reason(answer.reason)] += 1
            return None
        while self.board.seq < answer.seq:
            self._changed.clear()
            await self._changed.wait()
        return answer
