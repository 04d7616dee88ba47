"""The hub: changes first, then snapshots, positions and documents; nobody waits for a slow console."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

import server.run
from protocol.commands import AddEntry, SignOffUnit, SignOnUnit
from protocol.model.fix import Fix
from protocol.model.moment import to_ms
from protocol.model.point import from_grid
from protocol.model.text import Name, Text
from protocol.session.timing import DEAF_AFTER_S
from protocol.wire.deltas import DELTA_TAGS
from protocol.wire.frames import encode
from protocol.wire.messages import Alive, Done, Piece
from protocol.wire.packing import unpack
from server.hub import CLOSE_DEAF, CLOSE_RESUME
from server.peer import Peer
from server.pieces import PIECE_BYTES, pieces
from server.run import RECENT_CHANGES
from server.visibility import ROOM
from tests.server.consoles import NOW, Console, Pipe, Town
from tests.server.make import opening

LINE = AddEntry(incident=1, text=Text("een regel"))
WELCOME, ALIVE, SNAPSHOT, POSITIONS, DONE, PIECE = 4, 5, 6, 9, 10, 12


def kinds(frames: Iterable[bytes]) -> list[object]:
    """The tags of frames, every change as "change"."""
    tags = [unpack(frame, max_bytes=1 << 20)[0] for frame in frames]
    return ["change" if tag in DELTA_TAGS else tag for tag in tags]


def pieces_in(frames: Iterable[bytes]) -> list[int]:
    """The ids of the documents of which these frames carry pieces, in their order."""
    raw = [unpack(frame, max_bytes=1 << 20) for frame in frames]
    return [each[1] for each in raw if each[0] == PIECE]


def fix(unit: int, step: int = 0, *, seconds_ago: int = 0) -> Fix:
    """Where a unit is; `step` moves it."""
    return Fix(unit=unit, point=from_grid(5_192_000 + step, 449_000), at=NOW - timedelta(seconds=seconds_ago))


async def town(lines: int = 0, units: int = 0) -> Town:
    """A town with an incident of this many lines and units 1 to n."""
    made = Town()
    await made.do(opening())
    for number in range(1, units + 1):
        await made.do(SignOnUnit(call_sign=Name(f"12.{number:02}")))
    for number in range(lines):
        await made.do(AddEntry(incident=1, text=Text(f"regel {number} {hash(str(number)):x}")))
    return made


async def live(made: Town, name: str = "anna") -> Console:
    """A console that has everything and has acknowledged it."""
    console = Console(made, name)
    await console.dial()
    await console.flow()
    peer = console.peer
    assert peer is not None
    made.hub.acknowledged(peer, peer.pace.in_flight_bytes)
    await console.flow()
    return console


def full(peer: Peer, made: Town) -> None:
    """Its link has no room for what can wait."""
    while peer.pace.has_room:
        peer.pace.sent(50, made.now_s)


async def test_first_the_welcome_then_the_snapshot() -> None:
    """The board arrives whole."""
    made = await town(lines=20)
    console = Console(made, "anna")
    await console.dial()
    assert kinds(console.pipe.frames)[:2] == [WELCOME, SNAPSHOT]
    await console.flow()
    assert console.board == made.room.board


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


async def test_the_last_position_wins() -> None:
    """A link without room gets nothing; when it has room it gets where things are now, once."""
    made = await town(units=2)
    console = await live(made)
    assert console.peer is not None
    full(console.peer, made)
    for step in range(5):
        made.hub.moved([fix(1, step), fix(2, step)])
        made.hub.tick(to_ms(NOW))
    assert not console.pipe.frames
    made.hub.acknowledged(console.peer, console.peer.pace.in_flight_bytes)
    made.hub.moved([fix(1, 9)])
    made.hub.tick(to_ms(NOW))
    assert kinds(console.pipe.frames) == [ALIVE, POSITIONS]
    await console.flow()
    assert console.fix_by_unit == {1: fix(1, 9), 2: fix(2, 4)}


async def test_a_tick_tells_those_in_step_only_what_moved() -> None:
    """And nothing when nothing moved."""
    made = await town(units=2)
    console = await live(made)
    made.hub.moved([fix(1), fix(2)])
    made.hub.tick(to_ms(NOW))
    await console.flow()
    made.hub.moved([fix(2, 5)])
    made.hub.tick(to_ms(NOW))
    made.hub.tick(to_ms(NOW))
    assert kinds(console.pipe.frames) == [POSITIONS]
    console.fix_by_unit.clear()
    await console.flow()
    assert console.fix_by_unit == {2: fix(2, 5)}


async def test_who_comes_late_gets_where_everybody_is() -> None:
    """Also of units that have not moved since."""
    made = await town(units=2)
    for step in range(3):
        made.hub.moved([fix(1 + step % 2, step)])
        made.hub.tick(to_ms(NOW))
    console = await live(made)
    made.hub.tick(to_ms(NOW))
    await console.flow()
    assert console.fix_by_unit == {1: fix(1, 2), 2: fix(2, 1)}


async def test_an_older_position_does_not_undo_a_newer_one() -> None:
    """Nor does one of a unit that is not on duty count."""
    made = await town(units=1)
    made.hub.moved([fix(1, 5), fix(1, 1, seconds_ago=30), fix(9)])
    assert made.hub.fix_by_unit == {1: fix(1, 5)}


async def test_positions_of_who_went_home_are_forgotten() -> None:
    """And nothing is sent about them, not even to who comes late."""
    made = await town(units=1)
    made.hub.moved([fix(1)])
    made.hub.tick(to_ms(NOW))
    await made.do(SignOffUnit(unit=1))
    made.hub.forget_units(made.room.board.units)
    console = await live(made)
    made.hub.tick(to_ms(NOW))
    assert made.hub.fix_by_unit == {}
    assert kinds(console.pipe.frames) == []


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


async def test_a_slow_console_holds_up_nobody_and_costs_nothing() -> None:
    """It keeps a place and not a queue; the others have everything meanwhile; later it has it, too."""
    made = await town()
    slow, quick = await live(made, "slow"), await live(made, "quick")
    for _ in range(1_000):
        await made.do(LINE)
        await quick.flow()
    assert quick.board == made.room.board
    assert slow.peer is not None
    assert len(slow.pipe.frames) < 300
    assert not slow.peer.backlog
    assert not slow.peer.replies
    await slow.flow()
    assert slow.board == made.room.board


async def test_who_falls_out_of_the_recent_changes_is_asked_to_resume(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a word; nothing is sent with a gap."""
    monkeypatch.setattr(server.run, "RECENT_CHANGES", 300)
    made = await town()
    console = await live(made)
    for _ in range(600):
        await made.do(LINE)
    made.hub.tick(to_ms(NOW))
    assert console.pipe.closed == (CLOSE_RESUME, "too far behind: resume")
    await console.flow()
    await console.dial()
    await console.flow()
    assert console.board == made.room.board
    assert console.snapshots == 1


async def test_who_asks_and_never_takes_the_answers_is_asked_to_resume() -> None:
    """Answers do not pile up without end."""
    made = await town()
    pipe = Pipe()
    peer = await made.arrive(pipe)
    await made.do(LINE)
    while peer.pace.has_room_for_changes:
        peer.pace.sent(1_000, made.now_s)
    await made.do(LINE)
    for id in range(1, RECENT_CHANGES + 2):
        made.hub.reply(peer, encode(Done(id=id, seq=3)), after_seq=3)
    assert pipe.closed == (CLOSE_RESUME, "too far behind: resume")


@pytest.mark.parametrize(("silent_s", "closed"), [(DEAF_AFTER_S, None), (DEAF_AFTER_S + 1, CLOSE_DEAF)])
async def test_who_is_not_heard_is_let_go(silent_s: float, closed: int | None) -> None:
    """After a long silence, and not before."""
    made = await town()
    console = await live(made)
    made.now_s += silent_s
    made.hub.tick(to_ms(NOW))
    assert (console.pipe.closed or (None,))[0] == closed


async def test_a_sign_of_life_is_answered() -> None:
    """That is how a console knows that the link is not cut."""
    made = await town()
    console = await live(made)
    assert console.peer is not None
    await made.take(console.peer, encode(Alive()))
    assert kinds(console.pipe.frames) == [ALIVE]


async def test_everybody_in_step_gets_the_same_bytes() -> None:
    """Each change is encoded once for all."""
    made = await town()
    consoles = [await live(made, f"console-{number}") for number in range(5)]
    await made.do(LINE)
    assert len({console.pipe.frames[-1] for console in consoles}) == 1


async def test_a_snapshot_is_made_once_for_all_who_ask_between_two_changes() -> None:
    """A thousand consoles may come in at once."""
    made = await town(lines=5)
    assert made.hub.run_of(ROOM).snapshot()[1] is made.hub.run_of(ROOM).snapshot()[1]
    before = made.hub.run_of(ROOM).snapshot()[1]
    await made.do(LINE)
    assert made.hub.run_of(ROOM).snapshot()[1] is not before
