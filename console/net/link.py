"""The link: one websocket after another, driving one ClientSession and feeding one Store.

The only file of the console that imports websockets. Frames go to the session, what it tells goes to the
store; wishes go up as soon as they can. It dials again by itself for as long as that can help, and decides
nothing else. Used by the screens, `do`, `watch` and `history`:

    link = new_link(access)
    async with link.running():        # raises CannotGoOn when dialling again cannot help
        link.store.listen(...)        # every Event, after it was taken in
        id = link.wish(command)       # Answered(answer.id == id) comes when it is done or refused
        link.trouble                  # why there is no link now: a Trouble, or None
"""

import asyncio
import logging
import random
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from time import monotonic
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect, unix_connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from console.cli.access import Access
from console.memory.outbox_file import OutboxFile, new_first_id
from console.net.handshake import headers, turned_away
from console.net.redial import delays_s
from console.net.trouble import CannotGoOn, Trouble
from console.store import Store
from protocol.commands.command import Command
from protocol.errors import BadMessage, OutOfStep
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.session import timing
from protocol.session.client import ClientSession
from protocol.session.events import Answered, Event
from protocol.session.outbox import Wish
from protocol.wire import SUBPROTOCOL
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES
from protocol.wire.messages import Fetch, OnLine

log = logging.getLogger(__name__)

OPEN_TIMEOUT_S = 10
CLOSE_TIMEOUT_S = 1
TICK_S = 0.5
CLOSE_NORMALLY = 1000
CLOSE_BAD_MESSAGE = 4002

T = TypeVar("T", bound=BaseException)


class _Ended(Exception):
    """This link is over; dial again."""

    def __init__(self, trouble: Trouble, *, code: int = CLOSE_NORMALLY) -> None:
        super().__init__(trouble.key)
        self.trouble = trouble
        self.code = code


class _TicketVoid(Exception):
    """The server no longer takes the ticket: dial at once with the secret."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Link:
    """Keeps one console connected."""

    def __init__(
        self,
        access: Access,
        session: ClientSession,
        store: Store,
        *,
        keep: OutboxFile | None = None,
        clock: Callable[[], datetime] = _utc_now,
        dice: Callable[[], float] = random.random,
    ) -> None:
        self.access = access
        self.session = session
        self.store = store
        self.trouble: Trouble | None = None
        """Why there is no link now, or why the last one ended; None while all is well."""

        self.dials = 0
        """How often it was dialled."""

        self._keep = keep
        self._clock = clock
        self._dice = dice
        self._connection: ClientConnection | None = None
        self._wake = asyncio.Event()
        self._void_ticket = ""

    def wish(self, command: Command) -> int:
        """Send the command now, or as soon as there is a link. The id under which its answer comes."""
        id = self.session.wish(command, self._clock())
        if self._keep is not None:
            self._keep.put(self.session.outbox.wishes[-1])
        self._wake.set()
        return id

    def again(self, wish: Wish) -> None:
        """Send a wish of an earlier run, under its own id: what was done already is not done twice."""
        if self._keep is not None:
            self._keep.put(wish)
        self.session.again(wish)
        self._wake.set()

    def report(self, fixes: tuple[Fix, ...]) -> None:
        """Say where units are; dropped without a link, because only the newest counts."""
        if self._connection is not None:
            self.session.report(fixes, to_ms(self._clock()))
            self._wake.set()

    def on_line(self, tick: OnLine) -> None:
        """Say what we have of a line; dropped without a link, because only the newest counts."""
        self.session.on_line(tick)
        self._wake.set()

    def fetch(self, fetch: Fetch) -> bool:
        """Ask for a document. False without a link: ask again after the next Welcomed."""
        asked = self._connection is not None and self.session.fetch(fetch)
        self._wake.set()
        return asked

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The link lives inside the block and is closed at its end.

        Raises CannotGoOn as soon as dialling cannot help; the block is then cancelled.
        """
        try:
            async with asyncio.TaskGroup() as group:
                task = group.create_task(self.run())
                try:
                    yield
                finally:
                    task.cancel()
        except BaseExceptionGroup as group_of:
            cannot = _first(group_of, CannotGoOn)
            if cannot is not None:
                raise cannot from None
            only = _only(group_of)
            if only is not group_of:
                raise only from None
            raise

    async def run(self) -> NoReturn:
        """Dial, talk, dial again; ends only when cancelled or with CannotGoOn."""
        delays = delays_s(self._dice)
        while True:
            began_s = monotonic()
            try:
                connection = await self._dial()
            except _TicketVoid:
                continue
            except _Ended as ended:
                self.trouble = ended.trouble
            else:
                self.trouble = await self._talk(connection)
                if monotonic() - began_s >= timing.RETRY_MOST_S:
                    delays = delays_s(self._dice)
            _stop_if_cancelled()
            await asyncio.sleep(next(delays))

    async def _talk(self, connection: ClientConnection) -> Trouble:
        """Drive the session over this connection until it ends; why it did."""
        trouble, code = Trouble(key="trouble-cut"), CLOSE_NORMALLY
        self._connection = connection
        self._take(self.session.opened(monotonic()))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._write(connection))
                group.create_task(self._tick())
                # In the body: a group that is only waited for miscounts cancellations in Python 3.11.
                await self._read(connection)
        except* _Ended as group_of:
            ended = _first(group_of, _Ended)
            if ended is not None:
                trouble, code = ended.trouble, ended.code
        finally:
            self._connection = None
            self._take(self.session.closed())
            await connection.close(code)
        return trouble

    async def _read(self, connection: ClientConnection) -> NoReturn:
        try:
            async for frame in connection:
                if not isinstance(frame, bytes):
                    raise BadMessage("a text frame, and all of ours are binary")
                self._take(self.session.received(frame, monotonic(), to_ms(self._clock())))
                if self.session.welcome is not None:
                    self.trouble = None
                self._wake.set()
        except ConnectionClosed as closed:
            log.info("link ended: %s", closed)
        except BadMessage as error:
            log.warning("closing the link: %s: %s", type(error).__name__, error)
            why = f"{type(error).__name__}: {error}"
            raise _Ended(
                Trouble(key="trouble-bad-message", args={"why": why[:200]}), code=CLOSE_BAD_MESSAGE
            ) from error
        except OutOfStep as error:
            log.warning("asking for a snapshot: %s", error)
            # What is known stays on the screen; a resume would only repeat the mistake.
            self.session.knowledge.complete = False
            raise _Ended(Trouble(key="trouble-out-of-step")) from error
        raise _Ended(Trouble(key="trouble-cut"))

    async def _write(self, connection: ClientConnection) -> NoReturn:
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                for frame in self.session.outgoing():
                    await connection.send(frame)
        except ConnectionClosed as closed:
            raise _Ended(Trouble(key="trouble-cut")) from closed

    async def _tick(self) -> NoReturn:
        while True:
            await asyncio.sleep(TICK_S)
            now_s = monotonic()
            self._take(self.session.tick(now_s))
            self._wake.set()
            if self.session.should_redial(now_s):
                raise _Ended(Trouble(key="trouble-silent", args={"seconds": int(timing.REDIAL_AFTER_S)}))

    def _take(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Answered) and self._keep is not None:
                self._keep.answered(event.answer.id)
            self.store.take(event)

    async def _dial(self) -> ClientConnection:
        """A connection whose handshake succeeded. Raises _Ended to try again, CannotGoOn to stop."""
        self.dials += 1
        address = self.access.address
        where = {"where": address.where}
        try:
            connection = await self._connect()
        except InvalidStatus as error:
            self._turned_away(error)
        except ssl.SSLCertVerificationError as error:
            raise CannotGoOn(Trouble(key="trouble-tls", args={"why": error.verify_message})) from error
        except TimeoutError as error:
            args: dict[str, str | int] = {**where, "seconds": OPEN_TIMEOUT_S}
            raise _Ended(Trouble(key="trouble-timeout", args=args)) from error
        except (OSError, InvalidHandshake, EOFError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise _Ended(Trouble(key="trouble-unreachable", args={**where, "why": why[:200]})) from error
        if connection.subprotocol != SUBPROTOCOL:
            await connection.close()
            said = str(connection.subprotocol or "–")
            raise CannotGoOn(Trouble(key="trouble-version", args={"said": said}))
        return connection

    def _connect(self) -> connect:
        address = self.access.address
        common: dict[str, Any] = {
            "subprotocols": [Subprotocol(SUBPROTOCOL)],
            "additional_headers": headers(
                self.session.hello(), address.name, self.access.secret, void_ticket=self._void_ticket
            ),
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
        if self.access.tls is not None:
            common["ssl"] = self.access.tls
        # Host and port are given apart so that no redirect can lead the secret elsewhere.
        parts = urlsplit(address.url)
        port = parts.port or (443 if address.scheme == "wss" else 80)
        return connect(address.url, host=parts.hostname, port=port, **common)

    def _turned_away(self, error: InvalidStatus) -> NoReturn:
        ticket = self.session.hello().ticket
        if error.response.status_code == HTTPStatus.UNAUTHORIZED and ticket not in ("", self._void_ticket):
            self._void_ticket = ticket
            raise _TicketVoid from error
        body = bytes(error.response.body or b"")
        verdict = turned_away(error.response.status_code, body, self.access.address.name)
        raise (CannotGoOn(verdict.trouble) if verdict.final else _Ended(verdict.trouble)) from error


def new_link(access: Access, *, keep: OutboxFile | None = None) -> Link:
    """A link with a session and a store of its own. `keep` holds unanswered wishes across runs."""
    session = ClientSession(first_id=new_first_id())
    return Link(access, session, Store(session), keep=keep)


def _stop_if_cancelled() -> None:
    """A TaskGroup of Python 3.11 forgets a cancellation that comes while one of its tasks fails."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _only(error: BaseException) -> BaseException:
    """What a group of one holds, all the way down; a group of several as it is."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


def _first(group: BaseExceptionGroup[Any], kind: type[T]) -> T | None:
    """The first exception of this class anywhere in the group."""
    for each in group.exceptions:
        found = _first(each, kind) if isinstance(each, BaseExceptionGroup) else each
        if isinstance(found, kind):
            return found
    return None
