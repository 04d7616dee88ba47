"""What travels, as frozen values; the same classes on both ends.

Up: Do, Alive, Positions, Fetch, OnLine, LooksAt, Presence, HalfCall. Down: Welcome, SnapshotPart, Delta,
Positions, Alive, Done, Refusal, Piece, Shown, Alarm, OnLines, SeatPresence, SeatHalfCall. How each looks in
bytes is `frames`' business.
"""

from datetime import datetime

from attrs import Attribute, field, frozen
from attrs.validators import ge, instance_of, le

from protocol.change import Change
from protocol.commands.command import Command
from protocol.errors import Reason
from protocol.model.entry import Entry
from protocol.model.fix import Fix
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.map_address import ADDRESS_BYTES
from protocol.model.number import MAX_NUMBER
from protocol.model.point import Point
from protocol.model.presence import HalfCall, Presence, state_field
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.model.text import Name
from protocol.model.unit_status import UnitStatus
from protocol.model.window import Window
from protocol.wire.limits import MAX_COMMAND_ID

_id_field = [instance_of(int), ge(1), le(MAX_COMMAND_ID)]


def _no_map_or_address(_instance: object, attribute: "Attribute[bytes]", value: bytes) -> None:
    if len(value) not in (0, ADDRESS_BYTES):
        raise ValueError(f"{attribute.name} must be {ADDRESS_BYTES} bytes, or none, got {value!r}")


@frozen(kw_only=True)
class Do:
    """A wish. The id is the sender's choice and unique among this account's, so that twice is once."""

    id: int = field(validator=_id_field)
    command: Command


@frozen(kw_only=True)
class Alive:
    """I am here. From a console with the payload bytes it has received; from the server as the answer."""

    received_bytes: int = field(default=0, validator=[instance_of(int), ge(0)])
    seq: int = field(default=0, validator=[instance_of(int), ge(0)])
    """From the server, now and then: the number at which your board has the digest; 0 states none."""

    digest: int = field(default=0, validator=[instance_of(int), ge(0)])
    """See `protocol.session.digest`."""


@frozen(kw_only=True)
class Positions:
    """Where units are: a tick, the last one counts."""

    fixes: tuple[Fix, ...]


@frozen(kw_only=True)
class Fetch:
    """Send me the rest of a document, from a byte on, when nothing else wants the link."""

    id: int = field(validator=_id_field)
    document: str
    """Which: `history/417`, `search?text=fiets`; the server's `documents` knows them all."""

    offset: int = field(default=0, validator=[instance_of(int), ge(0)])


@frozen(kw_only=True)
class Welcome:
    """Who you are here, and from where we go on."""

    world: Name
    exercise: bool
    name: Name
    role: Role
    now: datetime
    """The server's clock."""

    history: str
    """Which journal the numbers are of; another one after a restore from a backup."""

    seq: int = field(validator=ge(0))
    """The number of the last change before what follows: of the snapshot, or the one resumed from."""

    at: datetime
    """When that change was made."""

    snapshot: bool
    """True when a snapshot at `seq` follows; False when changes after `seq` follow."""

    newest: int = field(validator=ge(0))
    """The newest change at this moment: whoever has it has caught up."""

    ticket: str
    """Opens the next link of this account without the secret."""

    status_numbers: tuple[tuple[int, UnitStatus], ...] = ()
    """The numbers that officers here press for a status."""

    terms: Terms = field(factory=Terms)
    """The numbers that the rules take here."""

    map: bytes = field(default=b"", validator=[instance_of(bytes), _no_map_or_address])
    """The address of the index of this world's map (see `protocol.map`); empty where there is none."""


@frozen(kw_only=True)
class SnapshotPart:
    """A piece of a board."""

    index: int = field(validator=ge(0))
    """The first stretch in it, counted from 0."""

    count: int = field(validator=ge(1))
    """Stretches in the whole snapshot."""

    packed: bytes
    """The next stretches of one zlib stream of rows; see `snapshot`."""

    stretches: int = field(default=1, validator=ge(1))
    """How many of them: more than one where the link takes large frames."""


@frozen(kw_only=True)
class Delta:
    """A change, and the number it follows."""

    change: Change
    after: int = field(validator=ge(0))


@frozen(kw_only=True)
class Done:
    """The command with this id is done; its facts were sent before this."""

    id: int = field(validator=_id_field)
    seq: int = field(validator=ge(1))
    """The change it made."""

    number: int = 0
    """The incident number or unit id it gave out; 0 for none."""


@frozen(kw_only=True)
class Refusal:
    """The command or fetch with this id is refused, and why."""

    id: int = field(validator=_id_field)
    reason: Reason
    texts: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()

    def args_by_name(self) -> dict[str, str | int]:
        """What fills in the sentence."""
        return {**dict(self.texts), **dict(self.numbers)}


@frozen(kw_only=True)
class Piece:
    """A stretch of a document."""

    id: int = field(validator=_id_field)
    offset: int = field(validator=ge(0))
    total: int = field(validator=ge(0))
    """Bytes in the whole document."""

    data: bytes


@frozen(kw_only=True)
class Shown:
    """Words of a line, for those who are on it: new ones, changed ones, or all to who comes late.

    Stands alone and may come twice: what is known is replaced, by id.
    """

    seq: int = field(validator=ge(0))
    """The change that brought the newest of them."""

    incident: int = field(validator=ge(1))
    line: LineKind
    entries: tuple[Entry, ...]


@frozen(kw_only=True)
class Alarm:
    """A colleague is in need: sent at once to everybody, before any lane. The facts follow in their order."""

    unit: int = field(validator=ge(1))
    call_sign: Name
    incident: int = field(validator=ge(1))
    point: Point | None = None


@frozen(kw_only=True)
class OnLine:
    """Up, a tick: what I have of a line, and what I do there."""

    incident: int = field(validator=ge(1))
    line: LineKind
    delivered: int = field(default=0, validator=ge(0))
    """The highest entry id that came in here."""

    read: int = field(default=0, validator=ge(0))
    """The highest that was on the screen."""

    hand: Hand = Hand.STILL


@frozen(kw_only=True)
class OnLineRow:
    """What a member of a line has and does."""

    incident: int = field(validator=ge(1))
    line: LineKind
    name: Name
    delivered: int = field(default=0, validator=ge(0))
    read: int = field(default=0, validator=ge(0))
    hand: Hand = Hand.STILL


@frozen(kw_only=True)
class OnLines:
    """Down, a tick: the last row of each member counts."""

    rows: tuple[OnLineRow, ...]


@frozen(kw_only=True)
class LooksAt:
    """Up, a tick: what the map here shows. Units in it are told first where the link cannot carry all."""

    window: Window | None = None
    """None while no map is shown."""


@frozen(kw_only=True)
class SeatPresence:
    """Down, a tick: where another desk of the room is. Small, because every glance makes one."""

    seat: int = field(validator=ge(1))
    """Of one desk as long as its link lasts; the same on every link that is told of it."""

    state: int = field(default=0, validator=state_field)
    """As in `Presence`; 0 for a desk that is gone."""

    incident: int = field(default=0, validator=[ge(0), le(MAX_NUMBER)])
    name: Name = field(default=Name(""))
    """The account, in the first of a seat that a link is told."""


@frozen(kw_only=True)
class SeatHalfCall:
    """Down, a tick: a call that is being taken at another desk of the room, and has no number yet."""

    seat: int = field(validator=ge(1))
    half: HalfCall


UpMessage = Do | Alive | Positions | Fetch | OnLine | LooksAt | Presence | HalfCall
DownMessage = (
    Welcome
    | SnapshotPart
    | Delta
    | Positions
    | Alive
    | Done
    | Refusal
    | Piece
    | Shown
    | Alarm
    | OnLines
    | SeatPresence
    | SeatHalfCall
)
