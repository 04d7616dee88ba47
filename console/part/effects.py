"""What a part wants done: small frozen values, applied by the desk alone, one after the other.

A part returns a tuple of them; None instead of a tuple says that the key was not for this part.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from console.actions.action import Action, Where
from console.actions.problem import Parsed
from console.field.edit import Edit
from console.paint.tone import Tone
from console.part.field import Field
from console.part.reader import Reader
from console.part.sounds import Sound
from protocol.commands.command import Command
from protocol.model.line_kind import LineKind
from protocol.session.outbox import Wish


@frozen
class Send:
    """A wish goes into the outbox, where it stays until it is answered."""

    command: Command


@frozen
class SendAgain:
    """A wish that was left or withheld goes into the outbox, under its own id: it belongs here now."""

    wish: Wish


@frozen
class ForgetWish:
    """A wish that was withheld, or that went nowhere yet, goes out of the outbox, for good."""

    id: int


@frozen
class Tell:
    """Good news: shown unless something heavier is still unread."""

    text: str
    tone: Tone = Tone.PLAIN
    yields: bool = False
    """True when it gives way to what could be done next."""


@frozen
class Warn:
    """Something to be read; takes the place of what stood there."""

    text: str
    tone: Tone = Tone.BAD


@frozen
class ClearNotice:
    """Away with the notice."""


@frozen
class PassOn:
    """The key was looked at and means here what it always means, too."""


@frozen
class Bell:
    """A sound, once: one of the table of sounds, and no other."""

    sound: Sound


@frozen
class Focus:
    """The keys go to this field; None: to the panel."""

    field: Field | None


@frozen
class GoTo:
    """This panel has the keys while no field has them."""

    panel: Where


@frozen
class Select:
    """Look at this incident."""

    incident: int | None


@frozen
class SelectUnit:
    """Stand on this unit."""

    unit: int | None


@frozen
class LookBack:
    """Stand on this entry of the line; None goes to the newest and follows it."""

    entry: int | None


@frozen
class BeginLine:
    """The command line opens with this text, and has the keys."""

    text: str


@frozen
class FilterBy:
    """The board shows what fits this; the selection goes to the first that does."""

    edit: Edit


@frozen
class ToggleClosed:
    """Closed incidents stand on the board too, or not any more."""


@frozen
class ToggleNearest:
    """Units by distance, or by call sign again."""


@frozen
class ShowLine:
    """This line of this incident from now on."""

    incident: int
    line: LineKind


@frozen
class WantFloor:
    """Ask for the floor of this line, or no longer; which of the two it is now is said."""

    incident: int
    line: LineKind


@frozen
class ChooseReader:
    """Who reads what is typed for the selected incident from now on; the words under the hand stay."""

    reader: Reader | None
    """None for whoever reads when nobody chose."""


@frozen
class OpenDeeds:
    """What is likely next stands behind Space, as it is once all before this was done."""


@frozen
class LookToward:
    """A unit looks at this melding instead of its own; its status stays that on its own. None: back again."""

    incident: int | None


@frozen
class Perform:
    """What this action does, as if its key had been pressed."""

    action: str
    """Its id."""


@frozen
class Settle:
    """Selections follow what became of what they point at."""


@frozen
class OpenList:
    """Show these lines over the screen."""

    title: str
    lines: Sequence[str]


@frozen
class OpenDocument:
    """Fetch the document that the line asks for, and show it when it is there."""

    asked: Parsed


@frozen
class OpenHistory:
    """Fetch everything that happened with an incident, and show it when it is there."""

    incident: int


@frozen
class OpenIndicators:
    """Show the room's figures, and keep them fresh while they are shown."""


@frozen
class OpenPalette:
    """Search in everything that can be done."""


@frozen
class OpenHelp:
    """Show the keys of where we are; or what one action does."""

    action: Action | None = None


@frozen
class SpeakLanguage:
    """Everything in this language from now on."""

    language: str


@frozen
class Quit:
    """Leave the program."""


Values = Mapping[str, Any]
"""The arguments of a typed line by name, or `by-key` when a key was pressed."""

Standing = Focus | GoTo | Select | SelectUnit | LookBack | LookToward | BeginLine
"""Where one stands from now on."""

Listing = FilterBy | ToggleClosed | ToggleNearest
"""What the lists show from now on."""

OnALine = ShowLine | WantFloor | ChooseReader | OpenDeeds
"""Which line is shown, who reads the row, and what stands behind Space."""

ForOutside = (
    SendAgain
    | ForgetWish
    | OpenList
    | OpenDocument
    | OpenHistory
    | OpenIndicators
    | OpenPalette
    | OpenHelp
    | SpeakLanguage
    | Quit
)
"""What the program around the desk does."""

Effect = (
    Send
    | Bell
    | Tell
    | Warn
    | ClearNotice
    | PassOn
    | Perform
    | Settle
    | Standing
    | Listing
    | OnALine
    | ForOutside
)
Effects = tuple[Effect, ...]

NOTHING: Effects = ()
"""The key was ours, and nothing else changes."""
