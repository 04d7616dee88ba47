"""A link is read in order and at a measured pace; a colleague in need waits for none of it."""

import asyncio
from collections import deque

from protocol.commands.pairs import RaiseEmergency
from protocol.commands.timeline import AddEntry
from protocol.model.text import Text
from protocol.wire.frames import encode
from protocol.wire.messages import Alive, Do
from server.bucket import Bucket
from server.gateway.link_reading import MOST_AHEAD, Frame, Reading, is_urgent
from tests.waiting import until

EMERGENCY = encode(Do(id=9, command=RaiseEmergency(unit=1)))


def line(number: int) -> bytes:
    """A wish that can wait."""
    return encode(Do(id=number, command=AddEntry(incident=1, text=Text(f"regel {number}"))))


class Socket:
    """What has come in, and whether it has ended; the clock stands still unless it is moved."""

    def __init__(self, *frames: Frame, ended: bool = False) -> None:
        self.frames = deque(frames)
        self.ended = ended
        self.clogged = False
        self.at_s = 0.0

    async def receive(self) -> Frame | None:
        if self.frames:
            return self.frames.popleft()
        if not self.ended:
            await asyncio.get_running_loop().create_future()
        return None

    def reading(self, *, rate_per_s: float = 1e6, burst: float = 1.0) -> Reading:
        bucket = Bucket(rate_per_s=rate_per_s, burst=burst, now_s=0.0)
        return Reading(self.receive, is_clogged=lambda: self.clogged, bucket=bucket, now_s=lambda: self.at_s)


async def test_frames_keep_their_order() -> None:
    """Also when some were read before their turn."""
    socket = Socket(*map(line, range(1, 8)), ended=True)
    reading = socket.reading(rate_per_s=1_000, burst=2)
    got: list[Frame | None] = []
    async with asyncio.TaskGroup() as tasks:
        while len(got) < 7:
            step = tasks.create_task(reading.next())
            while not step.done():
                socket.at_s += 0.001
                await asyncio.sleep(0)
            got.append(step.result())
    assert got == [*map(line, range(1, 8))]
    assert await reading.next() is None


async def test_an_emergency_goes_before_a_flood_that_must_wait() -> None:
    """Nothing but itself is dealt with: the others' time has not come."""
    socket = Socket(*map(line, range(1, 200)), EMERGENCY)
    reading = socket.reading(rate_per_s=0.001, burst=1)
    assert await reading.next() == line(1)
    assert await reading.next() == EMERGENCY
    for number in (2, 3, 4):
        socket.at_s += 1e6
        assert await reading.next() == line(number)


async def test_an_emergency_waits_for_nobody_who_does_not_read() -> None:
    """Its sender's link is full of what is sent to it."""
    socket = Socket(line(1), encode(Alive()), EMERGENCY)
    socket.clogged = True
    reading = socket.reading(burst=100)
    assert await reading.next() == EMERGENCY
    socket.clogged = False
    assert await reading.next() == line(1)


async def test_a_flood_is_read_only_so_far_ahead() -> None:
    """The rest stays with its sender."""
    socket = Socket(*(line(1) for _ in range(MOST_AHEAD * 2)))
    reading = socket.reading(rate_per_s=0.001, burst=1)
    await reading.next()
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(reading.next())
        await until(lambda: len(socket.frames) == MOST_AHEAD - 1)
        for _ in range(50):
            await asyncio.sleep(0)
        assert len(socket.frames) == MOST_AHEAD - 1
        waiting.cancel()


async def test_what_came_before_the_end_is_still_dealt_with() -> None:
    """A link that ends takes nothing back, and a stop of the server does not wait for its pace."""
    socket = Socket(line(1), line(2), line(3), ended=True)
    reading = socket.reading(rate_per_s=0.001, burst=1)
    assert [await reading.next() for _ in range(4)] == [line(1), line(2), line(3), None]


def test_only_a_colleague_in_need_is_urgent() -> None:
    """Neither another wish, nor a sign of life, nor what cannot be read."""
    assert is_urgent(EMERGENCY)
    frames: list[Frame] = [line(1), encode(Alive()), EMERGENCY[:-1], EMERGENCY + b"x", b"", "text"]
    assert not any(map(is_urgent, frames))
