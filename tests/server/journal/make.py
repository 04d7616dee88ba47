"""Records and journals for the tests of this folder: valid unless a test says otherwise."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from server.journal.interface import Journal
from server.journal.record import Record
from server.journal.sqlite import SqliteJournal

Answer = TypeVar("Answer")

LONGEST_S = 60.0
"""No work of a test takes this long: it hangs."""

ROOT = Path(__file__).parents[3]


def record(
    seq: int,
    *,
    by: str = "centralist-1",
    command: int = 0,
    incidents: tuple[int, ...] = (),
    body: bytes | None = None,
) -> Record:
    """Record `seq`; without a body it gets one that no other record has."""
    text = f"fact {seq} ".encode() * 3
    return Record(
        seq=seq,
        at_ms=1_700_000_000_000 + seq,
        by=by,
        command=command,
        incidents=incidents,
        body=text if body is None else body,
    )


def big(seq: int) -> Record:
    """A record that never fits into pages that are in use already."""
    return record(seq, body=seq.to_bytes(4, "big") * 2500)


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Runs `work` on a loop of its own, for property tests and their many examples."""
    return asyncio.run(asyncio.wait_for(work, LONGEST_S), debug=True)


@asynccontextmanager
async def opened(data_dir: Path, world: str = "live") -> AsyncIterator[SqliteJournal]:
    """The journal in `data_dir`, closed on leaving."""
    journal = await SqliteJournal.open(data_dir, world=world, now_ms=1_700_000_000_000)
    try:
        yield journal
    finally:
        await journal.close()


async def append_all(journal: Journal, records: Iterable[Record]) -> list[BaseException | None]:
    """Appends all at once; what each one raised."""
    async with asyncio.timeout(LONGEST_S):
        return await asyncio.gather(*(journal.append(one) for one in records), return_exceptions=True)


async def filled(data_dir: Path, records: Iterable[Record]) -> None:
    """Leaves a closed journal with `records` in `data_dir`."""
    async with opened(data_dir) as journal:
        for error in await append_all(journal, records):
            assert error is None
