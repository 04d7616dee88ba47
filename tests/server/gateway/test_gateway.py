"""The gateway on a real port: who comes in, what is answered, over which roads."""

import asyncio
import logging
import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Subprotocol

from protocol.commands.timeline import AddEntry
from protocol.commands.units import SignOnUnit
from protocol.errors import Reason
from protocol.model.fix import Fix
from protocol.model.moment import EPOCH
from protocol.model.point import from_grid
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.release import told
from protocol.wire import SUBPROTOCOL
from protocol.wire.frames import encode
from protocol.wire.messages import Done, Fetch, Piece, Positions, Refusal, SnapshotPart, Welcome
from server.settings.settings import Settings
from tests.server.accounts_file import secret_of, with_accounts
from tests.server.live import UPGRADE, Served, basic, counted, get, packed, serving, staying
from tests.server.make import opening
from tests.waiting import until


async def test_a_first_melding_from_door_to_answer(served: Served) -> None:
    """Welcome, board, wish, fact, answer."""
    async with served.wire() as wire:
        welcome = await wire.next()
        assert isinstance(welcome, Welcome)
        assert (welcome.name, welcome.role, welcome.world) == ("anna", Role.CENTRALIST, "meldkamer")
        assert isinstance(await wire.next(), SnapshotPart)
        assert await wire.do(opening()) == Done(id=1, seq=2, number=1)
        refused = await wire.do(AddEntry(incident=9, text=Text("x")))
        assert isinstance(refused, Refusal)
        assert (refused.reason, refused.args_by_name()) == (
            Reason.NO_SUCH_INCIDENT,
            {"incident": 9, "last": 1},
        )


async def test_health_and_metrics_need_no_account(served: Served) -> None:
    """On the same port; no name of anybody stands in them."""
    health = await get(served.port, "/health")
    assert (health.status, health.body) == (200, f"ok 1\n{told('openlijn-server')}\n")
    async with served.wire() as wire:
        await wire.do(opening())
        page = await get(served.port, "/metrics")
        assert page.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        assert "anna" not in page.body
        samples = await counted(served.port)
    assert samples["openlijn_links",] == 1
    assert 2 <= samples["openlijn_seq",] <= served.listening.room.board.seq
    assert samples["openlijn_open_incidents",] == 1
    assert samples["openlijn_commands_total", "done"] == 1
    assert samples["openlijn_arrivals_total", "snapshot"] == 1
    assert samples["openlijn_sent_bytes",] > 50


@pytest.mark.parametrize(
    ("path", "status"), [("/", 426), ("/x", 404), ("/health/../x", 404), ("/metrics?x", 404)]
)
async def test_a_browser_is_told_where_it_is(served: Served, path: str, status: int) -> None:
    """One sentence, and no traceback."""
    answer = await get(served.port, path)
    assert answer.status == status
    assert len(answer.body.splitlines()) == 1


BAD_HANDSHAKES: list[tuple[dict[str, str], int, str]] = [
    ({}, 401, "secret"),
    ({"Authorization": basic("anna", "fout")}, 401, "wrong secret"),
    ({"Authorization": basic("carla", "x")}, 401, "Unknown name"),
    ({"Authorization": "Basic é"}, 401, "wrong secret"),
    ({"Authorization": "Bearer vervallen"}, 401, "void ticket"),
    ({"Authorization": basic("anna"), "Openlijn-After": "nergens"}, 400, "HISTORY:NUMBER"),
    ({"Authorization": basic("anna"), "Sec-WebSocket-Protocol": "openlijn.99"}, 426, "openlijn.99"),
    ({"Authorization": basic("anna"), "Sec-WebSocket-Protocol": "\xff"}, 426, "This server speaks"),
    ({"Authorization": basic("anna"), "Sec-WebSocket-Version": "7"}, 400, ""),
    ({"Authorization": basic("anna"), "Sec-WebSocket-Key": "kort"}, 400, ""),
]


@pytest.mark.parametrize(("headers", "status", "words"), BAD_HANDSHAKES)
async def test_a_bad_handshake_is_refused_in_words(
    served: Served, headers: dict[str, str], status: int, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    """With the status that a console understands; the server goes on and logs no traceback."""
    answer = await get(served.port, "/", {**UPGRADE, **headers})
    assert answer.status == status
    assert words in answer.body
    assert not [record for record in caplog.records if record.exc_info and record.name.startswith("server")]
    assert (await get(served.port, "/health")).status == 200
    assert not served.listening.hub.peers


async def test_a_header_sent_twice_is_no_way_in(served: Served) -> None:
    """Whichever is right."""
    twice = {**UPGRADE, "Authorization": basic("anna"), "authorization": basic("anna", "fout")}
    assert (await get(served.port, "/", twice)).status in (400, 401)


async def test_a_ticket_opens_until_the_account_changes(served: Served) -> None:
    """The second link needs no secret; with another secret the ticket is void."""
    async with served.wire() as wire:
        welcome = await wire.next()
    assert isinstance(welcome, Welcome)
    by_ticket = {"Authorization": f"Bearer {welcome.ticket}"}
    async with served.wire(headers=by_ticket) as wire:
        assert isinstance(await wire.next(), Welcome)
    with_accounts(served.directory, {"anna": Role.CENTRALIST})
    with pytest.raises(InvalidStatus) as caught:
        async with served.wire(headers=by_ticket):
            pass
    assert caught.value.response.status_code == 401


async def test_an_account_of_an_exercise_does_not_open_a_live_world(tmp_path: Path) -> None:
    """Also when its file was copied over; the exercise itself goes on to let it in."""
    played, live = tmp_path / "oefening", tmp_path / "echt"
    async with serving(played, settings=Settings(exercise=True)) as served, served.wire() as wire:
        assert isinstance(await wire.next(), Welcome)
    live.mkdir(mode=0o700)
    async with serving(live, accounts_of=played) as served:
        answer = await get(served.port, "/", {**UPGRADE, "Authorization": basic("anna")})
        assert (answer.status, answer.body) == (
            403,
            "This world is live, and your account is for an exercise.\n",
        )
        assert (await counted(served.port))["openlijn_turned_away_total", "other-kind"] == 1


async def test_a_command_twice_is_done_once(served: Served) -> None:
    """On one link or on two, one after the other or both at once: the same answer."""
    async with served.wire() as one, served.wire() as two:
        first = await one.do(opening(), id=7)
        assert await one.do(opening(), id=7) == first
        answers = await asyncio.gather(one.do(opening(), id=8), two.do(opening(), id=8))
        assert answers[0] == answers[1]
        assert await two.do(opening(), id=7) == first
    assert served.listening.room.board.last_incident == 2


async def test_two_consoles_of_one_account_both_work(served: Served) -> None:
    """Each has every change, and the answers to its own wishes only."""
    async with served.caller() as one, served.caller() as two:
        answers = await asyncio.gather(*(caller.wish(opening()) for caller in (one, two) for _ in range(20)))
        assert all(isinstance(answer, Done) for answer in answers)
        board = served.listening.room.board
        await until(lambda: one.board == two.board == board)
        assert board.last_incident == 40


@pytest.mark.parametrize("after", ["{history}:999999", "{history}:1", "anders:1", "{history}:0"])
async def test_whatever_number_a_console_claims_it_gets_the_board(served: Served, after: str) -> None:
    """A number from the future or of another journal is answered with a snapshot."""
    async with served.wire() as wire:
        welcome = await wire.next()
        await wire.do(opening())
    assert isinstance(welcome, Welcome)
    claim = after.format(history=welcome.history)
    async with served.wire(headers={"Authorization": basic("anna"), "Openlijn-After": claim}) as wire:
        again = await wire.next()
    assert isinstance(again, Welcome)
    assert again.snapshot is (claim != f"{welcome.history}:1")
    assert again.newest == 2


async def test_who_only_looks_can_change_nothing(served: Served) -> None:
    """Commands are refused in words, positions are not taken."""
    async with served.wire("kijker") as wire, served.wire() as other:
        refused = await wire.do(opening())
        assert isinstance(refused, Refusal)
        assert refused.reason == Reason.NOT_ALLOWED
        await other.do(SignOnUnit(call_sign=Name("12.03")))
        await wire.send(Positions(fixes=(Fix(unit=1, point=from_grid(0, 0), at=EPOCH),)))
        await wire.do(opening())
    assert served.listening.hub.fix_by_unit == {}


async def test_a_position_from_the_future_counts_as_of_now(served: Served) -> None:
    """A clock that runs half an hour ahead does not hold a unit in its place for half an hour."""
    clock_ahead_ms = 1_800_000
    async with served.wire() as wire:
        welcome = await wire.next()
        assert isinstance(welcome, Welcome)
        await wire.do(SignOnUnit(call_sign=Name("12.03")))
        now_ms = int(welcome.now.timestamp() * 1000)
        there, here = from_grid(100, 100), from_grid(200, 200)
        for point, sent_ms in ((there, now_ms + clock_ahead_ms), (here, now_ms + 60_000)):
            fixes = (Fix(unit=1, point=point, at=EPOCH.fromtimestamp(sent_ms / 1000, EPOCH.tzinfo)),)
            await wire.send(encode(Positions(fixes=fixes), now_ms=sent_ms))
        await wire.do(opening())
    assert served.listening.hub.fix_by_unit[1].point == here


async def test_a_history_is_fetched_in_pieces_from_any_byte(served: Served) -> None:
    """What arrived before a cut need not come again; a name that means nothing is refused."""
    async with served.wire() as wire:
        await wire.do(opening())
        for number in range(10):
            await wire.do(AddEntry(incident=1, text=Text(f"regel {number}")))
        whole = await _fetched(wire, Fetch(id=50, document="history/1"))
        assert whole.count(b"\n") == 11
        assert await _fetched(wire, Fetch(id=51, document="history/1", offset=700)) == whole[700:]
        assert await _fetched(wire, Fetch(id=52, document="history/1", offset=2**62)) == b""
        for name in ("history/9", "history/" + "9" * 5_000, "../../etc/passwd"):
            await wire.send(Fetch(id=53, document=name))
            while not isinstance(answer := await wire.next(), Refusal):
                pass
            assert answer.reason in (Reason.INVALID, Reason.NO_SUCH_INCIDENT)


async def _fetched(wire: Any, fetch: Fetch) -> bytes:
    await wire.send(fetch)
    came = b""
    while True:
        message = await wire.next()
        if isinstance(message, Piece) and message.id == fetch.id:
            came += message.data
            await wire.send(_receipt())
            if message.offset + len(message.data) >= message.total:
                return came


def _receipt() -> bytes:
    """A receipt of a piece, generously."""
    return packed([5, 600])


async def test_over_tls(tmp_path: Path) -> None:
    """With a certificate that the console trusts; without TLS nobody gets a word in."""
    authority = trustme.CA()
    inside, outside = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("localhost").configure_cert(inside)
    authority.configure_trust(outside)
    async with serving(tmp_path / "data", tls=inside) as served:
        async with await connect(
            f"wss://localhost:{served.port}",
            host="127.0.0.1",
            ssl=outside,
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            additional_headers={"Authorization": basic("anna")},
            proxy=None,
        ) as link:
            assert await link.recv()
        with pytest.raises((OSError, EOFError, IndexError)):
            await get(served.port, "/health")


async def test_over_a_unix_socket(tmp_path: Path) -> None:
    """The same server, and no file is left behind."""
    path = tmp_path / "lijn"
    async with serving(tmp_path / "data", unix_path=path), staying(f"ws+unix://{path}", "anna") as caller:
        answer = await caller.wish(opening())
        assert isinstance(answer, Done)
        assert (answer.seq, answer.number) == (2, 1)
    assert not path.exists()


async def test_a_secret_never_reaches_a_log(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the right one nor a wrong one, at any level."""
    caplog.set_level(logging.INFO)
    await get(served.port, "/", {**UPGRADE, "Authorization": basic("anna", "bijna-goed")})
    async with served.wire() as wire:
        welcome = await wire.next()
        await wire.send(b"\xc1")
        await wire.ended()
    assert isinstance(welcome, Welcome)
    for secret in (secret_of("anna"), "bijna-goed", basic("anna").split()[1], welcome.ticket):
        assert secret not in caplog.text
        for path in served.directory.iterdir():
            assert secret.encode() not in path.read_bytes()
