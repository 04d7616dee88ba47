"""A running server: everything of one world, put together, started and stopped in order.

The only place that knows all the pieces. Used by the command line, by the demonstration and by tests. Ends
when asked to; what was accepted is in the journal then, and a checkpoint makes the next start short.
"""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from attrs import frozen

from protocol.change import Change
from protocol.facts.world import WorldFounded
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.moment import from_ms, to_ms
from protocol.one_error import one_error_as_itself
from server.accounts.accounts import Account, Accounts
from server.accounts.key_file import key_in
from server.accounts.tickets import Tickets
from server.archive.archive import Archive
from server.archive.documents import ArchiveShelf
from server.archive.documents import World as DocumentsWorld
from server.classification.documents import ClassificationShelf
from server.classification.load import load
from server.documents.documents import Documents
from server.faults.faults import Faults, Part
from server.faults.side_work import kept
from server.gateway.arrival import World
from server.gateway.conversation import Conversation
from server.gateway.gateway import Gateway, send_to_all
from server.geo.arrivals import Arrivals
from server.geo.documents import GeoShelf
from server.geo.opened import open_geo
from server.hub.hub import Hub
from server.journal.errors import JournalError, WrongWorld
from server.journal.interface import Journal
from server.journal.sqlite import SqliteJournal
from server.melder.codes import FILE_NAME as CODES_FILE
from server.melder.codes import Codes
from server.melder.desk import MelderDesk
from server.melder.documents import LinkShelf
from server.ops.metrics import Metrics
from server.room.filled_in import FilledIn
from server.room.keeper import Keeper
from server.room.room import REMEMBERED_COMMANDS, SERVER, Room, as_record
from server.room.saved_board import as_change, as_checkpoint, load_board
from server.room.subscribers import Subscriber, Subscribers
from server.settings.settings import Settings

log = logging.getLogger(__name__)

HASHES_AT_ONCE = 1
"""An argon2 check takes a core and 64 MiB; one at a time leaves the other core to the room."""


@frozen(kw_only=True)
class Listening:
    """Where the server can be reached."""

    host: str | None
    port: int
    """0 for a Unix socket."""

    unix_path: Path | None
    room: Room
    hub: Hub
    accounts: Accounts


def _now() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def running(
    directory: Path,
    settings: Settings,
    *,
    host: str | None = "127.0.0.1",
    port: int = 0,
    unix_path: Path | None = None,
    tls: ssl.SSLContext | None = None,
    clock: Callable[[], datetime] = _now,
) -> AsyncIterator[Listening]:
    """The server of the world in `directory`, while the context lasts.

    `clock` dates the changes; an exercise can have begun before its server did. Links and positions live by
    the wall clock.

    Raises JournalError, AccountProblem, MapWrong, BadMessage or OSError when it cannot start; each says what
    and where.
    """
    async with AsyncExitStack() as stack:
        classification = load(directory, settings.classifications)
        geo = await asyncio.to_thread(
            open_geo, settings.map, weights=settings.weights, teams=settings.teams, terms=settings.terms
        )
        stack.callback(geo.close)
        journal = await SqliteJournal.open(directory, world=settings.world, now_ms=to_ms(_now()))
        stack.push_async_callback(journal.close)
        board = await load_board(journal)
        if board.seq == 0:
            board = await _found(journal, settings, clock())
        else:
            await _check_kind(journal, settings)
        accounts = Accounts(directory)
        for name in accounts.belong_to(settings.exercise):
            log.warning("account %s is for the other kind of world and does not open this one", name)
        tickets = Tickets(directory, accounts, journal.history)
        loop = asyncio.get_running_loop()
        hub = Hub(board, send_to_all=send_to_all, now_s=monotonic, later=loop.call_later)
        stack.callback(hub.close)
        metrics = Metrics()
        faults = Faults(now_s=monotonic, count=lambda part, error: metrics.faults.labels(part, error).inc())
        checkpoints = Checkpoints(journal, lambda: room.board, settings.checkpoint_every, board.seq)
        stack.push_async_callback(checkpoints.save_last)
        archive = Archive(directory, journal)
        stack.push_async_callback(archive.close)

        def publish(change: Change) -> None:
            subscribers.tell(change, room.board)

        earlier = await journal.recent_commands(REMEMBERED_COMMANDS)
        room = Room(journal, board, publish=publish, clock=clock, earlier=earlier)
        codes = Codes(key_in(directory / CODES_FILE), journal.history)
        melders = MelderDesk(room, codes, clock)
        keeper = Keeper(room, settings.terms)
        filled_in = FilledIn(
            board=lambda: room.board,
            fixes=lambda: hub.fix_by_unit,
            teams=settings.teams,
            terms=settings.terms,
            locator=geo.locator,
        )
        arrivals = Arrivals(room, geo.dispatch, lambda: hub.fix_by_unit, clock)
        subscribers = Subscribers(
            (
                Subscriber(Part.HUB, hub.publish, hub.begin_anew),
                Subscriber(Part.ARCHIVE, lambda _change, _board: archive.ring()),
                Subscriber(Part.MELDERS, lambda change, _board: melders.ring(change)),
                Subscriber(Part.KEEPER, lambda _change, _board: keeper.ring()),
                Subscriber(Part.ARRIVALS, lambda change, _board: arrivals.changed(change)),
            ),
            faults,
        )
        stack.enter_context(one_error_as_itself())
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        hashes = asyncio.Semaphore(HASHES_AT_ONCE)

        async def proven(name: str, secret: str) -> Account | None:
            async with hashes:
                return await asyncio.to_thread(accounts.proven, name, secret)

        shown = DocumentsWorld(name=settings.world, exercise=settings.exercise, terms=settings.terms)
        documents = Documents(
            (
                ArchiveShelf(journal=journal, archive=archive, world=shown, clock=clock),
                ClassificationShelf(classification.classes, classification.cards),
                LinkShelf(codes, board=lambda: room.board, clock=clock, base=settings.melder_url),
                GeoShelf(geo, board=lambda: room.board, fixes=lambda: hub.fix_by_unit, clock=clock),
            )
        )
        gateway = Gateway(
            conversation=Conversation(
                room=room,
                hub=hub,
                documents=documents,
                metrics=metrics,
                clock=_now,
                fill_in=filled_in.command,
            ),
            room=room,
            hub=hub,
            melders=melders,
            journal=journal,
            world=World(
                name=settings.world,
                exercise=settings.exercise,
                history=journal.history,
                status_numbers=settings.status_numbers,
                terms=settings.terms,
                map=geo.index_address,
            ),
            metrics=metrics,
            faults=faults,
            proven=proven,
            ticket_holder=tickets.check,
            make_ticket=tickets.make,
            clock=_now,
            tasks=tasks,
        )
        server = await gateway.open(host=host, port=port, unix_path=unix_path, tls=tls)
        stack.push_async_callback(gateway.close, server)
        if unix_path is not None:
            stack.callback(unix_path.unlink, missing_ok=True)
        for part, work in (
            (Part.PULSE, lambda: _pulse(hub, lambda: room.board, settings.tick_interval_s)),
            (Part.CHECKPOINTS, lambda: checkpoints.keep(settings.tick_interval_s)),
            (Part.ARCHIVE, archive.follow),
            (Part.KEEPER, keeper.keep),
            (Part.ARRIVALS, arrivals.keep),
            (Part.NAMES, geo.warm),
        ):
            stack.callback(tasks.create_task(kept(part, work, faults), name=part).cancel)
        bound = 0 if unix_path else next(iter(server.sockets)).getsockname()[1]
        yield Listening(
            host=None if unix_path else host,
            port=bound,
            unix_path=unix_path,
            room=room,
            hub=hub,
            accounts=accounts,
        )


async def _found(journal: Journal, settings: Settings, now: datetime) -> Board:
    """The first fact of a new journal: which world this is."""
    fact = WorldFounded(world=settings.world, exercise=settings.exercise)
    change = Change(seq=1, at=from_ms(to_ms(now)), by=SERVER.name, facts=(fact,))
    await journal.append(as_record(change, 0, Board()))
    return fold(Board(), change)


async def _check_kind(journal: SqliteJournal, settings: Settings) -> None:
    """Live and exercise never mix. Raises WrongWorld when the settings call an old world another kind."""
    kinds = {True: "an exercise", False: "live"}
    for fact in as_change((await journal.records(0, 1))[0]).facts:
        if isinstance(fact, WorldFounded) and fact.exercise is not settings.exercise:
            raise WrongWorld(
                journal.path,
                f"{fact.world}, {kinds[fact.exercise]}",
                f"{settings.world}, {kinds[settings.exercise]}",
            )


async def _pulse(hub: Hub, board: Callable[[], Board], interval_s: float) -> None:
    """Positions and silences, once every tick."""
    while True:
        await asyncio.sleep(interval_s)
        hub.forget_units(board().units)
        hub.tick(to_ms(_now()))


class Checkpoints:
    """Saves the board now and then, away from the event loop."""

    def __init__(self, journal: Journal, board: Callable[[], Board], every: int, seq: int) -> None:
        self._journal = journal
        self._board = board
        self._every = every
        self._saved_seq = seq

    async def keep(self, interval_s: float) -> None:
        """Looks once every so many seconds, until cancelled."""
        while True:
            await asyncio.sleep(interval_s)
            await self.save_if_due()

    async def save_if_due(self) -> None:
        if self._board().seq - self._saved_seq >= self._every:
            await self.save_last()

    async def save_last(self) -> None:
        board = self._board()
        if board.seq == self._saved_seq:
            return
        try:
            await self._journal.save_checkpoint(board.seq, await asyncio.to_thread(as_checkpoint, board))
            self._saved_seq = board.seq
        except JournalError as error:
            # Nothing is lost: the next start folds more records.
            log.warning("no checkpoint at %s: %s", board.seq, error)
