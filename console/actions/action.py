"""What a person can do, defined once: key, verb, palette entry and help all come from here.

An action's words (title, help, the verbs' meaning) stand in the texts under its id. Read by the grammar (typed
lines), the screens (keys), the palette and the help screen. An action knows nothing of Textual.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from attrs import frozen

from protocol.commands import Command
from protocol.model.board import Board


class Where(Enum):
    """Where an action's key works."""

    ANYWHERE = "anywhere"
    BOARD = "board"
    UNITS = "units"
    MAP = "map"
    LINE = "line"


class ArgKind(Enum):
    """What a word of a typed line can be; the grammar reads each kind in one way."""

    INCIDENT = "incident"
    """A number on the board; the selected incident when left out."""

    UNIT = "unit"
    """A call sign on duty."""

    CALL_SIGN = "call-sign"
    """A call sign that need not be on duty."""

    STATUS = "status"
    PRIORITY = "priority"
    PHASE = "phase"
    MEANS = "means"
    ENTRY = "entry"
    PLACE = "place"
    WHAT = "what"
    TEXT = "text"
    """The rest of the line."""


@frozen(kw_only=True)
class Arg:
    """One argument of an action."""

    kind: ArgKind
    name: str
    """The key under which the value reaches `build`, and of its word in the texts."""

    required: bool = True
    """False when it can be left out."""

    many: bool = False
    """True when several may follow each other (units)."""


@frozen(kw_only=True)
class Selection:
    """What is selected on the screen when an action starts; None for nothing."""

    incident: int | None = None
    unit: int | None = None
    entry: int | None = None


@frozen(kw_only=True)
class Action:
    """One thing a person can do."""

    id: str
    """Key of its words in the texts, and its stable name in a keymap."""

    verb: str
    """The Dutch verb on the command line."""

    aliases: tuple[str, ...] = ()
    """Other verbs for the same, English ones among them."""

    key: str | None = None
    """The key, as Textual names keys; None when it has no key of its own."""

    where: Where = Where.ANYWHERE
    args: tuple[Arg, ...] = ()
    build: Callable[[Mapping[str, Any], Board], tuple[Command, ...]] | None = None
    """Arguments by name -> the commands it makes. None for an action of the screen alone (pan, help)."""

    command_type: type[Any] | None = None
    """What it sends: looked up in the permissions, so that what a role may not is not offered."""
