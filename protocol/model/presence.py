"""Where somebody of the room is at a desk: which melding, which panel, how much is typed. Never the words.

Said by a console to the server when it changes, told to the other desks of the room, kept nowhere. Not a
fact: the last value counts. Shown on the board's rows and in the melding's head.
"""

from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.number import MAX_NUMBER
from protocol.model.text import Text, storable


class Spot(IntEnum):
    """The panel or field that has the keys of a desk."""

    AWAY = 0
    """The desk's link has ended."""

    BOARD = 1
    UNITS = 2
    MAP = 3
    LINE = 4
    CONTACT = 5
    MELDING = 6
    FORM = 7
    COMMAND = 8
    FILTER = 9

    @property
    def key(self) -> str:
        """The key of its word in the texts."""
        return self.name.lower()


LENGTHS = (0, 1, 5, 10, 20, 40, 80, 160)
"""How much is typed, in characters, rounded down to one of these: enough to see that somebody types on."""

_STEPS = len(LENGTHS)


def step_of(length: int) -> int:
    """The place in LENGTHS of the longest that is not longer."""
    return max(place for place, each in enumerate(LENGTHS) if each <= max(0, length))


def state_field(_instance: object, attribute: object, value: int) -> None:
    """A validator: a spot and a length together, from 0."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("state must be a whole number")
    if not 0 <= value < _STEPS * len(Spot):
        raise ValueError(f"state must be from 0 to {_STEPS * len(Spot) - 1}, got {value}")


def _incident(_instance: object, attribute: object, value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("incident must be a whole number")
    if not 0 <= value <= MAX_NUMBER:
        raise ValueError(f"incident must be from 0 to {MAX_NUMBER}, got {value}")


@frozen(kw_only=True)
class Presence:
    """One desk at one moment. As a message it is at most 8 bytes, because spot and length share one."""

    state: int = field(default=0, validator=state_field)
    """Spot and length together; see `present_at`."""

    incident: int = field(default=0, validator=_incident)
    """The melding that is selected; 0 for none."""

    @property
    def spot(self) -> Spot:
        """What has the keys there."""
        return Spot(self.state // _STEPS)

    @property
    def typed(self) -> int:
        """About how many characters are typed and not sent there: one of LENGTHS."""
        return LENGTHS[self.state % _STEPS]


def present_at(incident: int | None, spot: Spot, *, typed: int = 0) -> Presence:
    """A desk that looks at this melding, None for none, with so many characters typed."""
    return Presence(state=spot * _STEPS + step_of(typed), incident=incident or 0)


MOST_SAID_CHARS = 60
"""Of what and of where in a half call: more is not read in a row of a board."""


@frozen(kw_only=True)
class HalfCall:
    """A call that somebody is taking and has not opened: what and where, as typed so far."""

    mark: int = field(validator=_incident)
    """Tells the half calls of one desk apart; counts up from 1."""

    stands: bool = field(default=False, validator=instance_of(bool))
    """False once it is opened, attached or thrown away."""

    what: Text = field(default=Text(""), validator=storable(MOST_SAID_CHARS, empty=True))
    place: Text = field(default=Text(""), validator=storable(MOST_SAID_CHARS, empty=True))
    priority: int = field(default=0, validator=_incident)
    """1 to 5; 0 while none was said."""


def half_call(mark: int, *, what: str, place: str, priority: int = 0) -> HalfCall:
    """One that stands, cut to what a row shows."""
    return HalfCall(
        mark=mark,
        stands=True,
        what=_short(what),
        place=_short(place),
        priority=priority,
    )


def _short(text: str) -> Text:
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return Text(" ".join(whole.split())[:MOST_SAID_CHARS])
