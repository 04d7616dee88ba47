"""A process whose files may not grow beyond a limit: it appends until it is refused, then goes on without
limit.

Run as a module with a data directory and the limit in bytes; writes one JSON object with what it saw.
"""

import asyncio
import json
import resource
import sys
from pathlib import Path

from server.journal.errors import JournalUnavailable
from tests.server.journal.make import append_all, big, opened


async def _fill(data_dir: Path, limit: int) -> dict[str, object]:
    async with opened(data_dir) as journal:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        refused: JournalUnavailable | None = None
        while refused is None and journal.last_seq < 10_000:
            try:
                await journal.append(big(journal.next_seq))
            except JournalUnavailable as error:
                refused = error
        stored = journal.last_seq
        errors = await append_all(journal, [big(stored + 1 + extra) for extra in range(40)])
        full = len([error for error in errors if isinstance(error, JournalUnavailable)])
        still = journal.last_seq - stored
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        start = journal.next_seq
        after = await append_all(journal, [big(start + extra) for extra in range(40)])
        return {
            "reason": refused.reason if refused else None,
            "stored": stored,
            "full": full,
            "still": still,
            "after": [str(error) for error in after if error is not None],
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_fill(Path(sys.argv[1]), int(sys.argv[2])))))
