"""The baseline of the weak link: a plain websockets server that sends 30 kB and then something urgent.

`python -m tests.bench.weak_raw HOST PORT`; says when it sent the urgent bytes, on the monotonic clock.
"""

import asyncio
import json
import sys
from time import monotonic

from websockets.asyncio.server import ServerConnection, serve

from tests.bench.weak import BULK_BYTES, URGENT_AFTER_S, URGENT_BYTES


async def link(connection: ServerConnection) -> None:
    """Bulk in pieces of 500 bytes, and the urgent bytes while they are under way."""
    for _ in range(BULK_BYTES // 500):
        await connection.send(b"x" * 500)
    await asyncio.sleep(URGENT_AFTER_S)
    sys.stdout.write(json.dumps({"urgent": monotonic()}) + "\n")
    sys.stdout.flush()
    await connection.send(b"!" * URGENT_BYTES)
    await connection.wait_closed()


async def main() -> None:
    """Until killed."""
    async with serve(link, sys.argv[1], int(sys.argv[2]), compression=None, ping_interval=None):
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    asyncio.run(main())
