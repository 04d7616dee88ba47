"""The melders' pages that are open now: what each says goes to the room, what changes goes to each.

Rung by the room with every change. One key holds a link: the first page that came in by it. Every page may
say so much at once and no more; nothing that a page sends reaches a log as it is.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from hashlib import sha256
from time import monotonic
from typing import Protocol

from protocol.change import Change
from protocol.commands import ComeIn
from protocol.errors import Reason, Refused, WrongShape
from protocol.model.incident import Incident
from protocol.model.role import Role
from protocol.model.text import Name
from server.bucket import Bucket
from server.decide.actor import Actor
from server.journal.errors import JournalError
from server.melder.codes import Codes
from server.melder.talk import (
    ALIVE,
    SignOfLife,
    read_begin,
    read_said,
    write_done,
    write_refused,
    write_view,
)
from server.melder.view import MeldersView, melders_view
from server.one_error import one_error_as_itself
from server.room import Room

log = logging.getLogger(__name__)

MELDER = "melder"
"""The first word of the melder's name in changes; no account may begin so."""

MOST_PAGES = 500
MOST_PAGES_A_LINK = 3
WORDS_PER_S = 1.0
WORDS_AT_ONCE = 12.0
"""A frightened person types fast; a page that runs wild does not stop."""

MOST_WAIT_S = 30.0
IDS_A_LINK = 2**32
"""The page's ids count within its link."""


class Page(Protocol):
    """A browser at the other end."""

    def frames(self) -> AsyncIterator[str | bytes]:
        """What it sends, until its link ends."""

    async def send(self, text: str) -> None:
        """Tell it; raises nothing when the link is gone."""


class MelderGone(Exception):
    """The link opens nothing (any more): `why` is a key of the page's texts."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Open:
    """One page, and what it has been told."""

    def __init__(self, page: Page, incident: int, link: int, known: int) -> None:
        self.page = page
        self.incident = incident
        self.link = link
        self.known = known
        self.told: MeldersView | None = None
        self.bell = asyncio.Event()
        self.bell.set()


class MelderDesk:
    """Everything behind the melders' links of one world."""

    def __init__(self, room: Room, codes: Codes, clock: Callable[[], datetime]) -> None:
        self._room = room
        self._codes = codes
        self._clock = clock
        self._pages: set[_Open] = set()

    def ring(self, change: Change) -> None:
        """A change was made: pages that it is about look again. Costs the caller next to nothing."""
        if self._pages:
            numbers = {getattr(fact, "incident", 0) for fact in change.facts}
            units = any(hasattr(fact, "unit") for fact in change.facts)
            for page in self._pages:
                if units or page.incident in numbers:
                    page.bell.set()

    def knows(self, code: str) -> bool:
        """True when a link with this code is good now."""
        return self._codes.opened_by(code, self._room.board, self._clock()) is not None

    async def serve(self, code: str, page: Page) -> None:
        """One page, until its link ends. Raises MelderGone when it may not (or no longer) be here."""
        incident = self._codes.opened_by(code, self._room.board, self._clock())
        link = None if incident is None else incident.contact_line.link
        if incident is None or link is None:
            raise MelderGone("link-void")
        same = sum(each.incident == incident.number for each in self._pages)
        if len(self._pages) >= MOST_PAGES or same >= MOST_PAGES_A_LINK:
            raise MelderGone("too-busy")
        frames = page.frames()
        begin = read_begin(await anext(frames))
        actor = Actor(name=Name(f"{MELDER} {incident.number}"), role=Role.MELDER)
        come_in = ComeIn(incident=incident.number, key=begin.key)
        try:
            await self._room.do(actor, _id_of(link.number, begin.key), come_in)
        except Refused as refused:
            if refused.reason is not Reason.NO_CHANGE:
                raise MelderGone(
                    "link-taken" if refused.reason is Reason.LINK_TAKEN else "link-void"
                ) from refused
        here_now = self._room.board.incidents[incident.number].contact_line.link
        if here_now is None or here_now.key != begin.key:
            raise MelderGone("link-taken")
        here = _Open(page, incident.number, link.number, begin.known)
        self._pages.add(here)
        try:
            with one_error_as_itself():
                async with asyncio.TaskGroup() as tasks:
                    telling = tasks.create_task(self._tell(here))
                    await self._listen(here, actor, frames)
                    telling.cancel()
        finally:
            self._pages.discard(here)

    async def _listen(self, here: _Open, actor: Actor, frames: AsyncIterator[str | bytes]) -> None:
        bucket = Bucket(rate_per_s=WORDS_PER_S, burst=WORDS_AT_ONCE, now_s=monotonic())
        async for frame in frames:
            said = read_said(frame, here.incident)
            here.bell.set()
            if isinstance(said, SignOfLife):
                await here.page.send(ALIVE)
                continue
            wait_s = bucket.take(monotonic())
            if wait_s > MOST_WAIT_S:
                raise WrongShape("$", "fewer messages", "too many")
            await asyncio.sleep(wait_s)
            await here.page.send(await self._answer(here, actor, said.id, said.command))

    async def _answer(self, here: _Open, actor: Actor, id: int, command: object) -> str:
        try:
            await self._room.do(actor, here.link * IDS_A_LINK + id, command)  # type: ignore[arg-type]
        except Refused as refused:
            done = refused.reason is Reason.NO_CHANGE
            return write_done(id) if done else write_refused(id, str(refused.reason))
        except JournalError as error:
            log.error("a melder's word of incident %s is not kept: %s", here.incident, error)
            return write_refused(id, str(Reason.JOURNAL_UNAVAILABLE))
        return write_done(id)

    async def _tell(self, here: _Open) -> None:
        """What changed, whenever the bell rings; ends with MelderGone when the link does."""
        while True:
            await here.bell.wait()
            here.bell.clear()
            incident = self._room.board.incidents.get(here.incident)
            if incident is None or not self._still_good(incident, here.link):
                raise MelderGone("link-void")
            view = melders_view(incident, self._room.board)
            text = write_view(view, known=here.known, before=here.told)
            here.told = view
            here.known = max((here.known, *(word.id for word in view.words)))
            if text is not None:
                await here.page.send(text)

    def _still_good(self, incident: Incident, number: int) -> bool:
        link = incident.contact_line.link
        return link is not None and link.number == number and link.is_good(self._clock())


def _id_of(link: int, key: str) -> int:
    """The id of coming in: its own for every key, beyond the ids that a page counts."""
    return link * IDS_A_LINK + IDS_A_LINK // 2 + int.from_bytes(sha256(key.encode()).digest()[:3])
