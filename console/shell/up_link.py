"""What a screen asks of its link, as one value: wishes, documents, ticks, and why there is no link.

Made where the link is; a screen without one asks these and nothing happens.
"""

from collections.abc import Callable

from attrs import frozen

from console.texts.trouble import Trouble
from protocol.commands.command import Command
from protocol.model.presence import HalfCall, Presence
from protocol.model.window import Window
from protocol.session.outbox import Wish
from protocol.wire.messages import Fetch, OnLine


@frozen(kw_only=True)
class UpLink:
    """Everything that goes up."""

    wish: Callable[[Command], int]
    """A command into the outbox, for good."""

    again: Callable[[Wish], object] = lambda _: None
    """A wish that was left or withheld, under its own id."""

    forget: Callable[[int], object] = lambda _: None
    """A wish that was withheld, by its id."""

    fetch: Callable[[Fetch], object] = lambda _: False
    """A document or a piece; False without a link."""

    on_line: Callable[[OnLine], object] = lambda _: None
    """What we have of a line."""

    present: Callable[[Presence | HalfCall], object] = lambda _: None
    """Where one is, or which call one is taking."""

    looks_at: Callable[[Window | None], object] = lambda _: None
    """Which stretch of the earth the map shows."""

    trouble: Callable[[], Trouble | None] = lambda: None
    """Why there is no link at the moment of asking; None while all is well."""
