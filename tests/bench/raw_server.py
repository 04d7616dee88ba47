"""The baseline: `websockets.broadcast` to everybody who is connected, and nothing else.

`python -m tests.bench.raw_server` prints its port. A frame from the one client that sends is broadcast, as it
is, to all others.
"""

import asyncio
import logging
import sys

from websockets.asyncio.server import ServerConnection, broadcast, serve


async def main() -> None:
    """Serves until stdin ends."""
    logging.disable()
    listeners: set[ServerConnection] = set()

    async def link(connection: ServerConnection) -> None:
        listeners.add(connection)
        try:
            async for frame in connection:
                broadcast(listeners - {connection}, frame)
        finally:
            listeners.discard(connection)

    async with serve(
        link, "127.0.0.1", 0, compression=None, ping_interval=None, server_header=None
    ) as server:
        sys.stdout.write(f"{next(iter(server.sockets)).getsockname()[1]}\n")
        sys.stdout.flush()
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
