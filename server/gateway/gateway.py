"""The gateway: sockets on one side, messages on the other.

Handshakes go to `door`, arrivals to `arrival`, messages to the `conversation`; what the hub sends leaves
here. It answers one frame of a link before it takes the next (`link`), so a sender can never run ahead of
the journal. It decides nothing and keeps nothing.
"""

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any
from weakref import WeakKeyDictionary

from websockets.asyncio.server import Server, ServerConnection, serve, unix_serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from protocol.errors import BadMessage, WishUnreadable
from protocol.model.moment import to_ms
from protocol.session.close_codes import CloseCode
from protocol.wire import SUBPROTOCOL
from protocol.wire.frames import decode_up
from protocol.wire.limits import MAX_UP_FRAME_BYTES
from server.faults.faults import Faults, Part
from server.faults.health import health
from server.gateway.address import Address, AddressUnusable
from server.gateway.arrival import World, arrive
from server.gateway.conversation import Conversation
from server.gateway.door import Admitted, TurnedAway, judge
from server.gateway.link import CLOSE_TIMEOUT_S, Link, end, reading
from server.gateway.melder_page import CLOSE_GONE_QUIET, CLOSE_MELDER_GONE, Page
from server.hub.hub import Hub
from server.journal.errors import JournalError
from server.journal.interface import Journal
from server.melder.desk import MelderDesk, MelderGone
from server.melder.door import Asked, Guesses, asked, is_own, page
from server.metrics import Metrics
from server.room.room import Room

log = logging.getLogger(__name__)

MAX_CLOSE_REASON_BYTES = 120
STOP_TIMEOUT_S = 4.0
"""For everybody's closing handshakes when the server stops."""


def _subprotocol(_connection: ServerConnection, offered: Sequence[Subprotocol]) -> Subprotocol | None:
    """A console's was judged at the door already; a melder's page offers none."""
    return Subprotocol(SUBPROTOCOL) if SUBPROTOCOL in offered else None


class Gateway:
    """Everything that arrives at the port."""

    def __init__(
        self,
        *,
        conversation: Conversation,
        room: Room,
        hub: Hub,
        melders: MelderDesk,
        journal: Journal,
        world: World,
        metrics: Metrics,
        faults: Faults,
        proven: Callable[[str, str], Awaitable[Any]],
        ticket_holder: Callable[[str], Any],
        make_ticket: Callable[[Any], str],
        clock: Callable[[], datetime],
        tasks: asyncio.TaskGroup,
    ) -> None:
        self._conversation = conversation
        self._room = room
        self._hub = hub
        self._journal = journal
        self._world = world
        self._metrics = metrics
        self._faults = faults
        self._proven = proven
        self._ticket_holder = ticket_holder
        self._make_ticket = make_ticket
        self._clock = clock
        self._tasks = tasks
        self._melders = melders
        self._guesses = Guesses()
        self._melder_lines: MutableMapping[ServerConnection, str] = WeakKeyDictionary()
        # Weak: some who are let in vanish before their link begins.
        self._admitted: MutableMapping[ServerConnection, Admitted] = WeakKeyDictionary()

    async def open(self, address: Address, *, tls: ssl.SSLContext | None = None) -> tuple[Server, ...]:
        """Listen there, until `close`. Raises AddressUnusable."""
        common: dict[str, Any] = {
            "process_request": self._handshake,
            "subprotocols": [Subprotocol(SUBPROTOCOL)],
            "select_subprotocol": _subprotocol,
            # Frames are small and packed already; a window per link would cost 45 KiB of each.
            "compression": None,
            # Our own heartbeat notices a cut within seconds, and never closes a link that is merely slow.
            "ping_interval": None,
            "max_size": MAX_UP_FRAME_BYTES,
            "max_queue": 4,
            "server_header": None,
            "open_timeout": 20,
            "close_timeout": CLOSE_TIMEOUT_S,
        }
        try:
            if address.unix_path is not None:
                return (await unix_serve(self._link, sock=address.sockets[0], **common),)
            return tuple([await serve(self._link, sock=each, ssl=tls, **common) for each in address.sockets])
        except OSError as error:  # another server, which claimed it in the same moment
            raise AddressUnusable(f"{address.said} cannot be listened on: {error.strerror}") from error

    async def close(self, servers: Sequence[Server]) -> None:
        """Stop listening and end every link; returns when all are gone."""
        for server in servers:
            server.close()
        try:
            async with asyncio.timeout(STOP_TIMEOUT_S):
                for server in servers:
                    await server.wait_closed()
        except TimeoutError:
            for server in servers:
                for connection in server.all_connections:
                    connection.transport.abort()
                await server.wait_closed()

    async def _handshake(self, connection: ServerConnection, request: Request) -> Response | None:
        match request.path:
            case "/health":
                return connection.respond(HTTPStatus.OK, health(self._hub.seq, self._faults.in_trouble()))
            case "/metrics":
                return self._metrics_page(connection)
            case "/":
                pass
            case path if (melder := asked(path.partition("?")[0])) is not None:
                return self._melder_handshake(connection, request, melder)
            case _:
                return connection.respond(HTTPStatus.NOT_FOUND, "There is /, /health and /metrics.\n")
        offered = [
            part.strip()
            for value in request.headers.get_all("Sec-WebSocket-Protocol")
            for part in value.split(",")
        ]
        if "Upgrade" not in request.headers:
            return connection.respond(
                HTTPStatus.UPGRADE_REQUIRED, "This is Openlijn: use its console, not a browser.\n"
            )
        verdict = await judge(
            dict(request.headers.raw_items()),
            offered,
            exercise=self._world.exercise,
            proven=self._proven,
            ticket_holder=self._ticket_holder,
        )
        if isinstance(verdict, TurnedAway):
            self._metrics.turned_away.labels(verdict.reason).inc()
            response = connection.respond(HTTPStatus(verdict.status), verdict.text)
            if verdict.status == HTTPStatus.UNAUTHORIZED:
                response.headers["WWW-Authenticate"] = 'Basic realm="openlijn"'
            return response
        self._admitted[connection] = verdict
        return None

    def _melder_handshake(
        self, connection: ServerConnection, request: Request, melder: Asked
    ) -> Response | None:
        """The page, or None for its line; whoever guesses codes is slowed down."""
        remote = connection.remote_address
        address = str(remote[0]) if remote else "unix"
        if not self._melders.knows(melder.code) and self._guesses.wrong(address):
            return connection.respond(HTTPStatus.TOO_MANY_REQUESTS, "Too many codes tried.\n")
        if melder.line and "Upgrade" in request.headers:
            if not is_own(request.headers.get("Origin"), request.headers.get("Host")):
                return connection.respond(HTTPStatus.FORBIDDEN, "Another site's page opens no line here.\n")
            self._melder_lines[connection] = melder.code
            return None
        body, headers = page()
        response = connection.respond(HTTPStatus.OK, body.decode())
        del response.headers["Content-Type"]
        response.headers.update(headers)
        return response

    async def _melder_line(self, connection: ServerConnection, code: str) -> None:
        try:
            await self._melders.serve(code, Page(connection))
        except MelderGone as gone:
            await end(connection, CLOSE_MELDER_GONE, gone.why)
        except BadMessage as error:
            self._metrics.bad_frames.labels(type(error).__name__).inc()
            # What a page sends is never written to the log: only what was wrong with it.
            log.warning("closing a melder's line: %s", type(error).__name__)
            await end(connection, CloseCode.BAD_MESSAGE, "not understood")
        else:
            await end(connection, CLOSE_GONE_QUIET, "come back")

    def _metrics_page(self, connection: ServerConnection) -> Response:
        metrics, board = self._metrics, self._room.board
        metrics.links.set(len(self._hub.peers))
        metrics.seq.set(board.seq)
        metrics.open_incidents.set(len(board.incidents) - len(board.closed))
        metrics.units.set(len(board.units))
        metrics.sent_bytes.set(self._hub.sent_bytes)
        response = connection.respond(HTTPStatus.OK, metrics.page().decode())
        del response.headers["Content-Type"]
        response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8"
        return response

    async def _link(self, connection: ServerConnection) -> None:
        """One websocket, from its first frame to its end. A fault in here ends this one and no other."""
        code = self._melder_lines.pop(connection, None)
        with self._faults.contained(Part.LINKS if code is None else Part.MELDERS) as talking:
            if code is None:
                await self._console(connection)
            else:
                await self._melder_line(connection, code)
        if talking.failed:
            await end(connection, CloseCode.RESUME, "something went wrong here: dial again")

    async def _console(self, connection: ServerConnection) -> None:
        admitted = self._admitted.pop(connection)
        peer = await arrive(
            self._hub,
            self._journal,
            self._world,
            admitted.account,
            Link(connection, self._tasks, self._faults),
            after=admitted.after,
            history=admitted.history,
            words=admitted.words,
            ticket=self._make_ticket(admitted.account),
            now=self._clock(),
            faults=self._faults,
        )
        self._metrics.arrivals.labels("resume" if peer.resumed else "snapshot").inc()
        try:
            frames = reading(connection, peer)
            while (frame := await frames.next()) is not None:
                if not isinstance(frame, bytes):
                    raise BadMessage("frames are binary, and this one is text")
                try:
                    message = decode_up(frame, now_ms=to_ms(self._clock()))
                except WishUnreadable as wish:
                    self._metrics.bad_frames.labels(type(wish).__name__).inc()
                    self._conversation.refuse_unreadable(peer, wish)
                else:
                    await self._conversation.answer(peer, message)
            log.info("link of %s ended: %s", peer.actor.name, connection.close_code)
        except BadMessage as error:
            kind = type(error).__name__
            self._metrics.bad_frames.labels(kind).inc()
            log.warning("closing the link of %s: %s: %s", peer.actor.name, kind, error)
            await end(connection, CloseCode.BAD_MESSAGE, _short(f"{kind}: {error}"))
        except JournalError as error:
            log.error("closing the link of %s: %s", peer.actor.name, error)
            await end(connection, CloseCode.AGAIN, "the journal cannot be read now: dial again")
        finally:
            self._hub.leave(peer)


def _short(text: str) -> str:
    return text.encode()[:MAX_CLOSE_REASON_BYTES].decode("utf-8", "ignore")
