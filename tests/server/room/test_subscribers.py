"""Subscribers of a change: each hears every change, whatever became of the others."""

from protocol.change import Change
from protocol.model.board import Board
from server.faults.faults import Faults, Part
from server.room.subscribers import Subscriber, Subscribers
from tests.server.make import World, opening


class _Hearing:
    """Three subscribers, one of which fails at will."""

    def __init__(self) -> None:
        self.fails: set[Part] = set()
        self.heard: list[tuple[Part, int, int]] = []
        """Who heard which change, with which board."""

        self.set_right: list[tuple[Part, int]] = []
        self.faulted: list[tuple[Part, str]] = []
        faults = Faults(now_s=lambda: 0.0, count=lambda *fault: self.faulted.append(fault))
        self.subscribers = Subscribers(faults)
        for part in (Part.HUB, Part.ARCHIVE, Part.KEEPER):
            self.subscribers.add(self._subscriber(part))

    def _subscriber(self, part: Part) -> Subscriber:
        def hear(change: Change, board: Board) -> None:
            if part in self.fails:
                raise KeyError(part)
            self.heard.append((part, change.seq, board.seq))

        def set_right(board: Board) -> None:
            self.set_right.append((part, board.seq))
            if len(self.set_right) > 1:
                raise ValueError("ook dat nog")

        return Subscriber(part, hear, set_right) if part is Part.HUB else Subscriber(part, hear)


async def test_what_one_cannot_bear_the_others_do_not_feel() -> None:
    """Nor does the room, nor whoever asked; the next change reaches everybody again."""
    hearing = _Hearing()
    world = World()
    world.room._publish = lambda change: hearing.subscribers.tell(change, world.room.board)
    hearing.fails = {Part.HUB, Part.ARCHIVE}
    await world.wish(opening())
    hearing.fails = set()
    await world.wish(opening())
    assert hearing.heard == [
        (Part.KEEPER, 1, 1),
        (Part.HUB, 2, 2),
        (Part.ARCHIVE, 2, 2),
        (Part.KEEPER, 2, 2),
    ]
    assert hearing.faulted == [(Part.HUB, "KeyError"), (Part.ARCHIVE, "KeyError")]
    assert world.room.board.last_incident == 2


async def test_who_must_miss_nothing_is_set_right_after_a_fault() -> None:
    """From the board with the change; a fault in that stays there, too."""
    hearing = _Hearing()
    world = World()
    world.room._publish = lambda change: hearing.subscribers.tell(change, world.room.board)
    hearing.fails = {Part.HUB}
    await world.wish(opening())
    await world.wish(opening())
    assert hearing.set_right == [(Part.HUB, 1), (Part.HUB, 2)]
    assert hearing.faulted == [(Part.HUB, "KeyError"), (Part.HUB, "KeyError"), (Part.HUB, "ValueError")]
    assert [heard[0] for heard in hearing.heard] == [Part.ARCHIVE, Part.KEEPER] * 2
