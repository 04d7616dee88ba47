"""The websocket: opens one after another for a Dialler, and carries frames both ways.

The only file of the console that imports websockets. It owns the socket and the clocks, and decides nothing:
when to dial, what to send next and what an end means is the dialler's. Used by `link` alone.
"""

import asyncio
import logging
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import Any, NoReturn
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect, unix_connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from console.net.access import Access
from protocol.model.moment import to_ms
from protocol.session.close_codes import CloseCode
from protocol.session.dialler import Dialler
from protocol.session.ending import Ending, Why, failed, late
from protocol.session.events import Event
from protocol.wire import SUBPROTOCOL
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES

log = logging.getLogger(__name__)

OPEN_TIMEOUT_S = 10
CLOSE_TIMEOUT_S = 1
TICK_S = 0.5


class Websocket:
    """The socket of one dialler. `heard` is given every event, at once."""

    def __init__(
        self,
        access: Access,
        dialler: Dialler,
        *,
        heard: Callable[[Event], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._access = access
        self._dialler = dialler
        self._heard = heard
        self._clock = clock
        self._may_send = asyncio.Event()

    def wake(self) -> None:
        """There may be something to send."""
        self._may_send.set()

    async def dial_and_talk(self) -> None:
        """Dial when it is time, and talk until that link ends. Raises only what `heard` raises."""
        await asyncio.sleep(max(0.0, self._dialler.dial_at_s - monotonic()))
        connection = await self._dial()
        if connection is not None:
            await self._talk(connection)

    async def _dial(self) -> ClientConnection | None:
        where = self._access.address.where
        try:
            return await self._connect(self._dialler.dial())
        except InvalidStatus as error:
            body = bytes(error.response.body or b"")
            self._dialler.turned_away(error.response.status_code, body, monotonic())
        except ssl.SSLCertVerificationError as error:
            self._dialler.failed(Ending(why=Why.TLS, args={"why": error.verify_message}), monotonic())
        except TimeoutError:
            self._dialler.failed(late(where, OPEN_TIMEOUT_S), monotonic())
        except (OSError, InvalidHandshake, EOFError, ValueError) as error:  # ValueError: a redirect elsewhere
            self._dialler.failed(failed(error, where), monotonic())
        return None

    def _connect(self, headers: Mapping[str, str]) -> connect:
        address = self._access.address
        common: dict[str, Any] = {
            "subprotocols": [Subprotocol(SUBPROTOCOL)],
            "additional_headers": headers,
            "user_agent_header": None,
            "compression": None,
            "ping_interval": None,
            "proxy": None,
            "open_timeout": OPEN_TIMEOUT_S,
            "close_timeout": CLOSE_TIMEOUT_S,
            "max_size": MAX_DOWN_FRAME_BYTES,
        }
        if address.unix_path is not None:
            return unix_connect(address.unix_path, "ws://localhost/", **common)
        if self._access.tls is not None:
            common["ssl"] = self._access.tls
        # Host and port are given apart so that no redirect can lead the secret elsewhere.
        parts = urlsplit(address.url)
        port = parts.port or (443 if address.scheme == "wss" else 80)
        return connect(address.url, host=parts.hostname, port=port, **common)

    async def _talk(self, connection: ClientConnection) -> None:
        try:
            self._tell(self._dialler.opened(connection.subprotocol, monotonic()))
            async with asyncio.TaskGroup() as group:
                beside = [group.create_task(work(connection)) for work in (self._write, self._tick)]
                # In the body: a group that is only waited for miscounts cancellations in Python 3.11.
                await self._read(connection)
                for task in beside:
                    task.cancel()
        finally:
            code = self._dialler.hang_up or CloseCode.NORMALLY
            self._tell(self._dialler.closed(connection.close_code, monotonic()))
            _log(self._dialler.ending)
            await _hang_up(connection, code)

    async def _read(self, connection: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            while self._dialler.hang_up is None:
                frame = await connection.recv()
                self._tell(self._dialler.received(frame, monotonic(), to_ms(self._clock())))

    async def _write(self, connection: ClientConnection) -> None:
        """The only place that sends: each frame waits until the link has taken the one before it."""
        with suppress(ConnectionClosed):
            while True:
                await self._may_send.wait()
                self._may_send.clear()
                while (frame := self._dialler.next_frame(monotonic(), to_ms(self._clock()))) is not None:
                    await connection.send(frame)

    async def _tick(self, connection: ClientConnection) -> NoReturn:
        while True:
            await asyncio.sleep(TICK_S)
            self._tell(self._dialler.tick(monotonic()))
            if self._dialler.hang_up is not None:
                connection.transport.abort()

    def _tell(self, events: list[Event]) -> None:
        for event in events:
            self._heard(event)
        self.wake()


def _log(ending: Ending | None) -> None:
    """A cut is the weather; what one of the programs did wrong is worth a look."""
    if ending is not None:
        level = logging.WARNING if ending.is_fault else logging.INFO
        log.log(level, "link ended: %s %s", ending.why, ending.args.get("why", ""))


async def _hang_up(connection: ClientConnection, code: int) -> None:
    """Ends the connection with a word where somebody takes it, else at once."""
    try:
        # Its own timeout does not cover the wait for a full buffer to drain.
        async with asyncio.timeout(2 * CLOSE_TIMEOUT_S):
            await connection.close(code)
    except TimeoutError:
        connection.transport.abort()
