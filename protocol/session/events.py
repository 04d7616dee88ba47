"""What a session tells its driver, as frozen values.

Each comes out of `ClientSession` once, in the order in which it happened.
"""

from enum import Enum

from attrs import frozen

from protocol.change import Change
from protocol.commands.command import Command
from protocol.model.fix import Fix
from protocol.session.outbox import Wish
from protocol.wire.messages import (
    Alarm,
    Done,
    OnLineRow,
    Piece,
    Refusal,
    SeatHalfCall,
    SeatPresence,
    Shown,
    Welcome,
)


class LinkState(Enum):
    """How the link is doing, as a person would say it."""

    CONNECTING = "connecting"
    """Nothing heard yet, or dialling again."""

    CATCHING_UP = "catching-up"
    """Welcomed; snapshot or missed changes are coming in."""

    LIVE = "live"
    SILENT = "silent"
    """Nothing heard for SILENT_AFTER_S: cut, as far as a person is concerned."""


@frozen(kw_only=True)
class StateChanged:
    """The link does something else than before."""

    state: LinkState


@frozen(kw_only=True)
class Welcomed:
    """The server knows us; what follows is stated in the welcome."""

    welcome: Welcome


@frozen(kw_only=True)
class BoardArrived:
    """More of the board is known: a snapshot part came in."""

    complete: bool
    parts: int
    of: int


@frozen(kw_only=True)
class Changed:
    """A change came in and is in the board (or waits for the rest of a snapshot)."""

    change: Change


@frozen(kw_only=True)
class Moved:
    """Units were seen."""

    fixes: tuple[Fix, ...]


@frozen(kw_only=True)
class Answered:
    """A wish was done or refused."""

    command: Command
    answer: Done | Refusal


@frozen(kw_only=True)
class SetAside:
    """A wish that the server hung up on twice: it waits for a person's word, and the others go on."""

    command: Command


@frozen(kw_only=True)
class Numbered:
    """What a wish of ours opens has its number, and wishes that waited for it have it too.

    Comes before the answer itself.
    """

    wishes: tuple[Wish, ...]
    """With the number in them."""


@frozen(kw_only=True)
class Stranded:
    """A wish that was to open something is refused: what waited for its number comes back unsent.

    Comes before the answer itself.
    """

    opening: Command
    wishes: tuple[Wish, ...]


@frozen(kw_only=True)
class PieceCame:
    """A stretch of a document that was asked for."""

    piece: Piece


@frozen(kw_only=True)
class FetchRefused:
    """A document that was asked for is not to be had."""

    refusal: Refusal


@frozen(kw_only=True)
class WordsCame:
    """Words of a line that we are on; they are in the board."""

    shown: Shown


@frozen(kw_only=True)
class Alarmed:
    """A colleague is in need; the facts follow."""

    alarm: Alarm


@frozen(kw_only=True)
class LinesMoved:
    """What members of our lines have read, and who types or wants the floor."""

    rows: tuple[OnLineRow, ...]


@frozen(kw_only=True)
class RoomMoved:
    """Another desk of the room looks elsewhere, types, or takes a call; the session knows it already."""

    tick: SeatPresence | SeatHalfCall


@frozen(kw_only=True)
class StillDrifted:
    """The board here is not the server's at this number, and fetching it anew did not help."""

    seq: int


Event = (
    StateChanged
    | Welcomed
    | BoardArrived
    | Changed
    | Moved
    | Answered
    | SetAside
    | Numbered
    | Stranded
    | PieceCame
    | FetchRefused
    | WordsCame
    | Alarmed
    | LinesMoved
    | RoomMoved
    | StillDrifted
)
