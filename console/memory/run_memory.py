"""All that one run of the console keeps on disk: its wishes, what is typed, and what earlier runs left.

Belongs to one account at one address. For each history that welcomes it there is a pair of files in the
folder of that world (`pair`); a wish lies with the history it was made in, and with no other. What the disk
does not take stays in memory, `trouble` tells, and is tried again. The link tells it of wishes and answers,
the desk of where one is and what is typed. It sends nothing.
"""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.command.typed_before import Past
from console.memory.folders import address_mark, every_folder, folder_of, state_directory
from console.memory.left_behind import LeftBehind, left_behind
from console.memory.line_history import FILE_NAME as LINES
from console.memory.line_history import KeptPast, forget_lines
from console.memory.outbox_file import Owner
from console.memory.pair import Pair
from console.memory.typed import Typed
from console.texts.trouble import Trouble
from protocol.address import Address
from protocol.session.origin import Origin
from protocol.session.outbox import Wish


def utc_now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)


class RunMemory:
    """What this run keeps."""

    def __init__(
        self,
        address: Address,
        *,
        state: Path | None = None,
        keep_typed: timedelta = timedelta(hours=12),
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """What anybody typed longer ago than `keep_typed` is forgotten, on the disk too."""
        self._state = state or state_directory()
        self._clock = clock
        self._since = clock() - keep_typed
        self._account = address.name
        self._mark = address_mark(address)
        self.here: Origin | None = None
        """The history of the last welcome; None before the first."""

        self._pairs: dict[Origin | None, Pair] = {}
        own = self._pair(None)
        self.left: list[LeftBehind] = left_behind(self._state, address, since=self._since, but=own.path)
        """What earlier runs of this account left, oldest first."""

        for folder in every_folder(self._state):
            with contextlib.suppress(OSError):
                forget_lines(folder / LINES, since=self._since)
        _forget_first_release(self._state, self._since)

    @property
    def folder(self) -> Path | None:
        """The folder of this account in this world; None before the first welcome."""
        return None if self.here is None else folder_of(self._state, self._account, self.here)

    def line_history(self) -> Past:
        """The lines that this account typed before in this world; none where nothing is kept."""
        folder = self.folder
        try:
            return (
                Past() if folder is None else KeptPast(folder / LINES, since=self._since, clock=self._clock)
            )
        except OSError:
            return Past()

    def kept(self) -> tuple[int, int]:
        """How many wishes without an answer and how many texts that were not sent are on the disk."""
        kept = [pair.kept for pair in self._pairs.values()]
        return sum(wishes for wishes, _ in kept), sum(texts for _, texts in kept)

    @property
    def address_mark(self) -> str:
        """By which what was left at this address is known."""
        return self._mark

    @property
    def trouble(self) -> Trouble | None:
        """Why something is not on the disk; None when all is well."""
        return next((pair.trouble for pair in self._pairs.values() if pair.trouble), None)

    def enter(self, here: Origin) -> None:
        """This history welcomed us: from now on what is wished and typed lies with it."""
        self.here = here
        self._pair(here)

    def try_again(self) -> None:
        """There may be room on the disk again: write what is not there."""
        for pair in self._pairs.values():
            pair.try_again()

    def put(self, wish: Wish) -> None:
        """Remember a wish until its answer; one that lay with another history lies with its new one alone."""
        pair = self._pair(wish.origin)
        pair.put(wish)
        for other in self._pairs.values():
            if other is not pair:
                other.answered(wish.id)

    def answered(self, id: int) -> None:
        """Its answer came, or somebody forgets it."""
        for pair in self._pairs.values():
            pair.answered(id)
        for each in self.left:
            each.answered(id)

    def keep_typed(self, typed: Typed) -> None:
        """This is what is typed and not sent in that history now; what did not change keeps its time.

        Dated by this machine, which also decides when it is forgotten: a world has a clock of its own.
        """
        self.try_again()
        if typed.empty and typed.origin not in self._pairs:
            return
        pair = self._pair(typed.origin)
        pair.keep_typed(typed.dated_after(pair.typed, self._clock()))

    def close(self) -> None:
        """The end of this run. Files stay only for what is unanswered or unsent."""
        for pair in self._pairs.values():
            pair.close()
        for each in self.left:
            each.let_go()

    def abandon(self) -> None:
        """Let go of everything as it is, as a death would."""
        for pair in self._pairs.values():
            pair.abandon()
        for each in self.left:
            each.let_go()

    def _pair(self, origin: Origin | None) -> Pair:
        """That of this history, and of no other."""
        if origin not in self._pairs:
            owner = Owner(account=self._account, address=self._mark, origin=origin)
            self._pairs[origin] = Pair(folder_of(self._state, self._account, origin), owner)
        return self._pairs[origin]


def _forget_first_release(state: Path, since: datetime) -> None:
    """The first release kept typed lines and sign-ons by user of the machine: nobody reads them any more."""
    for name in ("lines", "duty.json"):
        path = state / name
        with contextlib.suppress(OSError):
            if path.is_file() and path.stat().st_mtime < since.timestamp():
                path.unlink()
