"""The melders' pages that are open now: what each says goes to the room, what changes goes to each.

Rung by the room with every change. One key holds a link: the first page that came in by it. A link may say so
much at once, and waits from there on; nothing that a page sends reaches a log.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from hashlib import sha256
from time import monotonic
from typing import Protocol

from protocol.about import about_all
from protocol.change import Change
from protocol.commands.contact import ComeIn, SayAsMelder, SaySafe, ShareWhere
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
    MAX_ID,
    Begin,
    SignOfLife,
    read_begin,
    read_said,
    write_done,
    write_refused,
    write_view,
)
from server.melder.view import MeldersView, melders_view
from server.room.room import Room

log = logging.getLogger(__name__)

MELDER = "melder"
"""The first word of the melder's name in changes; no account may begin so."""

MOST_PAGES = 500
MOST_PAGES_A_LINK = 3
"""Tabs, and links that were cut without a word; the newest stay."""

WORDS_PER_S = 1.0
WORDS_AT_ONCE = 12.0
"""Of one link, whichever page of it says them. A frightened person types fast."""

SIGNS_PER_S = 1.0
SIGNS_AT_ONCE = 60.0
"""A page gives one every ten seconds; one that gives them without end is sent away."""

MOST_SILENCE_S = 35.0
"""Three signs of life missed: the phone is gone, and comes back by itself."""

IDS_A_LINK = 2 * MAX_ID
"""The page's ids count within its link."""


class Page(Protocol):
    """A browser at the other end."""

    def frames(self) -> AsyncIterator[str | bytes]:
        """What it sends, until its link ends, however it ends."""

    async def send(self, text: str) -> None:
        """Tell it; raises nothing when the link is gone."""


class MelderGone(Exception):
    """The page may not be here (any longer): `why` is a key of its texts."""

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
        self.is_replaced = False
        self.bell = asyncio.Event()
        self.bell.set()


class MelderDesk:
    """Everything behind the melders' links of one world."""

    def __init__(
        self,
        room: Room,
        codes: Codes,
        clock: Callable[[], datetime],
        *,
        most_silence_s: float = MOST_SILENCE_S,
        words_per_s: float = WORDS_PER_S,
    ) -> None:
        self._room = room
        self._codes = codes
        self._clock = clock
        self._most_silence_s = most_silence_s
        self._words_per_s = words_per_s
        self._pages: list[_Open] = []
        """In the order of coming."""

        self._beginning = 0
        """Pages that have not said who they are."""

        self._bucket_by_link: OrderedDict[tuple[int, int], Bucket] = OrderedDict()

    def ring(self, change: Change) -> None:
        """A change was made: pages that it is about look again. Costs the caller next to nothing."""
        if self._pages:
            about = about_all(fact.about() for fact in change.facts)
            for page in self._pages:
                if about.units or page.incident in about.incidents:
                    page.bell.set()

    def knows(self, code: str) -> bool:
        """True when a link with this code is good now."""
        return self._codes.opened_by(code, self._room.board, self._clock()) is not None

    async def serve(self, code: str, page: Page) -> None:
        """One page, until its link ends or it falls silent.

        Raises MelderGone when it may not (or no longer) be here, BadMessage for what no page of ours sends.
        """
        if not self.knows(code):
            raise MelderGone("link-void")
        if self._beginning >= MOST_PAGES:
            raise MelderGone("too-busy")
        frames = page.frames()
        self._beginning += 1
        try:
            first = await self._next(frames)
        finally:
            self._beginning -= 1
        if first is None:
            return
        begin = read_begin(first)
        # A second look: it may have ended while the page was silent.
        incident = self._codes.opened_by(code, self._room.board, self._clock())
        link = None if incident is None else incident.contact_line.link
        if incident is None or link is None:
            raise MelderGone("link-void")
        actor = Actor(name=Name(f"{MELDER} {incident.number}"), role=Role.MELDER)
        await self._come_in(actor, incident.number, link.number, begin)
        here = self._seat(page, incident.number, link.number, begin.known)
        try:
            async with asyncio.TaskGroup() as tasks:
                telling = tasks.create_task(self._tell(here))
                await self._listen(here, actor, frames)
                telling.cancel()
        except BaseExceptionGroup as group:
            # That the link ended says more than what its page did in the same moment.
            gone, _ = group.split(MelderGone)
            raise (gone or group).exceptions[0] from None
        finally:
            self._pages.remove(here)

    async def _next(self, frames: AsyncIterator[str | bytes]) -> str | bytes | None:
        """The next frame; None when the link ended, or the page is silent for too long."""
        try:
            async with asyncio.timeout(self._most_silence_s):
                return await anext(frames, None)
        except TimeoutError:
            return None

    async def _come_in(self, actor: Actor, incident: int, link: int, begin: Begin) -> None:
        try:
            await self._room.do(actor, _id_of(link, begin.key), ComeIn(incident=incident, key=begin.key))
        except JournalError as error:
            raise MelderGone("too-busy") from error
        except Refused as refused:
            if refused.reason is Reason.JOURNAL_UNAVAILABLE:
                raise MelderGone("too-busy") from refused
            if refused.reason is Reason.LINK_TAKEN:
                raise MelderGone("link-taken") from refused
            if refused.reason is not Reason.NO_CHANGE:
                raise MelderGone("link-void") from refused
        now = self._room.board.incidents[incident].contact_line.link
        if now is None or now.number != link:
            raise MelderGone("link-void")
        if now.key != begin.key:
            raise MelderGone("link-taken")

    def _seat(self, page: Page, incident: int, link: int, known: int) -> _Open:
        """A place for the page; where its link has too many, the oldest goes: most likely nobody is there."""
        same = [each for each in self._pages if each.incident == incident and not each.is_replaced]
        if len(self._pages) >= MOST_PAGES and not same:
            raise MelderGone("too-busy")
        for old in same[: len(same) - MOST_PAGES_A_LINK + 1]:
            old.is_replaced = True
            old.bell.set()
        here = _Open(page, incident, link, known)
        self._pages.append(here)
        return here

    async def _listen(self, here: _Open, actor: Actor, frames: AsyncIterator[str | bytes]) -> None:
        words = self._bucket_of(here)
        signs = Bucket(rate_per_s=SIGNS_PER_S, burst=SIGNS_AT_ONCE, now_s=monotonic())
        while (frame := await self._next(frames)) is not None:
            said = read_said(frame, here.incident)
            here.bell.set()
            if isinstance(said, SignOfLife):
                if signs.take(monotonic()) > 0:
                    raise WrongShape("$", "words now and then", "signs of life without end")
                await here.page.send(ALIVE)
                continue
            # Meanwhile nothing more is read, and what comes stays in the phone.
            await asyncio.sleep(words.take(monotonic()))
            await here.page.send(await self._answer(here, actor, said.id, said.command))

    def _bucket_of(self, here: _Open) -> Bucket:
        """The link's, so that a page gains nothing by coming in again."""
        key = here.incident, here.link
        bucket = self._bucket_by_link.pop(key, None)
        if bucket is None:
            bucket = Bucket(rate_per_s=self._words_per_s, burst=WORDS_AT_ONCE, now_s=monotonic())
        self._bucket_by_link[key] = bucket
        if len(self._bucket_by_link) > 2 * MOST_PAGES:
            self._bucket_by_link.popitem(last=False)
        return bucket

    async def _answer(
        self, here: _Open, actor: Actor, id: int, command: SayAsMelder | ShareWhere | SaySafe
    ) -> str:
        if not self._is_good(here):
            return write_refused(id, Reason.NO_LINK.value)
        try:
            await self._room.do(actor, here.link * IDS_A_LINK + id, command)
        except Refused as refused:
            done = refused.reason is Reason.NO_CHANGE
            return write_done(id) if done else write_refused(id, refused.reason.value)
        except JournalError as error:
            log.error("whether a melder's word of incident %s is kept: %s", here.incident, error)
            return write_refused(id, Reason.JOURNAL_UNAVAILABLE.value)
        return write_done(id)

    async def _tell(self, here: _Open) -> None:
        """What changed, whenever the bell rings; ends with MelderGone when the link does."""
        while True:
            await here.bell.wait()
            here.bell.clear()
            if here.is_replaced:
                raise MelderGone("elsewhere")
            incident = self._room.board.incidents.get(here.incident)
            if incident is None or not self._is_good(here):
                raise MelderGone("link-void")
            view = melders_view(incident, self._room.board)
            text = write_view(view, known=here.known, before=here.told)
            here.told = view
            here.known = max((here.known, *(word.id for word in view.words)))
            if text is not None:
                await here.page.send(text)

    def _is_good(self, here: _Open) -> bool:
        """True while the page's own link of its melding is good."""
        incident: Incident | None = self._room.board.incidents.get(here.incident)
        link = None if incident is None else incident.contact_line.link
        return link is not None and link.number == here.link and link.is_good(self._clock())


def _id_of(link: int, key: str) -> int:
    """The id of coming in: its own for every key, beyond the ids that a page gives."""
    return link * IDS_A_LINK + MAX_ID + 1 + int.from_bytes(sha256(key.encode()).digest()[:3])
