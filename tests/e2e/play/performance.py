"""One performance: everybody sits down, plays, and the journal is read and checked."""

import asyncio
from pathlib import Path

from tests.e2e.play import journal
from tests.e2e.play.cast import cast
from tests.e2e.play.story import play

BOUND_S = 150


async def played(home: Path) -> str:
    """In this empty directory. Returns the story that the journal tells, and the figures."""
    async with asyncio.timeout(BOUND_S), cast(home) as everybody:
        took = await play(everybody)
        rows = journal.rows_of(await everybody.history("--json"))
        journal.check(rows, took)
        return f"{await everybody.history()}\n{journal.summary(rows)}"
