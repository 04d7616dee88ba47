"""Snapshots: written beside the loop, once for all who wait, and good for whoever goes on from there."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

import server.hub.run
import server.hub.snapshots
from protocol.commands.timeline import AddEntry, InvitePartner
from protocol.model.board import Board
from protocol.model.role import Role
from protocol.model.text import Name, Text
from server.sight.audience import ROOM, STREET, Audience
from server.sight.board_view import ShownAs, board_for
from tests.server.consoles import Console, Pipe, Town
from tests.server.hub_steps import LINE, town
from tests.server.make import opening

LONGEST_S = 30.0


class Desk:
    """Where snapshots are written: who wrote, how often, and a gate that a test may close."""

    def __init__(self) -> None:
        self.threads: list[int] = []
        self.audiences: list[Audience] = []
        self.open = threading.Event()
        self.open.set()
        self.came = threading.Event()

    def board_for(self, board: Board, audience: Audience, *, shown: ShownAs | None = None) -> Board:
        """What each writing begins with."""
        self.threads.append(threading.get_ident())
        self.audiences.append(audience)
        self.came.set()
        assert self.open.wait(LONGEST_S)
        return board_for(board, audience, shown=shown)

    async def is_busy(self) -> None:
        """Until somebody writes."""
        while not self.came.is_set():
            await asyncio.sleep(0.001)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Everything that is written here passes it."""
    made = Desk()
    monkeypatch.setattr(server.hub.snapshots, "board_for", made.board_for)
    yield made
    made.open.set()


async def dialled(made: Town, name: str, role: Role = Role.CENTRALIST) -> Console:
    """A console that comes in and hears everything that is sent to it."""
    console = Console(made, name, role)
    await console.dial()
    while await console.flow() + await console.beat():
        pass
    return console


async def test_a_snapshot_is_written_in_another_thread_than_the_loops(desk: Desk) -> None:
    """And the loop goes on meanwhile: it can change the board while the writing stands still."""
    made = await town(lines=3)
    desk.open.clear()
    async with asyncio.TaskGroup() as tasks:
        arrival = tasks.create_task(dialled(made, "anna"))
        await desk.is_busy()
        await made.do(opening("tijdens"))
        desk.open.set()
    console = arrival.result()
    assert desk.threads
    assert threading.get_ident() not in desk.threads
    assert console.board == made.room.board


async def test_it_is_written_once_for_all_who_arrive_at_one_state(desk: Desk) -> None:
    """A thousand consoles may come in at once; each audience has its own."""
    made = await town(lines=3)
    roles = [Role.CENTRALIST, Role.UNIT] * 10
    arrivals = (dialled(made, f"console-{place}", role) for place, role in enumerate(roles))
    for console in await asyncio.gather(*arrivals):
        console.has_all()
        assert console.snapshots == 1
    assert sorted(each.view.name for each in desk.audiences) == ["ROOM", "STREET"]


async def test_whoever_arrives_while_it_is_written_shares_it_or_the_next(desk: Desk) -> None:
    """One for those who came before the change, one for all who came after it."""
    made = await town()
    desk.open.clear()
    async with asyncio.TaskGroup() as tasks:
        arrivals = [tasks.create_task(dialled(made, f"early-{place}")) for place in range(3)]
        await desk.is_busy()
        await made.do(LINE)
        arrivals += [tasks.create_task(dialled(made, f"late-{place}")) for place in range(3)]
        await asyncio.sleep(0)
        desk.open.set()
    for console in (arrival.result() for arrival in arrivals):
        assert console.board == made.room.board
        assert console.snapshots == 1
    assert len(desk.audiences) == 2


@pytest.mark.parametrize(("changes", "writings"), [(0, 1), (1, 2), (5, 2)])
async def test_it_is_written_anew_after_a_change_and_not_before(
    desk: Desk, changes: int, writings: int
) -> None:
    """Also when the change reached no run: whoever begins anew because of that gets the board as it is."""
    made = await town()
    await dialled(made, "anna")
    for _ in range(changes):
        await made.do(LINE)
    console = await dialled(made, "ben")
    assert console.board == made.room.board
    assert console.snapshots == 1
    assert len(desk.audiences) == writings


async def test_arrivals_while_the_world_goes_on_end_with_the_servers_board() -> None:
    """For the room, the street and a partner, at whatever moment they come in."""
    made = await town(lines=20, units=2)
    await made.do(InvitePartner(incident=1, partner=Name("ggz")))
    roles = [Role.CENTRALIST, Role.UNIT, Role.PARTNER]
    names = ["anna", "12.01", "ggz"]
    consoles: list[Console] = []

    async def world() -> None:
        for number in range(120):
            await made.do(AddEntry(incident=1, text=Text(f"tijdens {number}")))
            await made.do(opening(f"melding {number}"))
            await asyncio.sleep(0)

    async def arrivals() -> None:
        for place in range(12):
            console = Console(made, names[place % 3], roles[place % 3])
            consoles.append(console)
            await console.dial()
            await console.flow(3)

    await asyncio.gather(world(), arrivals())
    for console in consoles:
        while await console.flow() + await console.beat():
            pass
        console.has_all()
        assert console.snapshots == 1


async def test_one_that_the_run_has_outgrown_is_made_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows it is not there any more, and nothing is sent with a gap."""
    monkeypatch.setattr(server.hub.run, "RECENT_CHANGES", 5)
    made = await town()
    desk.open.clear()
    async with asyncio.TaskGroup() as tasks:
        arrival = tasks.create_task(dialled(made, "anna"))
        await desk.is_busy()
        for _ in range(9):
            await made.do(LINE)
        desk.open.set()
    console = arrival.result()
    assert console.board == made.room.board
    assert console.pipe.closed is None
    assert len(desk.audiences) == 2


async def test_a_partner_whose_run_ended_meanwhile_begins_with_a_new_one(desk: Desk) -> None:
    """Its other link was its last, and went while the snapshot was written."""
    made = await town()
    await made.do(InvitePartner(incident=1, partner=Name("ggz")))
    first = await dialled(made, "ggz", Role.PARTNER)
    await made.do(opening("elders"))
    desk.came.clear()
    desk.open.clear()
    async with asyncio.TaskGroup() as tasks:
        arrival = tasks.create_task(dialled(made, "ggz", Role.PARTNER))
        await desk.is_busy()
        first.hang_up()
        desk.open.set()
    second = arrival.result()
    await made.do(AddEntry(incident=1, text=Text("na afloop")))
    await made.do(opening("nog een"))
    await made.do(InvitePartner(incident=made.room.board.last_incident, partner=Name("ggz")))
    await second.flow()
    second.has_all()
    assert made.room.board.last_incident in second.board.incidents


async def test_who_gives_up_waiting_costs_the_others_nothing(desk: Desk) -> None:
    """Nor does the one whose turn it was: the next writes it."""
    made = await town()
    desk.open.clear()
    async with asyncio.TaskGroup() as tasks:
        gone = tasks.create_task(made.arrive(Pipe()))
        await desk.is_busy()
        others = [tasks.create_task(dialled(made, f"console-{place}")) for place in range(3)]
        await asyncio.sleep(0)
        gone.cancel()
        desk.open.set()
    for console in (other.result() for other in others):
        assert console.board == made.room.board
    assert gone.cancelled()
    assert not {peer for peer in made.hub.peers if peer.actor.name == "iemand"}


async def test_a_closed_hub_writes_no_more() -> None:
    """Nobody arrives at a server that stops."""
    made = await town()
    made.hub.close()
    with pytest.raises(RuntimeError):
        await made.arrive(Pipe())


async def test_the_snapshots_of_two_audiences_differ() -> None:
    """Each is the board as that audience may have it."""
    made = await town(lines=4)
    _, room = await made.hub.snapshot(ROOM)
    _, street = await made.hub.snapshot(STREET)
    assert sum(each.rows_bytes for each in room.stretches) > sum(each.rows_bytes for each in street.stretches)
