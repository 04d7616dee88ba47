"""The link: everything between this console and its server, one websocket after another.

Wishes go in here and up as soon as they can; what comes down goes to the Store. Whether, when and in which
order is the Dialler's, the socket is `websocket`'s. Used by the screens, `do`, `watch` and `history`:

    link = new_link(access)
    async with link.running():        # raises CannotGoOn when dialling again cannot help
        link.store.listen(...)        # every Event, after it was taken in
        id = link.wish(command)       # Answered(answer.id == id) comes when it is done or refused
        link.trouble                  # why there is no link now: a Trouble, or None
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import NoReturn

from console.memory.outbox_file import new_first_id
from console.memory.run_memory import RunMemory
from console.net.access import Access
from console.net.websocket import Websocket
from console.store import Store
from console.texts.trouble import CannotGoOn, Trouble, trouble_of
from protocol.commands.command import Command
from protocol.model.fix import Fix
from protocol.model.presence import HalfCall, Presence
from protocol.model.window import Window
from protocol.one_error import one_error_as_itself
from protocol.session.client import ClientSession
from protocol.session.dialler import Dialler
from protocol.session.events import Answered, Event, Numbered, SetAside, StillDrifted, Stranded
from protocol.session.outbox import Wish
from protocol.wire.messages import Fetch, OnLine

log = logging.getLogger(__name__)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Link:
    """Keeps one console connected."""

    def __init__(
        self,
        access: Access,
        session: ClientSession,
        store: Store,
        *,
        keep: RunMemory | None = None,
        clock: Callable[[], datetime] = _utc_now,
        dice: Callable[[], float] = random.random,
    ) -> None:
        self.access = access
        self.session = session
        self.store = store
        self._dialler = Dialler(session, name=access.address.name, secret=access.secret, dice=dice)
        self._websocket = Websocket(access, self._dialler, heard=self._heard, clock=clock)
        self._keep = keep
        self._clock = clock

    @property
    def trouble(self) -> Trouble | None:
        """Why there is no link now, or why the last one ended; None while all is well."""
        ending = self._dialler.ending
        return None if ending is None else trouble_of(ending)

    @property
    def dials(self) -> int:
        """How often it was dialled."""
        return self._dialler.dials

    def wish(self, command: Command) -> int:
        """Send the command now, or as soon as there is a link. The id under which its answer comes."""
        id = self.session.wish(command, self._clock())
        wish = self.session.outbox.wish(id)
        if self._keep is not None and wish is not None:
            self._keep.put(wish)
        self._websocket.wake()
        return id

    def again(self, wish: Wish) -> None:
        """Send a wish that was left or withheld, under its own id: what was done is not done twice."""
        self.session.again(wish)
        if self._keep is not None:
            self._keep.put(self.session.outbox.wishes[-1])
        self._websocket.wake()

    def forget(self, id: int) -> None:
        """Never send this wish: it was withheld and nobody wants it here, or it went nowhere yet."""
        self.session.forget(id)
        if self._keep is not None:
            self._keep.answered(id)

    def report(self, fixes: tuple[Fix, ...]) -> None:
        """Say where units are; dropped without a link, because only the newest counts."""
        self.session.report(fixes)
        self._websocket.wake()

    def on_line(self, tick: OnLine) -> None:
        """Say what we have of a line; dropped without a link, because only the newest counts."""
        self.session.on_line(tick)
        self._websocket.wake()

    def present(self, tick: Presence | HalfCall) -> None:
        """Say where one is, or which call one is taking; dropped without a link."""
        self.session.present(tick)
        self._websocket.wake()

    def looks_at(self, window: Window | None) -> None:
        """Say what the map here shows, None for no map; said again by itself on every later link."""
        self.session.looks_at(window)
        self._websocket.wake()

    def fetch(self, fetch: Fetch) -> bool:
        """Ask for a document. False without a link: ask again after the next Welcomed."""
        asked = self.session.fetch(fetch)
        self._websocket.wake()
        return asked

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The link lives inside the block and is closed at its end.

        Raises CannotGoOn as soon as dialling cannot help; the block is then cancelled.
        """
        with one_error_as_itself():
            async with asyncio.TaskGroup() as group:
                task = group.create_task(self.run())
                try:
                    yield
                finally:
                    task.cancel()

    async def run(self) -> NoReturn:
        """Dial, talk, dial again; ends only when cancelled or with CannotGoOn."""
        with one_error_as_itself():
            while True:
                await self._websocket.dial_and_talk()
                ending = self._dialler.ending
                if ending is not None and ending.final:
                    raise CannotGoOn(trouble_of(ending))

    def _heard(self, event: Event) -> None:
        if self._keep is not None:
            self._remember(self._keep, event)
        if isinstance(event, SetAside):
            log.error("the server hung up twice at a %s: it is set aside", type(event.command).__name__)
        if isinstance(event, StillDrifted):
            log.error("the board at change %s is still not the server's after it was fetched anew", event.seq)
        self.store.take(event)
        if isinstance(event, Stranded) and self._keep is not None:
            # Only now: until the desk has the words again they are on the disk alone.
            for wish in event.wishes:
                self._keep.answered(wish.id)

    @staticmethod
    def _remember(keep: RunMemory, event: Event) -> None:
        match event:
            case Numbered(wishes=wishes):
                # Before the answer is: without its opening a wish on the disk would name nothing.
                for wish in wishes:
                    keep.put(wish)
            case Answered(answer=answer):
                keep.answered(answer.id)
            case _:
                pass


def new_link(access: Access, *, keep: RunMemory | None = None, attended: bool = True) -> Link:
    """A link with a session and a store of its own. `keep` holds unanswered wishes across runs.

    `attended` is False where nobody sits who could be asked: another history is the end of it then.
    """
    session = ClientSession(first_id=new_first_id(), attended=attended)
    return Link(access, session, Store(session), keep=keep)
