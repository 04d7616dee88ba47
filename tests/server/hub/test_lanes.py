"""The lanes of a link: changes pass whatever else is under way, and each lane waits for the one above."""

from protocol.model.moment import to_ms
from protocol.wire.frames import encode
from protocol.wire.messages import Done, Piece
from server.documents.pieces import PIECE_BYTES, pieces
from tests.server.consoles import NOW, Console, Pipe
from tests.server.hub_steps import (
    ALIVE,
    DONE,
    LINE,
    PIECE,
    POSITIONS,
    SNAPSHOT,
    fix,
    kinds,
    live,
    pieces_in,
    town,
)
from tests.server.make import opening


async def test_a_change_passes_a_snapshot_under_way() -> None:
    """What is new is more urgent than what is old; both arrive."""
    made = await town(lines=200)
    console = Console(made, "anna")
    await console.dial()
    under_way = len(console.pipe.frames)
    assert console.peer is not None
    assert console.peer.snapshot is not None
    await made.do(opening("steekpartij"))
    assert kinds(console.pipe.frames)[under_way:] == ["change"]
    await console.flow()
    assert console.board == made.room.board


async def test_a_change_passes_a_document_under_way() -> None:
    """A piece is sent only when nothing else wants the link."""
    made = await town()
    console = await live(made)
    assert console.peer is not None
    console.peer.bulk.append(pieces(7, bytes(100 * PIECE_BYTES), 0))
    made.hub.pump(console.peer)
    before = len(console.pipe.frames)
    assert set(kinds(console.pipe.frames)) == {PIECE}
    await made.do(LINE)
    assert kinds(console.pipe.frames)[before:] == ["change"]
    await console.flow()
    assert console.board == made.room.board
    assert sum(isinstance(getattr(event, "piece", None), Piece) for event in console.events) == 100


async def test_a_history_passes_a_map_under_way() -> None:
    """What a person asked for goes first, whole; the map goes on behind it, and nothing of it is lost."""
    made = await town()
    console = await live(made)
    assert console.peer is not None
    console.peer.map_bulk.extend(pieces(id, bytes(50 * PIECE_BYTES), 0) for id in (1_000_000, 1_000_001))
    made.hub.pump(console.peer)
    assert set(pieces_in(console.pipe.frames)) == {1_000_000}
    before = len(console.pipe.frames)
    console.peer.bulk.append(pieces(7, bytes(60 * PIECE_BYTES), 0))
    seen: list[int] = []
    while console.pipe.frames:
        seen += pieces_in([console.pipe.frames[0]])
        await console.flow(1)
    assert seen[before:][:60] == [7] * 60
    assert (seen.count(7), seen.count(1_000_000), seen.count(1_000_001)) == (60, 50, 50)
    assert not console.peer.has_more


async def test_a_change_and_a_tick_pass_a_map_under_way() -> None:
    """The map is the last thing of all."""
    made = await town(units=1)
    console = await live(made)
    assert console.peer is not None
    console.peer.map_bulk.append(pieces(1_000_000, bytes(100 * PIECE_BYTES), 0))
    made.hub.pump(console.peer)
    await console.flow(2)
    before = len(console.pipe.frames)
    await made.do(LINE)
    assert kinds(console.pipe.frames)[before:] == ["change"]
    made.hub.acknowledged(console.peer, 0)
    made.hub.moved([fix(1)])
    while POSITIONS not in kinds(console.pipe.frames):
        assert await console.flow(1) == 1
        made.hub.tick(to_ms(NOW))
    await console.flow()
    assert console.board == made.room.board
    assert console.fix_by_unit == {1: fix(1)}


async def test_positions_wait_for_the_snapshot_and_documents_for_positions() -> None:
    """Lane by lane."""
    made = await town(lines=100, units=1)
    console = Console(made, "anna")
    await console.dial()
    assert console.peer is not None
    console.peer.bulk.append(pieces(7, bytes(100), 0))
    made.hub.moved([fix(1)])
    made.hub.tick(to_ms(NOW))
    assert POSITIONS not in kinds(console.pipe.frames)
    order: list[object] = []
    while console.pipe.frames:
        order += kinds([console.pipe.frames[0]])
        await console.flow(1)
        if not console.pipe.frames:
            made.hub.tick(to_ms(NOW))
    lanes = [tag for tag in order if tag in (SNAPSHOT, POSITIONS, PIECE)]
    last_snapshot = max(place for place, tag in enumerate(lanes) if tag == SNAPSHOT)
    assert set(lanes[: last_snapshot + 1]) == {SNAPSHOT}
    assert set(lanes[last_snapshot + 1 :]) == {POSITIONS, PIECE}


async def test_an_answer_waits_for_its_facts() -> None:
    """A link that takes no more now gets the change, and then the answer to it."""
    made = await town()
    console = await live(made)
    assert console.peer is not None
    while console.peer.pace.has_room_for_changes:
        console.peer.pace.sent(100, made.now_s)
    id = await console.wish(LINE)
    assert not console.pipe.frames
    made.hub.acknowledged(console.peer, console.peer.pace.in_flight_bytes)
    assert kinds(console.pipe.frames) == [ALIVE, "change", DONE]
    await console.flow()
    assert console.answered == [id]


async def test_the_answer_to_an_old_wish_waits_for_the_snapshot() -> None:
    """Its facts are in there; a refusal need not wait."""
    made = await town(lines=200)
    pipe = Pipe()
    peer = await made.arrive(pipe)
    assert peer.snapshot is not None
    made.hub.reply(peer, encode(Done(id=1, seq=2)), after_seq=2)
    assert DONE not in kinds(pipe.frames)
    for _ in range(200):
        made.hub.acknowledged(peer, peer.pace.in_flight_bytes)
    order = [tag for tag in kinds(pipe.frames) if tag in (SNAPSHOT, DONE)]
    assert order == [SNAPSHOT] * (len(order) - 1) + [DONE]
