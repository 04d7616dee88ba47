"""Faults of what may fail without ending the server: contained where they happen, logged once, counted.

Stands round everything beside the single writer: subscribers of a change, side work, a link, a melder's page.
Raises the counter that /metrics shows, and tells /health which parts failed lately. It repairs nothing.
"""

import logging
from collections.abc import Callable
from enum import StrEnum
from types import TracebackType

from attrs import frozen

log = logging.getLogger(__name__)

LATELY_S = 60.0
"""A part is in trouble until it has gone without a fault for so long."""


class Part(StrEnum):
    """What may fail and leaves the room standing: its name in the log, in /metrics and in /health."""

    DECIDING = "deciding"
    """One wish, which is refused then."""

    FILLING_IN = "filling-in"
    """What the server knows and the sender of a wish does not."""

    DOCUMENTS = "documents"
    """One document that somebody asked for."""

    HUB = "hub"
    """Telling a change."""

    RESUME = "resume"
    """Reading for one who returns what it missed."""

    LINKS = "links"
    """One console's link."""

    MELDERS = "melders"
    """One melder's page, and telling all of them that something changed."""

    PULSE = "pulse"
    """Positions, silences, and what waits for room on a link."""

    CHECKPOINTS = "checkpoints"
    ARCHIVE = "archive"
    KEEPER = "keeper"
    """The order of the board."""

    ARRIVALS = "arrivals"
    """Who was sent beside who was nearest, and when they will be there."""

    PROPOSALS = "proposals"
    """Whom the server would send, so that those are asked."""

    APPEALS = "appeals"
    """Counting what is asked and how it ends."""

    NAMES = "names"
    """Reading the names of the map ahead of who types them."""


@frozen
class Kind:
    """What makes two faults the same: the part, the class of the error and the line that raised it."""

    part: Part
    error: str
    where: str


class Faults:
    """What went wrong since the start, by part."""

    def __init__(self, *, now_s: Callable[[], float], count: Callable[[Part, str], None]) -> None:
        """`count` is told of each fault: its part, and the name of the error's class."""
        self._now_s = now_s
        self._count = count
        self._known: set[Kind] = set()
        self._fault_s_by_part: dict[Part, float] = {}

    def contained(self, part: Part, *, passing: tuple[type[Exception], ...] = ()) -> "Contained":
        """A context out of which no error comes but the foreseen: it is noted as one of this part.

        Cancellation passes, and so does what is `passing`.
        """
        return Contained(self, part, passing)

    def note(self, part: Part, error: Exception) -> None:
        """This part failed."""
        kind = Kind(part, type(error).__name__, _where(error.__traceback__))
        self._count(kind.part, kind.error)
        self._fault_s_by_part[part] = self._now_s()
        if kind not in self._known:
            self._known.add(kind)
            log.error("%s failed; the same fault is only counted from here on", part, exc_info=error)

    def in_trouble(self) -> tuple[Part, ...]:
        """The parts that failed lately, in alphabetical order."""
        since_s = self._now_s() - LATELY_S
        return tuple(sorted(part for part, at_s in self._fault_s_by_part.items() if at_s > since_s))


class Contained:
    """See `Faults.contained`; `failed` tells afterwards."""

    def __init__(self, faults: Faults, part: Part, passing: tuple[type[Exception], ...]) -> None:
        self.failed = False
        self._faults = faults
        self._part = part
        self._passing = passing

    def __enter__(self) -> "Contained":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _at: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, self._passing):
            return False
        self.failed = True
        self._faults.note(self._part, error)
        return True


def _where(traceback: TracebackType | None) -> str:
    """File and line of the innermost frame."""
    if traceback is None:
        return ""
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}"
