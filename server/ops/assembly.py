"""The parts of one server, put together: the only place that knows them all.

Made from what the world has on its disk and what its settings say; begun and ended in order by `running`. It
opens nothing and waits for nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from time import monotonic

from attrs import frozen

from server.accounts.proving import Proving
from server.archive.archive import Archive
from server.archive.documents import ArchiveShelf
from server.archive.documents import World as DocumentsWorld
from server.classification.documents import ClassificationShelf
from server.documents.documents import Documents
from server.faults.faults import Faults, Part
from server.gateway.arrival import World
from server.gateway.conversation import Conversation
from server.gateway.gateway import Gateway
from server.gateway.link import send_to_all
from server.geo.arrivals import Arrivals
from server.geo.documents import GeoShelf
from server.geo.filled_in import FilledIn
from server.geo.proposing import Proposing
from server.hub.hub import Hub
from server.hub.pulse import pulse
from server.melder.desk import MelderDesk
from server.melder.documents import LinkShelf
from server.metrics import Metrics
from server.ops.appeal_counts import AppealCounts
from server.ops.data import Data
from server.room.checkpoints import Checkpoints
from server.room.keeper import Keeper
from server.room.room import Room
from server.room.subscribers import Subscriber, Subscribers
from server.settings.settings import Settings

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


@frozen(kw_only=True, eq=False)
class Core:
    """The single writer, who tells of it, and what goes wrong beside it."""

    room: Room
    hub: Hub
    subscribers: Subscribers
    metrics: Metrics
    faults: Faults


@frozen(kw_only=True, eq=False)
class Beside:
    """What works beside the room and may fail without it."""

    archive: Archive
    melders: MelderDesk
    keeper: Keeper
    arrivals: Arrivals
    proposing: Proposing
    appeals: AppealCounts
    checkpoints: Checkpoints


@frozen(kw_only=True, eq=False)
class Assembly:
    """All parts of one server."""

    core: Core
    beside: Beside
    gateway: Gateway
    side_work: tuple[tuple[Part, Callable[[], Awaitable[None]]], ...]
    """To be done for as long as the server runs."""


def assemble(data: Data, settings: Settings, *, clock: Clock, tasks: asyncio.TaskGroup) -> Assembly:
    """`clock` dates the changes; `tasks` will own what the gateway does for single links."""
    core = _core(data, clock)
    beside = _beside(core, data, settings, clock)
    for subscriber in _subscribers(core, beside):
        core.subscribers.add(subscriber)
    return Assembly(
        core=core,
        beside=beside,
        gateway=_gateway(core, beside, data, settings, clock, tasks),
        side_work=_side_work(core, beside, data, settings),
    )


def _core(data: Data, clock: Clock) -> Core:
    metrics = Metrics()
    faults = Faults(now_s=monotonic, count=lambda part, error: metrics.faults.labels(part, error).inc())
    later = asyncio.get_running_loop().call_later
    hub = Hub(data.board, send_to_all=send_to_all, now_s=monotonic, later=later, faults=faults)
    subscribers = Subscribers(faults)
    room = Room(
        data.journal,
        data.board,
        publish=lambda change: subscribers.tell(change, room.board),
        clock=clock,
        faults=faults,
        earlier=data.earlier,
    )
    return Core(room=room, hub=hub, subscribers=subscribers, metrics=metrics, faults=faults)


def _beside(core: Core, data: Data, settings: Settings, clock: Clock) -> Beside:
    room, hub = core.room, core.hub
    return Beside(
        archive=Archive(data.directory, data.journal),
        melders=MelderDesk(room, data.codes, clock),
        keeper=Keeper(room, settings.terms),
        arrivals=Arrivals(room, data.geo.dispatch, lambda: hub.fix_by_unit, clock),
        proposing=Proposing(room, data.geo.dispatch, lambda: hub.fix_by_unit, clock),
        appeals=AppealCounts(data.board, lambda kind, end: core.metrics.appeals.labels(kind, end).inc()),
        checkpoints=Checkpoints(
            data.journal, lambda: room.board, every=settings.checkpoint_every, seq=data.board.seq
        ),
    )


def _subscribers(core: Core, beside: Beside) -> tuple[Subscriber, ...]:
    """In the order in which they hear of a change."""
    return (
        Subscriber(Part.HUB, core.hub.publish, core.hub.begin_anew),
        Subscriber(Part.ARCHIVE, lambda _change, _board: beside.archive.ring()),
        Subscriber(Part.MELDERS, lambda change, _board: beside.melders.ring(change)),
        Subscriber(Part.KEEPER, lambda _change, _board: beside.keeper.ring()),
        Subscriber(Part.ARRIVALS, lambda change, _board: beside.arrivals.changed(change)),
        Subscriber(Part.PROPOSALS, lambda change, _board: beside.proposing.changed(change)),
        Subscriber(Part.APPEALS, beside.appeals.changed, beside.appeals.begin_anew),
    )


def _side_work(
    core: Core, beside: Beside, data: Data, settings: Settings
) -> tuple[tuple[Part, Callable[[], Awaitable[None]]], ...]:
    interval_s = settings.tick_interval_s
    return (
        (Part.PULSE, lambda: pulse(core.hub, lambda: core.room.board, wall_clock, interval_s=interval_s)),
        (Part.CHECKPOINTS, lambda: beside.checkpoints.keep(interval_s)),
        (Part.ARCHIVE, beside.archive.follow),
        (Part.KEEPER, beside.keeper.keep),
        (Part.ARRIVALS, beside.arrivals.keep),
        (Part.PROPOSALS, beside.proposing.keep),
        (Part.NAMES, data.geo.warm),
    )


def _documents(core: Core, beside: Beside, data: Data, settings: Settings, clock: Clock) -> Documents:
    room, hub = core.room, core.hub
    world = DocumentsWorld(name=settings.world, exercise=settings.exercise, terms=settings.terms)
    return Documents(
        (
            ArchiveShelf(journal=data.journal, archive=beside.archive, world=world, clock=clock),
            ClassificationShelf(data.classification.classes, data.classification.cards),
            LinkShelf(data.codes, board=lambda: room.board, clock=clock, base=settings.melder_url),
            GeoShelf(data.geo, board=lambda: room.board, fixes=lambda: hub.fix_by_unit, clock=clock),
        )
    )


def _gateway(
    core: Core, beside: Beside, data: Data, settings: Settings, clock: Clock, tasks: asyncio.TaskGroup
) -> Gateway:
    room, hub = core.room, core.hub
    filled_in = FilledIn(
        board=lambda: room.board,
        fixes=lambda: hub.fix_by_unit,
        teams=settings.teams,
        terms=settings.terms,
        locator=data.geo.locator,
    )
    conversation = Conversation(
        room=room,
        hub=hub,
        documents=_documents(core, beside, data, settings, clock),
        metrics=core.metrics,
        clock=wall_clock,
        faults=core.faults,
        fill_in=filled_in.command,
    )
    world = World(
        name=settings.world,
        exercise=settings.exercise,
        history=data.journal.history,
        status_numbers=settings.status_numbers,
        terms=settings.terms,
        map=data.geo.index_address,
    )
    return Gateway(
        conversation=conversation,
        room=room,
        hub=hub,
        melders=beside.melders,
        journal=data.journal,
        world=world,
        metrics=core.metrics,
        faults=core.faults,
        proven=Proving(data.accounts).proven,
        ticket_holder=data.tickets.check,
        make_ticket=data.tickets.make,
        clock=wall_clock,
        tasks=tasks,
    )
