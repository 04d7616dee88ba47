"""A process that appends as fast as it can and says which records were acknowledged, until it is killed.

Run as a module with a data directory; writes one decimal seq a line, straight to the pipe, after each
`append`.
"""

import asyncio
import os
import sys
from pathlib import Path

from server.journal.record import Record
from tests.server.journal.make import opened, record

PRODUCERS = 20


def made(seq: int) -> Record:
    """The record with this number, so that the reader knows what to expect."""
    return record(
        seq, by="load", command=seq, incidents=(seq % 7 + 1,), body=bytes([seq % 251]) * (seq * 37 % 900)
    )


async def _produce(data_dir: Path) -> None:
    async with opened(data_dir) as journal:
        if journal.last_seq >= 3:
            await journal.save_checkpoint(journal.last_seq - 3, bytes(20_000))

        async def producer() -> None:
            while True:
                seq = journal.next_seq
                await journal.append(made(seq))
                os.write(1, b"%d\n" % seq)

        async with asyncio.TaskGroup() as group:
            for _ in range(PRODUCERS):
                group.create_task(producer())


if __name__ == "__main__":
    asyncio.run(_produce(Path(sys.argv[1])))
