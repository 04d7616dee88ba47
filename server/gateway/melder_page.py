"""A melder's browser at the other end of a websocket, and why its link ends.

Made by the gateway for each line that a page opens; spoken to by the melder's desk alone.
"""

from collections.abc import AsyncIterator
from contextlib import suppress

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from protocol.errors import TooLarge
from server.melder.talk import MAX_FRAME_BYTES

CLOSE_MELDER_GONE = 4404
"""Close code for a melder's page: its link opens nothing any more."""

CLOSE_GONE_QUIET = 4408
"""Close code for a melder's page that was not heard for too long, should it hear this at all."""


class Page:
    """A melder's browser."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    async def frames(self) -> AsyncIterator[str | bytes]:
        """What it sends, until its link ends. Raises TooLarge."""
        # However the link ends, the page comes back with what was not heard.
        with suppress(ConnectionClosed):
            async for frame in self._connection:
                size = len(frame.encode() if isinstance(frame, str) else frame)
                if size > MAX_FRAME_BYTES:
                    raise TooLarge(f"a frame of {size}, and at most {MAX_FRAME_BYTES} are read")
                yield frame

    async def send(self, text: str) -> None:
        """One text frame; silent when the link is gone."""
        # Its link may be gone while it is told; then it comes back and is told anew.
        with suppress(ConnectionClosed):
            await self._connection.send(text)
