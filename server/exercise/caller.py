"""A simulated person's link to the server: an ordinary client, without a screen.

The second shell round a Dialler: it owns a websocket and the clocks, gives each wish back with its answer,
and decides nothing about the link. Used by the demonstration, by rehearsals and by load tests; it knows only
what the protocol tells it.
"""

import asyncio
import random
import secrets
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from time import monotonic
from typing import Any, NoReturn
from urllib.parse import urlsplit

from attrs import field, frozen
from websockets.asyncio.client import ClientConnection, connect, unix_connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from protocol.commands.command import Command
from protocol.errors import OpenlijnError
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.one_error import one_error_as_itself
from protocol.session.client import ClientSession
from protocol.session.close_codes import CloseCode
from protocol.session.dialler import Dialler
from protocol.session.ending import Ending, Why, failed, late
from protocol.session.events import Answered, Event, LinkState
from protocol.wire import SUBPROTOCOL
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES
from protocol.wire.messages import Done, Refusal

TICK_S = 0.5
"""How often silence is looked at."""

OPEN_TIMEOUT_S = 10
CLOSE_TIMEOUT_S = 1
UNIX_SCHEME = "ws+unix://"


class NotLetIn(OpenlijnError):
    """The server refuses this account or this version, or is none; dialling again does not help."""


@frozen(kw_only=True)
class Doorbell:
    """Where to dial and as whom."""

    url: str
    """`ws://host:port`, `wss://…`, or `ws+unix:///path`; without a name."""

    name: str
    secret: str = field(repr=False)


class Caller:
    """One simulated person. Run `stay` in a TaskGroup; wish and report from elsewhere."""

    def __init__(self, doorbell: Doorbell, *, heard: Callable[[Event], None] = lambda event: None) -> None:
        self._doorbell = doorbell
        self._heard = heard
        self._session = ClientSession(first_id=secrets.randbits(30) << 32 | 1, attended=False)
        self._dialler = Dialler(self._session, name=doorbell.name, secret=doorbell.secret, dice=random.random)
        self._answers: dict[int, asyncio.Future[Done | Refusal]] = {}
        self._live = asyncio.Event()
        self._may_send = asyncio.Event()

    @property
    def board(self) -> Board:
        """The board as this person has it."""
        return self._session.knowledge.board

    async def ready(self) -> None:
        """Returns once the whole board is known."""
        await self._live.wait()

    async def wish(self, command: Command) -> Done | Refusal:
        """The answer; waits through cuts of the link."""
        answer: asyncio.Future[Done | Refusal] = asyncio.get_running_loop().create_future()
        self._answers[self._session.wish(command, datetime.now(UTC))] = answer
        self._may_send.set()
        return await answer

    async def report(self, fixes: tuple[Fix, ...]) -> None:
        """Say where units are; lost while the link is cut, as positions may be. Gives the link a turn."""
        self._session.report(fixes)
        self._may_send.set()
        await asyncio.sleep(0)

    async def stay(self) -> None:
        """Dial, stay on the line, dial again. Ends only by cancellation. Raises NotLetIn."""
        with one_error_as_itself():
            while True:
                await asyncio.sleep(max(0.0, self._dialler.dial_at_s - monotonic()))
                connection = await self._dial()
                if connection is not None:
                    await self._talk(connection)
                ending = self._dialler.ending
                if ending is not None and ending.final:
                    status = ending.args.get("status", ending.why)
                    said = ending.args.get("said") or ending.args.get("why", "")
                    raise NotLetIn(f"{self._doorbell.name} is not let in ({status}): {said}")

    async def _dial(self) -> ClientConnection | None:
        where = self._doorbell.url
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
        url = self._doorbell.url
        if url.startswith(UNIX_SCHEME):
            return unix_connect(url.removeprefix(UNIX_SCHEME), "ws://localhost/", **common)
        # Host and port are given apart so that no redirect can lead the secret elsewhere.
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "wss" else 80)
        return connect(url, host=parts.hostname, port=port, **common)

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
            await _hang_up(connection, code)

    async def _read(self, connection: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            while self._dialler.hang_up is None:
                self._tell(self._dialler.received(await connection.recv(), monotonic(), _clock_ms()))

    async def _write(self, connection: ClientConnection) -> None:
        """The only place that sends: each frame waits until the link has taken the one before it."""
        with suppress(ConnectionClosed):
            while True:
                await self._may_send.wait()
                self._may_send.clear()
                while (frame := self._dialler.next_frame(monotonic(), _clock_ms())) is not None:
                    await connection.send(frame)

    async def _tick(self, connection: ClientConnection) -> NoReturn:
        while True:
            await asyncio.sleep(TICK_S)
            self._tell(self._dialler.tick(monotonic()))
            if self._dialler.hang_up is not None:
                connection.transport.abort()

    def _tell(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Answered):
                answer = self._answers.pop(event.answer.id, None)
                if answer is not None and not answer.done():
                    answer.set_result(event.answer)
            self._heard(event)
        if self._session.state is LinkState.LIVE:
            self._live.set()
        self._may_send.set()


async def _hang_up(connection: ClientConnection, code: int) -> None:
    """Ends the connection with a word where somebody takes it, else at once."""
    try:
        # Its own timeout does not cover the wait for a full buffer to drain.
        async with asyncio.timeout(2 * CLOSE_TIMEOUT_S):
            await connection.close(code)
    except TimeoutError:
        connection.transport.abort()


def _clock_ms() -> int:
    return to_ms(datetime.now(UTC))
