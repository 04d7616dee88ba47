"""Whatever senders, repetitions, cancellations and failing disks come together: the numbers have no gaps."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from server.journal.errors import CommandRepeated, JournalError, JournalUnavailable, SequenceGap
from server.journal.record import Record
from tests.server.journal.make import record, run
from tests.server.journal.rig import MemoryRig, Rig, SqliteRig


@frozen(kw_only=True)
class Burst:
    """Several senders at once."""

    offsets: tuple[int, ...]
    """Each takes next_seq plus this; 0 is right."""
    commands: tuple[int, ...]
    cancelled: frozenset[int]
    large: bool


Step = Burst | Literal["break", "mend", "checkpoint"]

bursts = st.integers(1, 12).flatmap(
    lambda size: st.builds(
        Burst,
        offsets=st.tuples(*[st.sampled_from([0, 0, 0, 0, 0, 0, 0, 1, -1])] * size),
        commands=st.tuples(*[st.sampled_from([0, 0, 0, *range(1, 40)])] * size),
        cancelled=st.frozensets(st.integers(0, size - 1), max_size=2),
        large=st.booleans(),
    )
)
steps: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(bursts, bursts, bursts, st.sampled_from(["break", "mend", "checkpoint"])), max_size=12
)


class Room:
    """Sends bursts and keeps the books on what was acknowledged."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.acknowledged: dict[int, Record] = {}
        self.refused: list[Record] = []
        self.unknown: list[Record] = []

    async def step(self, step: Step) -> None:
        journal = self.rig.journal
        if step == "break":
            await self.rig.break_disk()
        elif step == "mend":
            await self.rig.mend_disk()
        elif step == "checkpoint":
            try:
                await journal.save_checkpoint(journal.last_seq, bytes(9000))
            except JournalUnavailable:
                return
        else:
            await self.burst(step)
        assert journal.next_seq == journal.last_seq + 1

    async def burst(self, burst: Burst) -> None:
        async def send(place: int) -> None:
            seq = max(1, self.rig.journal.next_seq + burst.offsets[place])
            body = bytes([seq % 256, place]) * (4000 if burst.large else 10)
            one = record(seq, by="a", command=burst.commands[place], body=body)
            try:
                await self.rig.journal.append(one)
            except asyncio.CancelledError:
                self.unknown.append(one)
                raise
            except SequenceGap:
                assert burst.offsets[place] or seq == 1
            except (JournalUnavailable, CommandRepeated):
                self.refused.append(one)
            else:
                assert one.seq not in self.acknowledged
                self.acknowledged[one.seq] = one

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(send(place)) for place in range(len(burst.offsets))]
            await asyncio.sleep(0)
            for place in burst.cancelled:
                tasks[place].cancel()
        while self.rig.journal.next_seq != self.rig.journal.last_seq + 1:
            await asyncio.sleep(0)

    async def audit(self) -> None:
        """The journal holds 1, 2, 3 ... with all that was acknowledged and nothing that was refused."""
        journal = self.rig.journal
        found = await journal.records(0, 10_000)
        assert [one.seq for one in found] == list(range(1, journal.last_seq + 1))
        assert self.acknowledged.items() <= {one.seq: one for one in found}.items()
        others = [one for one in found if one.seq not in self.acknowledged]
        assert all(one in self.unknown for one in others)
        commands = [one.command for one in found if one.command]
        assert len(set(commands)) == len(commands)


async def _play(rig: Rig, played: list[Step]) -> None:
    room = Room(rig)
    try:
        for step in played:
            await room.step(step)
        await room.audit()
        await rig.mend_disk()
        await rig.journal.append(record(rig.journal.next_seq))
        room.acknowledged[rig.journal.last_seq] = record(rig.journal.last_seq)
        await room.audit()
    finally:
        await rig.journal.close()


@given(steps)
def test_in_memory(played: list[Step]) -> None:
    """Any interleaving leaves a gapless journal with exactly the acknowledged records."""
    run(_play(MemoryRig(), played))


@settings(max_examples=60)
@given(steps)
def test_on_disk(played: list[Step]) -> None:
    """The same, and the same again after reopening."""

    async def play(data_dir: Path) -> None:
        await _play(await SqliteRig.made(data_dir), played)
        reopened = await SqliteRig.made(data_dir)
        found = await reopened.journal.records(0, 10_000)
        await reopened.journal.close()
        assert [one.seq for one in found] == list(range(1, reopened.journal.last_seq + 1))

    with TemporaryDirectory() as name:
        run(play(Path(name)))


def test_the_errors_have_one_root() -> None:
    """Whoever must survive anything can say so in one word."""
    for kind in (JournalUnavailable, SequenceGap, CommandRepeated):
        assert issubclass(kind, JournalError), kind
    with pytest.raises(JournalError, match="must have seq 2, got 5"):
        raise SequenceGap(2, 5)
