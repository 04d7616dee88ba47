"""A simulated person's link to the server: an ordinary client, without a screen.

Drives a ClientSession over a websocket, dials again after a cut, and gives each wish back with its answer.
Used by the demonstration, by rehearsals and by load tests; it knows only what the protocol tells it.
"""

import asyncio
import base64
import contextlib
import random
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from attrs import field, frozen
from websockets.asyncio.client import ClientConnection, connect, unix_connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from protocol.commands.command import Command
from protocol.errors import BadMessage, OpenlijnError, OutOfStep
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.events import Answered, Event, LinkState
from protocol.wire import SUBPROTOCOL
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES
from protocol.wire.messages import Done, Refusal

BEAT_S = 0.5
"""How often silence is looked at."""


class NotLetIn(OpenlijnError):
    """The server refuses this account or this version; dialling again does not help."""


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
        self._answers: dict[int, asyncio.Future[Done | Refusal]] = {}
        self._connection: ClientConnection | None = None
        self._live = asyncio.Event()

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
        await self._flush()
        return await answer

    async def report(self, fixes: tuple[Fix, ...]) -> None:
        """Say where units are; lost while the link is cut, as positions may be."""
        self._session.report(fixes, _clock_ms())
        await self._flush()

    async def stay(self) -> None:
        """Dial, stay on the line, dial again. Ends only by cancellation. Raises NotLetIn."""
        wait_s = timing.RETRY_FIRST_S
        while True:
            before = self._session.received_bytes
            try:
                await self._one_link()
            except InvalidStatus as error:
                status = error.response.status_code
                if status in (400, 401, 426):
                    if status != 401 or not self._session.hello().ticket:
                        body = (error.response.body or b"").decode("utf-8", "replace").strip()
                        raise NotLetIn(f"{self._doorbell.name} is not let in ({status}): {body}") from error
                    self._session.forget_ticket()
            except OutOfStep:
                self._session.forget_board()
            except (OSError, InvalidHandshake, ConnectionClosed, BadMessage, TimeoutError):
                pass
            finally:
                self._connection = None
                self._tell(self._session.closed())
            if self._session.received_bytes > before:
                wait_s = timing.RETRY_FIRST_S
            await asyncio.sleep(wait_s * random.uniform(0.5, 1.0))
            wait_s = min(timing.RETRY_MOST_S, wait_s * 2)

    async def _one_link(self) -> None:
        async with await self._dial() as connection:
            self._connection = connection
            self._tell(self._session.opened(monotonic()))
            try:
                while True:
                    await self._one_frame(connection)
            except asyncio.CancelledError:
                await (
                    connection.close()
                )  # a person who hangs up; otherwise the server reads an internal error
                raise

    async def _one_frame(self, connection: ClientConnection) -> None:
        try:
            # Not wait_for: in Python 3.11 it can swallow a cancellation that comes with a frame.
            async with asyncio.timeout(BEAT_S):
                frame = await connection.recv()
        except TimeoutError:
            pass
        else:
            if isinstance(frame, bytes):
                self._tell(self._session.received(frame, monotonic(), _clock_ms()))
        self._tell(self._session.tick(monotonic()))
        await self._flush()
        if self._session.should_redial(monotonic()):
            connection.transport.abort()

    async def _dial(self) -> ClientConnection:
        hello, bell = self._session.hello(), self._doorbell
        basic = base64.b64encode(f"{bell.name}:{bell.secret}".encode()).decode()
        headers = {"Authorization": f"Bearer {hello.ticket}" if hello.ticket else f"Basic {basic}"}
        if hello.after:
            headers["Openlijn-After"] = hello.has
        common: dict[str, Any] = {
            "subprotocols": [Subprotocol(SUBPROTOCOL)],
            "additional_headers": headers,
            "user_agent_header": None,
            "compression": None,
            "ping_interval": None,
            "max_size": MAX_DOWN_FRAME_BYTES,
            "close_timeout": 1,
        }
        if bell.url.startswith("ws+unix://"):
            return await unix_connect(bell.url.removeprefix("ws+unix://"), uri="ws://local/", **common)
        return await connect(bell.url, proxy=None, **common)

    async def _flush(self) -> None:
        connection = self._connection
        if connection is not None:
            # A cut is for `stay` to notice; what was wished goes out again on the next link.
            with contextlib.suppress(ConnectionClosed):
                for frame in self._session.outgoing():
                    await connection.send(frame)

    def _tell(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Answered):
                answer = self._answers.pop(event.answer.id, None)
                if answer is not None and not answer.done():
                    answer.set_result(event.answer)
            self._heard(event)
        if self._session.state is LinkState.LIVE:
            self._live.set()


def _clock_ms() -> int:
    return to_ms(datetime.now(UTC))
