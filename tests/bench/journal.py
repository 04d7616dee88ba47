"""How fast the journal stores and opens, beside a commit per record with the sqlite3 module on the same disk.

`measure` is called by the benchmark command line, or run this file as a module; it writes into a directory
it is given and leaves nothing there. Times depend on the disk and on what else runs: read them side by side
only.
"""

import asyncio
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

from attrs import frozen

from server.journal.record import Record
from server.journal.rows import to_row
from server.journal.sqlite import SqliteJournal
from server.journal.verify import verify

BODY = bytes(range(250))
PRODUCERS = (1, 10, 100)
LARGE = 200_000


@frozen(kw_only=True)
class Speed:
    """One way of appending."""

    name: str
    per_s: float
    p50_ms: float
    p99_ms: float


@frozen(kw_only=True)
class Opening:
    """A journal of `records` records with a checkpoint `tail` records before its end."""

    records: int
    tail: int
    open_ms: float
    verify_s: float
    file_mb: float


@frozen(kw_only=True)
class Result:
    """Everything of one run."""

    speeds: tuple[Speed, ...]
    openings: tuple[Opening, ...]

    def lines(self) -> Iterator[str]:
        """The result as a table."""
        yield f"{'appending':<28}{'per s':>10}{'p50 ms':>9}{'p99 ms':>9}"
        for one in self.speeds:
            yield f"{one.name:<28}{one.per_s:>10,.0f}{one.p50_ms:>9.2f}{one.p99_ms:>9.2f}"
        for opening in self.openings:
            yield (
                f"opening {opening.records:,} ({opening.file_mb:.0f} MB), checkpoint {opening.tail:,} "
                f"before its end: {opening.open_ms:.1f} ms; full check {opening.verify_s:.2f} s"
            )


def _made(seq: int) -> Record:
    return Record(
        seq=seq,
        at_ms=1_700_000_000_000 + seq,
        by=f"centralist-{seq % 12}",
        command=seq,
        incidents=(seq % 5000 + 1,),
        body=BODY,
    )


def _speed(name: str, times_s: list[float], total_s: float) -> Speed:
    ordered = sorted(times_s)
    p50, p99 = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return Speed(name=name, per_s=len(times_s) / total_s, p50_ms=p50 * 1000, p99_ms=p99 * 1000)


async def _appending(data_dir: Path, producers: int, run_s: float) -> Speed:
    journal = await SqliteJournal.open(data_dir, world="bench", now_ms=0)
    times_s: list[float] = []
    end = time.perf_counter() + run_s

    async def produce() -> None:
        while (start := time.perf_counter()) < end:
            await journal.append(_made(journal.next_seq))
            times_s.append(time.perf_counter() - start)

    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(producers):
            group.create_task(produce())
    total_s = time.perf_counter() - start
    await journal.close()
    return _speed(f"journal, {producers} producers", times_s, total_s)


def _plain(data_dir: Path, run_s: float) -> Speed:
    """The same tables and the same durability, one commit for each record, nothing in between."""
    asyncio.run(_make(data_dir, 0))
    times_s: list[float] = []
    with closing(sqlite3.connect(data_dir / "journal.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        begin = time.perf_counter()
        while (start := time.perf_counter()) < begin + run_s:
            record = _made(len(times_s) + 1)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO record VALUES (?,?,?,?,?,?,?)", to_row(record))
            connection.execute("INSERT INTO touches VALUES (?,?)", (record.incidents[0], record.seq))
            connection.execute("COMMIT")
            times_s.append(time.perf_counter() - start)
        total_s = time.perf_counter() - begin
    return _speed("sqlite3, commit per record", times_s, total_s)


async def _make(data_dir: Path, records: int) -> None:
    journal = await SqliteJournal.open(data_dir, world="bench", now_ms=0)
    for first in range(1, records + 1, 1000):
        last = min(first + 999, records)
        await asyncio.gather(*(journal.append(_made(seq)) for seq in range(first, last + 1)))
    await journal.close()


async def _open(data_dir: Path, records: int, tail: int) -> Opening:
    journal = await SqliteJournal.open(data_dir, world="bench", now_ms=0)
    await journal.save_checkpoint(records - tail, bytes(2_000_000))
    await journal.close()
    start = time.perf_counter()
    journal = await SqliteJournal.open(data_dir, world="bench", now_ms=0)
    open_s = time.perf_counter() - start
    await journal.close()
    start = time.perf_counter()
    verify(data_dir)
    return Opening(
        records=records,
        tail=tail,
        open_ms=open_s * 1000,
        verify_s=time.perf_counter() - start,
        file_mb=(data_dir / "journal.db").stat().st_size / 1e6,
    )


def measure(folder: Path, *, run_s: float = 3.0, large: int = LARGE) -> Result:
    """Measures in a new directory under `folder`; takes about 4 * `run_s` plus 20 s for `large` 200,000 (>=
    1000)."""
    room = Path(mkdtemp(dir=folder))
    try:
        speeds = [_plain(room / "plain", run_s)]
        speeds += [asyncio.run(_appending(room / str(count), count, run_s)) for count in PRODUCERS]
        asyncio.run(_make(room / "large", large))
        # From the longest tail to the shortest, since the newest checkpoint counts.
        openings = [asyncio.run(_open(room / "large", large, tail)) for tail in (large, large // 20, 100)]
    finally:
        shutil.rmtree(room)
    return Result(speeds=tuple(speeds), openings=tuple(openings))


if __name__ == "__main__":
    for line in measure(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()).lines():
        sys.stdout.write(line + "\n")
