"""The link: dials, resumes, sends each wish once, and says what is wrong."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

import pytest
import trustme
from websockets.asyncio.server import ServerConnection, serve, unix_serve
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from console.memory.run_memory import RunMemory
from console.net.access import Access, access
from console.net.link import Link, new_link
from console.texts.texts import Texts
from console.texts.trouble import CannotGoOn
from protocol.address import read_address
from protocol.change import Change
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import JoinLine
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason
from protocol.facts.units import UnitSignedOn
from protocol.model.board import BEGINNING, Board
from protocol.model.moment import to_ms
from protocol.model.place import Place
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.events import Answered, Event, LinkState, PieceCame, Welcomed
from protocol.wire import SUBPROTOCOL, VERSION
from protocol.wire.deltas import DeltaWriter
from protocol.wire.frames import encode
from protocol.wire.messages import Done, Fetch, Refusal, Welcome
from protocol.wire.snapshot_writer import write_snapshot
from tests.console.serving import served, until

BRAND = OpenIncident(what=Name("brand"), place=Place(name=Name("Markt 5")))
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def _live(link: Link) -> Callable[[], bool]:
    return lambda: link.session.state is LinkState.LIVE


def _events(link: Link) -> list[Event]:
    events: list[Event] = []
    link.store.listen(events.append)
    return events


def _answers(events: list[Event]) -> list[Done | Refusal]:
    return [event.answer for event in events if isinstance(event, Answered)]


async def test_a_wish_is_done_and_on_the_board(tmp_path: Path) -> None:
    """A command goes up, its facts come down before its answer, and the board has it."""
    async with served(tmp_path) as server:
        link = new_link(server.access)
        events = _events(link)
        async with link.running():
            await until(link, _live(link))
            id = link.wish(BRAND)
            await until(link, lambda: _answers(events))
            [answer] = _answers(events)
            assert isinstance(answer, Done)
            assert (answer.id, link.store.board.incidents[answer.number].what) == (id, "brand")
            assert link.store.waiting == ()
            assert link.trouble is None
        assert link.session.state is LinkState.CONNECTING


async def test_a_refusal_comes_back_with_its_reason(tmp_path: Path) -> None:
    """What the server refuses is answered too."""
    async with served(tmp_path) as server:
        link = new_link(server.access)
        events = _events(link)
        async with link.running():
            await until(link, _live(link))
            link.wish(JoinLine(incident=77))
            await until(link, lambda: _answers(events))
        [answer] = _answers(events)
        assert isinstance(answer, Refusal)
        assert answer.reason is Reason.NO_SUCH_INCIDENT


async def test_a_restarted_server_is_resumed_without_a_snapshot(tmp_path: Path) -> None:
    """After a cut the link comes back by itself, with its ticket, from its last number, and what was wished
    meanwhile is done once."""
    async with served(tmp_path) as server:
        link = new_link(server.access)
        events = _events(link)
        running = link.running()
        await running.__aenter__()
        await until(link, _live(link))
        link.wish(BRAND)
        await until(link, lambda: _answers(events))
    try:
        async with asyncio.timeout(10):
            while link.session.state is not LinkState.CONNECTING:
                await asyncio.sleep(0.01)
        link.wish(SignOnUnit(call_sign=Name("12.03")))
        assert len(link.store.waiting) == 1
        port = server.listening.port
        async with served(tmp_path, port=port, secret="not needed: the ticket serves"):
            await until(link, lambda: len(_answers(events)) == 2)
            assert [unit.call_sign for unit in link.store.board.units.values()] == ["12.03"]
            welcomes = [event.welcome for event in events if isinstance(event, Welcomed)]
            assert [welcome.snapshot for welcome in welcomes] == [True, False]
            assert link.trouble is None
            await running.__aexit__(None, None, None)
    except BaseException:
        await running.__aexit__(None, None, None)
        raise


async def test_a_document_comes_in_pieces(tmp_path: Path) -> None:
    """A fetch yields the document from the asked byte on."""
    async with served(tmp_path) as server:
        link = new_link(server.access)
        events = _events(link)
        async with link.running():
            assert not link.fetch(Fetch(id=1, document="history/1"))
            await until(link, _live(link))
            link.wish(BRAND)
            await until(link, lambda: _answers(events))
            assert link.fetch(Fetch(id=1, document="history/1", offset=5))
            await until(link, lambda: any(isinstance(event, PieceCame) for event in events))
        pieces = [event.piece for event in events if isinstance(event, PieceCame)]
        assert pieces[0].offset == 5
        assert b"IncidentOpened" in b"".join(piece.data for piece in pieces)


async def test_a_wrong_secret_ends_it(tmp_path: Path) -> None:
    """Dialling again with a wrong secret cannot help, so the link stops and says why."""
    async with served(tmp_path) as server:
        link = new_link(Access(address=server.access.address, secret="wrong"))
        with pytest.raises(CannotGoOn) as caught:
            async with link.running():
                await until(link, _live(link))
        assert caught.value.trouble.key == "trouble-wrong-secret"
        assert link.dials == 1


async def test_a_unix_socket_is_dialled(tmp_path: Path) -> None:
    """ws+unix:// dials the socket at that path."""
    path = tmp_path / "s"
    async with unix_serve(_welcoming(Board()), path=str(path), subprotocols=[Subprotocol(SUBPROTOCOL)]):
        link = new_link(Access(address=read_address(f"ws+unix://anna@{path}"), secret="x"))
        async with link.running():
            await until(link, _live(link))


@asynccontextmanager
async def _faked(
    handler: Callable[[ServerConnection], Awaitable[None]],
    status: Callable[[Request], tuple[int, str] | None] = lambda request: None,
    subprotocol: str = SUBPROTOCOL,
) -> AsyncIterator[Access]:
    """A server that behaves as the test says, on a free port."""

    def process(connection: ServerConnection, request: Request) -> Response | None:
        answer = status(request)
        return None if answer is None else connection.respond(HTTPStatus(answer[0]), answer[1])

    async with serve(
        handler, "127.0.0.1", 0, process_request=process, subprotocols=[Subprotocol(subprotocol)]
    ) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield Access(address=read_address(f"ws://anna@127.0.0.1:{port}"), secret="s3cret")


def _welcome(board: Board, *, snapshot: bool = True, ticket: str = "t1") -> bytes:
    return encode(
        Welcome(
            world=Name("oefenstad"),
            exercise=True,
            name=Name("anna"),
            role=Role.CENTRALIST,
            now=NOW,
            history="h1",
            seq=board.seq,
            at=board.at,
            snapshot=snapshot,
            newest=board.seq,
            ticket=ticket,
        )
    )


def _welcoming(board: Board, *after: bytes) -> Callable[[ServerConnection], Awaitable[None]]:
    """Sends a welcome, the whole board and then these frames; then listens until the end."""

    async def handler(connection: ServerConnection) -> None:
        await connection.send(_welcome(board))
        for part in write_snapshot(board):
            await connection.send(encode(part))
        for frame in after:
            await connection.send(frame)
        await connection.wait_closed()

    return handler


async def test_the_handshake_is_lean_and_says_what_we_have() -> None:
    """Name and secret first, the ticket and the last number afterwards; no deflate, no user agent."""
    seen: list[Request] = []
    board = Board(seq=7, at=BEGINNING)

    async def handler(connection: ServerConnection) -> None:
        await connection.send(_welcome(board))
        for part in write_snapshot(board):
            await connection.send(encode(part))

    def note(request: Request) -> None:
        seen.append(request)

    async with _faked(handler, note) as given:
        link = new_link(given)
        async with link.running(), asyncio.timeout(5):
            while len(seen) < 2:
                await asyncio.sleep(0.01)
    first, second = seen[:2]
    assert first.headers["Authorization"] == "Basic YW5uYTpzM2NyZXQ="
    assert "Openlijn-After" not in first.headers
    assert (second.headers["Authorization"], second.headers["Openlijn-After"]) == ("Bearer t1", "h1:7")
    for request in seen:
        assert "User-Agent" not in request.headers
        assert "Sec-WebSocket-Extensions" not in request.headers


async def test_a_void_ticket_falls_back_to_the_secret() -> None:
    """When the server no longer takes the ticket, the secret is given at once."""
    seen: list[str] = []

    def refuse_tickets(request: Request) -> tuple[int, str] | None:
        seen.append(request.headers["Authorization"].split()[0])
        return (401, "void") if seen[-1] == "Bearer" else None

    async def hang_up(connection: ServerConnection) -> None:
        await connection.send(_welcome(Board()))

    async with _faked(hang_up, refuse_tickets) as given:
        link = new_link(given)
        async with link.running(), asyncio.timeout(5):
            while len(seen) < 3:
                await asyncio.sleep(0.01)
    assert seen[:3] == ["Basic", "Bearer", "Basic"]


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (
            426,
            "This is openlijn.9.",
            f"The server speaks version 9 of Openlijn, this console version {VERSION}. "
            "Install Openlijn 0.9 and start it again.",
        ),
        (
            426,
            "This is openlijn.1.",
            f"The server still speaks version 1 of Openlijn, this console version {VERSION} already. "
            "Have the server updated, or start Openlijn 0.1.",
        ),
        (400, "no", f"The server speaks another version than this console (version {VERSION}): no"),
        (404, "", "What answers there is not an openlijn server (answer 404)."),
        (401, "", "The server does not know anna with this secret."),
    ],
)
async def test_an_answer_that_cannot_change_ends_it(status: int, body: str, sentence: str) -> None:
    """Another version, another kind of server, a wrong secret: the link stops and names it."""
    async with _faked(_welcoming(Board()), lambda request: (status, body)) as given:
        link = new_link(given)
        with pytest.raises(CannotGoOn) as caught:
            async with link.running():
                await until(link, _live(link))
    assert caught.value.trouble.sentence(Texts("en", strict=True)) == sentence
    assert link.dials == 1


async def test_a_redirect_elsewhere_is_not_followed() -> None:
    """The secret goes to nobody else, and the console lives on: it says why there is no link."""
    seen: list[Request] = []

    async def never(connection: ServerConnection) -> None:
        raise AssertionError("nobody is let in here")

    async with _faked(never, seen.append) as elsewhere:

        def redirect(connection: ServerConnection, request: Request) -> Response:
            response = connection.respond(HTTPStatus.FOUND, "")
            response.headers["Location"] = elsewhere.address.url
            return response

        async with serve(_welcoming(Board()), "127.0.0.1", 0, process_request=redirect) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            link = new_link(Access(address=read_address(f"ws://anna@127.0.0.1:{port}"), secret="s3cret"))
            async with link.running(), asyncio.timeout(5):
                while link.dials < 2:
                    await asyncio.sleep(0.01)
    assert seen == []
    assert link.trouble is not None
    assert link.trouble.key == "trouble-unreachable"


async def test_a_busy_server_is_dialled_again() -> None:
    """503 passes: the link waits a little and tries once more."""
    answers: list[tuple[int, str] | None] = [(503, "full"), None]
    async with _faked(_welcoming(Board()), lambda request: answers.pop(0)) as given:
        link = new_link(given)
        async with link.running():
            await until(link, _live(link))
        assert link.dials == 2


async def test_an_unreachable_server_is_dialled_again() -> None:
    """Nobody there: the link says so and keeps trying."""
    link = new_link(Access(address=read_address("ws://anna@127.0.0.1:9"), secret="x"))
    async with link.running(), asyncio.timeout(5):
        while link.dials < 2:
            await asyncio.sleep(0.01)
    assert link.trouble is not None
    assert link.trouble.key == "trouble-unreachable"


async def test_an_unreadable_frame_closes_the_link_and_dials_again() -> None:
    """Bytes that are no message are named, and the conversation begins anew."""
    bad = [b"\xc1"]

    async def handler(connection: ServerConnection) -> None:
        frames = [bad.pop()] if bad else []
        await _welcoming(Board(), *frames)(connection)

    async with _faked(handler) as given:
        link = new_link(given)
        troubles = []
        link.store.listen(lambda event: troubles.append(link.trouble))
        async with link.running():
            await until(link, lambda: link.dials == 2 and _live(link)())
    assert "trouble-bad-message" in [trouble.key for trouble in troubles if trouble]


async def test_a_change_out_of_step_asks_for_a_snapshot() -> None:
    """A change that does not follow is not folded; what is known stays while the board is fetched anew."""
    board = Board(seq=7, at=BEGINNING)
    writer = DeltaWriter(9, to_ms(BEGINNING))
    fact = UnitSignedOn(unit=1, call_sign=Name("12.03"))
    gap = writer.write(Change(seq=10, at=NOW, by=Name("x"), facts=(fact,))).plain
    frames = [gap]
    asked: list[str | None] = []

    async def handler(connection: ServerConnection) -> None:
        assert connection.request is not None
        asked.append(connection.request.headers.get("Openlijn-After"))
        await _welcoming(board, *([frames.pop()] if frames else []))(connection)

    async with _faked(handler) as given:
        link = new_link(given)
        async with link.running():
            await until(link, lambda: link.dials == 2 and _live(link)())
            assert link.store.board.seq == 7
    assert asked == [None, None]


async def test_silence_is_noticed_and_dialled_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that says nothing any more is left for a new link."""
    monkeypatch.setattr("protocol.session.timing.SILENT_AFTER_S", 0.05)
    monkeypatch.setattr("protocol.session.timing.REDIAL_AFTER_S", 0.6)
    async with _faked(_welcoming(Board())) as given:
        link = new_link(given)
        states: list[LinkState] = []
        link.store.listen(lambda event: states.append(link.session.state))
        async with link.running():
            await until(link, lambda: link.dials >= 2)
    assert LinkState.SILENT in states


async def test_unanswered_wishes_are_kept_on_disk(tmp_path: Path) -> None:
    """A wish stands in the file until its answer; the next run can send it again, and it is done once."""
    async with served(tmp_path) as server:
        first = RunMemory(server.access.address, state=tmp_path / "state")
        link = new_link(server.access, keep=first)
        link.wish(BRAND)
        # This run dies before it was ever connected: the lock goes with the process.
        first.abandon()
        second = RunMemory(server.access.address, state=tmp_path / "state")
        [left] = second.left
        wishes = left.wishes
        link = new_link(server.access, keep=second)
        events = _events(link)
        async with link.running():
            await until(link, _live(link))
            for wish in wishes:
                link.again(wish)
            left.forget_wishes()
            await until(link, lambda: _answers(events))
            link.again(wishes[0])
            await until(link, lambda: len(_answers(events)) == 2)
        assert len(link.store.board.incidents) == 1
        second.close()
        assert [path for path in (tmp_path / "state").rglob("*") if path.is_file()] == []


async def test_a_withheld_wish_that_is_forgotten_leaves_nothing(tmp_path: Path) -> None:
    """Made before any welcome, and nobody wants it: it never goes, and is not kept either."""
    async with served(tmp_path / "data") as server:
        memory = RunMemory(server.access.address, state=tmp_path / "state")
        link = new_link(server.access, keep=memory)
        id = link.wish(BRAND)
        async with link.running():
            await until(link, _live(link))
            assert [wish.id for wish in link.store.withheld] == [id]
            link.forget(id)
            assert link.store.withheld == ()
        assert not link.store.board.incidents
        memory.close()
        assert [path for path in (tmp_path / "state").rglob("*") if path.is_file()] == []


async def test_wishes_outlive_a_server_of_another_version(tmp_path: Path) -> None:
    """Its console ends in words, and what had no answer waits on the disk for the version that comes."""
    newer = 426, "This server speaks openlijn.9, you offered openlijn.2."
    async with _faked(_welcoming(Board()), lambda request: newer) as given:
        keep = RunMemory(given.address, state=tmp_path / "state")
        link = new_link(given, keep=keep)
        link.wish(BRAND)
        with pytest.raises(CannotGoOn):
            async with link.running():
                await until(link, _live(link))
        keep.close()
        [left] = RunMemory(given.address, state=tmp_path / "state").left
    assert [wish.command for wish in left.wishes] == [BRAND]


async def test_a_link_that_is_cancelled_while_it_ends_stops() -> None:
    """Leaving the block closes the link, also in the instant in which the server hangs up."""

    async def hang_up(connection: ServerConnection) -> None:
        await connection.send(_welcome(Board()))

    async with _faked(hang_up) as given:
        for delay_ms in range(40):
            link = new_link(given)
            async with asyncio.timeout(5), link.running():
                await until(link, lambda link=link: link.session.welcome is not None)  # type: ignore[misc]
                await asyncio.sleep(delay_ms / 20_000)


async def test_a_server_with_a_certificate_is_dialled(tmp_path: Path) -> None:
    """wss:// with the right certificates connects; without them the link stops and says so."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    pem = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(pem)
    environ = {"OPENLIJN_SECRET": "x"}
    async with serve(
        _welcoming(Board()), "localhost", 0, ssl=context, subprotocols=[Subprotocol(SUBPROTOCOL)]
    ) as server:
        url = f"wss://anna@localhost:{next(iter(server.sockets)).getsockname()[1]}"
        link = new_link(access(url, ca_file=pem, environ=environ))
        async with link.running():
            await until(link, _live(link))
        with pytest.raises(CannotGoOn, match="trouble-tls"):
            async with new_link(access(url, environ=environ)).running():
                await asyncio.sleep(20)


async def test_what_a_listener_raises_comes_out_as_itself() -> None:
    """An error of whoever listens ends the link and is not wrapped in groups."""

    def fail(_event: Event) -> None:
        raise BrokenPipeError

    async with _faked(_welcoming(Board())) as given:
        link = new_link(given)
        link.store.listen(fail)
        with pytest.raises(BrokenPipeError):
            async with link.running():
                await asyncio.sleep(20)
