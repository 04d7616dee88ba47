"""The hub: everybody gets everything in order, and nobody waits for a slow console."""

import pytest

import server.hub.run
from protocol.commands.pairs import RaiseEmergency
from protocol.commands.timeline import AddEntry
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.session.close_codes import CloseCode
from protocol.session.timing import DEAF_AFTER_S
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Alarm, Alive, Done
from server.hub.run import RECENT_CHANGES
from tests.server.consoles import NOW, Console, Pipe
from tests.server.hub_steps import (
    ALIVE,
    LINE,
    SNAPSHOT,
    WELCOME,
    flows,
    kinds,
    live,
    peer_of,
    town,
)
from tests.server.make import opening


async def test_first_the_welcome_then_the_snapshot() -> None:
    """The board arrives whole."""
    made = await town(lines=20)
    console = Console(made, "anna")
    await console.dial()
    assert kinds(console.pipe.frames)[:2] == [WELCOME, SNAPSHOT]
    await console.flow()
    assert console.board == made.room.board


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
    monkeypatch.setattr(server.hub.run, "RECENT_CHANGES", 300)
    made = await town()
    console = await live(made)
    for _ in range(600):
        await made.do(LINE)
    made.hub.tick(to_ms(NOW))
    assert console.pipe.closed == (CloseCode.RESUME, "too far behind: resume")
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
    assert pipe.closed == (CloseCode.RESUME, "too far behind: resume")


@pytest.mark.parametrize(("silent_s", "closed"), [(DEAF_AFTER_S, None), (DEAF_AFTER_S + 1, CloseCode.DEAF)])
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


async def test_an_alarm_goes_to_everybody_at_once_and_once() -> None:
    """Before a snapshot that is under way, changes that wait and a window that is full; not to partners."""
    made = await town(units=1)
    for number in range(300):
        await made.do(opening(f"melding {number} {hash(str(number)):x}"))
    fast = await live(made, "anna", Role.CENTRALIST)
    unit = await live(made, "12.01", Role.UNIT)
    partner = await live(made, "ggz", Role.PARTNER)
    fresh = Console(made, "ben", Role.OPCO)
    await fresh.dial()
    assert peer_of(fresh).snapshot is not None
    full = peer_of(unit)
    while full.pace.has_room_for_changes:
        full.pace.sent(1_000, made.now_s)
    await made.do(opening("wacht"))
    before = {console.name: len(console.pipe.frames) for console in (fast, unit, fresh)}
    await made.do(RaiseEmergency(unit=1))
    for console in (fast, unit, fresh):
        alarm = decode_down(console.pipe.frames[before[console.name]], None, now_ms=0)
        assert isinstance(alarm, Alarm)
        assert (alarm.unit, alarm.call_sign) == (1, "12.01")
    await flows(fast, unit, fresh, partner)
    assert [len(console.alarms) for console in (fast, unit, fresh, partner)] == [1, 1, 1, 0]


async def test_after_a_restart_it_goes_on_where_its_view_did() -> None:
    """Of what lay between it saw nothing; names that the run then learns, it learns with the others."""
    made = await town(units=1)
    unit = await live(made, "12.01", Role.UNIT)
    unit.hang_up()
    for _ in range(3):
        await made.do(AddEntry(incident=1, text=Text("voor de kamer")))
    await made.restart()
    await unit.dial()
    assert peer_of(unit).resumed
    for _ in range(3):
        await made.do(opening("een naam die telkens terugkomt"))
        await flows(unit)
    unit.has_all()
