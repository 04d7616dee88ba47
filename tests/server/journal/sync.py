"""A process that appends until one record is refused, then dies at once or goes on; run under a failing disk.

Run as a module with a data directory and "die" or "go-on"; writes "stored N" and "refused N" lines to the
pipe.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from server.journal.errors import JournalUnavailable
from tests.server.journal.make import opened, record


async def _append(data_dir: Path, then: str) -> None:
    async with opened(data_dir) as journal:
        for _ in range(30):
            seq = journal.next_seq
            try:
                await journal.append(record(seq, command=seq))
            except JournalUnavailable as error:
                os.write(1, f"refused {seq} {error.reason}\n".encode())
                if then == "die":
                    os.kill(os.getpid(), signal.SIGKILL)
            else:
                os.write(1, f"stored {seq}\n".encode())


if __name__ == "__main__":
    asyncio.run(_append(Path(sys.argv[1]), sys.argv[2]))
