"""Arrivals: from recent changes, from the journal, or with a snapshot, by what a console says it has."""

import pytest
from attrs import frozen

import server.gateway.arrival
import server.hub.run
from protocol.commands.timeline import AddEntry
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down
from protocol.wire.messages import Welcome
from server.journal.record import Record
from tests.server.consoles import Console, Pipe, Town
from tests.server.make import opening

LINE = AddEntry(incident=1, text=Text("een regel"))

RECENT_CHANGES = 40


@pytest.fixture(autouse=True)
def short_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal is needed sooner than in earnest."""
    monkeypatch.setattr(server.hub.run, "RECENT_CHANGES", RECENT_CHANGES)


@frozen(kw_only=True)
class Came:
    """A console that knew `knew` of `made` changes, and came back."""

    console: Console
    town: Town


async def _known(made: int) -> Came:
    """A town, and a console that was there up to change `made` and then lost its link."""
    town = Town()
    await town.do(opening())
    for _ in range(made - 1):
        await town.do(LINE)
    console = Console(town, "anna")
    await console.dial()
    await console.flow()
    console.hang_up()
    return Came(console=console, town=town)


async def _back(came: Came) -> Welcome:
    """It dials again, everything flows, and its board is the server's; what it was welcomed with."""
    await came.console.dial()
    await came.console.flow()
    assert came.console.board == came.town.room.board
    welcome = came.console.session.welcome
    assert welcome is not None
    return welcome


async def test_who_has_nothing_gets_a_snapshot() -> None:
    """The welcome says who one is, where, and up to which number."""
    town = Town()
    await town.do(opening())
    pipe = Pipe()
    await town.arrive(pipe, name="opco-1", role=Role.OPCO)
    welcome = decode_down(pipe.frames[0], None, now_ms=0)
    assert isinstance(welcome, Welcome)
    assert (welcome.name, welcome.role, welcome.world, welcome.exercise) == (
        "opco-1",
        Role.OPCO,
        "oefenstad",
        True,
    )
    assert (welcome.snapshot, welcome.seq, welcome.newest) == (True, 1, 1)
    assert (welcome.at, welcome.history, welcome.ticket) == (town.room.board.at, "eerste", "t")


async def test_who_has_everything_gets_nothing_again() -> None:
    """A welcome, and that is all."""
    came = await _known(5)
    welcome = await _back(came)
    assert (welcome.snapshot, welcome.seq, welcome.newest) == (False, 5, 5)
    assert came.console.snapshots == 1


@pytest.mark.parametrize("missed", [1, 2, 50, RECENT_CHANGES - 1, RECENT_CHANGES, RECENT_CHANGES + 1])
async def test_what_was_missed_comes_and_nothing_else(missed: int) -> None:
    """From the recent changes as far as they go, else from the journal; never a snapshot."""
    came = await _known(3)
    for _ in range(missed):
        await came.town.do(LINE)
    welcome = await _back(came)
    assert (welcome.snapshot, welcome.seq, welcome.newest) == (False, 3, 3 + missed)
    assert came.console.snapshots == 1


@pytest.mark.parametrize("before", [1, 4])
async def test_a_restart_of_the_server_changes_nothing(before: int) -> None:
    """What was missed before it comes from the journal, what happens after it from the hub, in one run."""
    came = await _known(before)
    for _ in range(6):
        await came.town.do(LINE)
    await came.town.restart()
    for _ in range(3):
        await came.town.do(opening("vechtpartij"))
    welcome = await _back(came)
    assert (welcome.snapshot, came.console.snapshots) == (False, 1)
    for _ in range(3):
        await came.town.do(opening("vechtpartij"))
    await came.console.flow()
    assert came.console.board == came.town.room.board


async def test_names_of_before_are_not_taken_for_known() -> None:
    """Who came through the journal has not heard the names that others know by number."""
    came = await _known(2)
    await came.town.restart()
    await came.town.do(opening("steekpartij"))
    other = Console(came.town, "ben")
    await other.dial()
    await other.flow()
    for _ in range(RECENT_CHANGES + 5):
        await came.town.do(opening("steekpartij"))
    await _back(came)
    await came.town.do(opening("steekpartij"))
    await came.console.flow()
    assert came.console.board == came.town.room.board
    assert came.console.snapshots == 1


@pytest.mark.parametrize("after", [6, 1_000, 10**17])
async def test_a_number_from_the_future_gets_a_snapshot(after: int) -> None:
    """This journal never gave it out: it was put back from an older copy."""
    came = await _known(5)
    peer = await came.town.arrive(Pipe(), after=after, history="eerste")
    assert not peer.resumed


async def test_numbers_of_another_journal_mean_nothing_here() -> None:
    """A snapshot, and the board is the new one."""
    came = await _known(3)
    came.town.history = "tweede"
    welcome = await _back(came)
    assert (welcome.snapshot, welcome.history) == (True, "tweede")


async def test_more_than_is_worth_it_gets_a_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a limit the board is shorter than what happened."""
    monkeypatch.setattr(server.gateway.arrival, "MOST_RESUMED", 20)
    for missed, snapshot in ((20, False), (21, True)):
        came = await _known(3)
        for _ in range(missed):
            await came.town.do(LINE)
        await came.town.restart()
        assert (await _back(came)).snapshot is snapshot


async def test_a_journal_that_cannot_be_read_is_no_reason_to_stay_out() -> None:
    """Then a snapshot serves."""
    came = await _known(3)
    await came.town.do(LINE)
    await came.town.restart()
    await came.town.journal.close()
    welcome = await _back(came)
    assert welcome.snapshot


async def test_changes_made_during_an_arrival_are_in_it() -> None:
    """The journal is read while the world goes on."""
    came = await _known(3)
    for _ in range(5):
        await came.town.do(LINE)
    await came.town.restart()
    read = came.town.journal.records

    async def slowly(after_seq: int, limit: int) -> tuple[Record, ...]:
        found = await read(after_seq, limit)
        await came.town.do(LINE)
        await came.town.do(opening("tijdens"))
        return found

    came.town.journal.records = slowly  # type: ignore[method-assign]
    welcome = await _back(came)
    assert (welcome.snapshot, welcome.newest) == (False, 10)


async def test_every_frame_after_the_welcome_can_be_read_on_its_own_terms() -> None:
    """By a reader that knows no more than the welcome says."""
    came = await _known(3)
    for _ in range(3):
        await came.town.do(LINE)
    pipe = Pipe()
    await came.town.arrive(pipe, after=2, history="eerste")
    welcome = decode_down(pipe.frames[0], None, now_ms=0)
    assert isinstance(welcome, Welcome)
    reader = DeltaReader(welcome.seq, int(welcome.at.timestamp() * 1000))
    for frame in list(pipe.frames)[1:]:
        decode_down(frame, reader, now_ms=0)
    assert reader.seq == 6
