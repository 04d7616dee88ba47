"""What can go wrong, and whose fault it is.

OpenlijnError
  Refused          a rule said no; the sender can read why and do something else
  BadMessage       their bytes: what came is not a message of this protocol
    NotMsgpack       the frame is not one msgpack value
    TooLarge         longer than the limit for its kind
    TooDeep          nested deeper than any message of ours
    WrongShape       the right tag with the wrong content; carries the path
      UnknownTag       a tag that this version does not have
    WishUnreadable   a wish whose id can be read and whose command cannot: it can be refused in words
  OutOfStep        a change does not follow the last one: resume from the last number
    Drifted          the board here is not the server's: ask for a snapshot

Codes and arguments travel over the wire; sentences are made in the console.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self


class OpenlijnError(Exception):
    """The root of everything this program raises on purpose."""


class Reason(StrEnum):
    """Why a command is refused. The value is the key of its sentence in the texts."""

    NO_SUCH_INCIDENT = "no-such-incident"
    NO_SUCH_UNIT = "no-such-unit"
    NO_SUCH_ENTRY = "no-such-entry"
    INCIDENT_CLOSED = "incident-closed"
    INCIDENT_OPEN = "incident-open"
    UNIT_STATUS_ILLEGAL = "unit-status-illegal"
    UNIT_BUSY = "unit-busy"
    UNIT_ALREADY_ON = "unit-already-on"
    UNIT_NOT_ASSIGNED = "unit-not-assigned"
    UNIT_HAS_INCIDENT = "unit-has-incident"
    UNIT_ON_DUTY = "unit-on-duty"
    PHASE_ILLEGAL = "phase-illegal"
    ENTRY_STRUCK = "entry-struck"
    ON_LINE = "on-line"
    NOT_ON_LINE = "not-on-line"
    NO_CHANGE = "no-change"
    NOT_ALLOWED = "not-allowed"
    NOT_YOUR_UNIT = "not-your-unit"
    REACTION_NOT_AGREED = "reaction-not-agreed"
    NO_SUCH_PROMISE = "no-such-promise"
    PROMISE_SETTLED = "promise-settled"
    DUE_PASSED = "due-passed"
    MELDER_HELD = "melder-held"
    NO_SUCH_NEED = "no-such-need"
    NO_SUCH_REFERRAL = "no-such-referral"
    NO_HANDOVER = "no-handover"
    NOT_BY_YOU = "not-by-you"
    CANNOT_LET_GO = "cannot-let-go"
    NOT_EARLIER = "not-earlier"
    TOO_MANY = "too-many"
    NO_CHOICE = "no-choice"
    NO_TASK = "no-task"
    NO_MAP = "no-map"
    NO_CONTACT = "no-contact"
    CONTACT_OPEN = "contact-open"
    NOT_ON_CONTACT = "not-on-contact"
    ONLY_LISTENING = "only-listening"
    NO_LINK = "no-link"
    LINK_TAKEN = "link-taken"
    REASON_NEEDED = "reason-needed"
    NO_SUCH_CARD = "no-such-card"
    NOT_INVITED = "not-invited"
    LINES_ARE_ONE = "lines-are-one"
    LINES_ARE_APART = "lines-are-apart"
    NO_SUCH_ROW = "no-such-row"
    GOLDEN_HOUR = "golden-hour"
    NOT_A_PAIR = "not-a-pair"
    NO_EMERGENCY = "no-emergency"
    EMERGENCY_ON = "emergency-on"
    NOTHING_TO_TAKE_BACK = "nothing-to-take-back"
    BACK_TOO_LATE = "back-too-late"
    BACK_NOT_LAST = "back-not-last"
    BACK_BUILT_ON = "back-built-on"
    BACK_NEVER = "back-never"
    JOURNAL_UNAVAILABLE = "journal-unavailable"
    TOO_FAST = "too-fast"
    INVALID = "invalid"
    FAULT = "fault"
    """The program itself failed at it; asking again would fail again."""


class Refused(OpenlijnError):
    """A rule said no.

    `reason` is the key of the sentence; `args_by_name` fills it in. A name that ends in `_status`, `_phase`,
    `_role` or `_command` holds the key of a word, which the console translates as well.
    """

    def __init__(self, reason: Reason, **args_by_name: str | int) -> None:
        super().__init__(reason, args_by_name)
        self.reason = reason
        self.args_by_name: Mapping[str, str | int] = args_by_name

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value}" for name, value in self.args_by_name.items())
        return f"{self.reason}({inside})"


class BadMessage(OpenlijnError):
    """What came is not a message of this protocol."""


class NotMsgpack(BadMessage):
    """The frame is not one msgpack value."""


class TooLarge(BadMessage):
    """The frame is longer than the limit; says both lengths."""


class TooDeep(BadMessage):
    """The frame is nested deeper than any message of this protocol."""


class WrongShape(BadMessage):
    """The content does not fit its tag.

    Reads as: expected int @ $[2].place, got 'noord'.
    """

    def __init__(self, path: str, expected: str, got: object) -> None:
        shown = repr(got)
        super().__init__(f"expected {expected} @ {path}, got {shown[:60]}{'…' if len(shown) > 60 else ''}")
        self.path = path
        self.expected = expected
        self.got = got

    def within(self, path: str) -> Self:
        """The same mistake as whoever reads `path` sees it, further out."""
        return type(self)(path + self.path, self.expected, self.got)


class UnknownTag(WrongShape):
    """What opens it names no message, command or fact of this version: a later one must have written it."""


class WishUnreadable(BadMessage):
    """A wish whose command this version does not know, or not in this shape."""

    def __init__(self, id: int, why: WrongShape) -> None:
        super().__init__(str(why))
        self.id = id
        self.why = why


class OutOfStep(OpenlijnError):
    """A change came that does not follow the last one known here."""


class Drifted(OutOfStep):
    """The board here is not the server's, though every change followed the one before it."""


class AnotherHistory(OpenlijnError):
    """A program at which nobody sits, and so nobody can be asked, is welcomed by another history."""

    def __init__(self, world: str, *, exercise: bool) -> None:
        super().__init__(f"another history now: {'exercise' if exercise else 'live'} {world}")
        self.world = world
        self.exercise = exercise
