"""What a person can do, defined once: key, verb, palette entry and help all come from here.

An action's words stand in the texts: `action-<id>` is its title, `action-<id>-help` what it does, and
`arg-<name>` the word for an argument. Read by the grammar (typed lines), the screens (keys), the palette and
the help screen. An action knows nothing of Textual and touches nothing itself.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from attrs import frozen

from protocol.commands.command import Command
from protocol.model.board import Board
from protocol.model.text import MAX_TEXT_CHARS


class Where(Enum):
    """Where an action's key and letter work. One of ANYWHERE is used nowhere else."""

    ANYWHERE = "anywhere"
    BOARD = "board"
    UNITS = "units"
    MAP = "map"
    LINE = "line"
    MELDING = "melding"


class ArgKind(Enum):
    """What a word of a typed line can be; the grammar reads each kind in one way."""

    INCIDENT = "incident"
    """A number, `417` or `#417`; the selected incident when left out."""

    UNIT = "unit"
    """A call sign on duty; the selected unit when left out."""

    SUBJECT = "subject"
    """A number or a call sign."""

    CALL_SIGN = "call-sign"
    """A call sign that need not be on duty."""

    PRIORITY = "priority"
    """1 to 5, also `p1`."""

    PHASE = "phase"
    MEANS = "means"

    CREW = "crew"
    """`solo` or `koppel`."""

    AUTONOMY = "autonomy"
    ENTRY = "entry"
    """The number of a line in the timeline; the selected line when left out."""

    DIVERT = "divert"
    """`!`, alone or stuck to the verb or a call sign."""

    LANGUAGE = "language"
    VERB = "verb"
    STATUS = "status"
    """A number as on the radio, or a word or two."""

    SOURCE = "source"
    QUESTION = "question"
    REACTION = "reaction"
    AIM = "aim"
    CITIZEN_ROLE = "citizen-role"
    CITIZEN_VIEW = "citizen-view"
    ORDER = "order"

    CHOICE_REASON = "choice-reason"
    """A number of one figure, or a word."""

    MINUTES = "minutes"
    """A whole number, `8` or `8m`."""

    FLAG = "flag"
    """One of the words in `Arg.words`, or nothing; the value is True."""

    CODE = "code"
    """A class of the site's list by code or name, `-inbraak`; `-` alone is no class."""

    KEY = "key"
    """One word as it stands."""

    DUE = "due"
    """A moment to come: `20m`, `over 20 min`, `14:30`, `morgen 9:00`."""

    PAST = "past"
    """A moment that was: `13:55`, `10m geleden`, `gisteren 23:10`."""

    PROMISE = "promise"
    """The number of an open promise; the only one when left out. So are a need and a referral."""

    NEED = "need"
    REFERRAL = "referral"

    CARD = "card"
    """The number of a card in the timeline; the selected card, or the only one, when left out."""

    WHO_ROW = "who-row"
    """The number of a row of the who-matrix; the only one when left out."""

    OTHER_INCIDENT = "other-incident"
    """A number, `418` or `#418`, beside an incident; the selection fills in none."""

    ON_INCIDENT = "on-incident"
    """A call sign on duty; when left out the unit that is on the incident."""

    IN_NEED = "in-need"
    """A call sign on duty; when left out the only unit in need."""

    CARD_KIND = "card-kind"
    WHO_KIND = "who-kind"

    LEAD = "lead"
    """`centraal` or `decentraal`."""

    LEVEL = "level"
    """A rung of the ladder, by its word."""

    GRIP = "grip"
    """0 to 5, also `grip2`; `geen` is 0."""

    PARTNER = "partner"
    """The name of a partner's account; those on the board are offered."""

    NAME = "name"
    """Words for somebody; after a mark of its own where something stands before them."""

    MELDER = "melder"
    """A name, a number, a kind and whether to call back, in any order."""

    SKILLS = "skills"
    """Words with commas or spaces between them; `-` alone is none."""

    WHAT = "what"
    PLACE = "place"
    """Words, after `@` where something stands before them; coordinates may follow in parentheses."""

    TEXT = "text"
    """The rest of the line; after `--` where something stands before it."""


TAILS = frozenset(
    {
        ArgKind.STATUS,
        ArgKind.WHAT,
        ArgKind.PLACE,
        ArgKind.TEXT,
        ArgKind.NAME,
        ArgKind.MELDER,
        ArgKind.SKILLS,
        ArgKind.PARTNER,
    }
)
"""Kinds that may hold spaces. They follow the others and run to the end of the line or to the next mark."""

ITEMS = frozenset({ArgKind.PROMISE, ArgKind.NEED, ArgKind.REFERRAL, ArgKind.CARD, ArgKind.WHO_ROW})
"""Numbers that count within one incident. A word that is none of these belongs to what follows."""


def anything(_subject: Any) -> bool:
    """Every unit or incident will do."""
    return True


@frozen(kw_only=True)
class Arg:
    """One argument of an action."""

    kind: ArgKind
    name: str
    """The key under which the value reaches `build`, and of its word in the texts."""

    required: bool = True
    """False when it can be left out; the selection fills in a required one before anybody complains."""

    can_be_unknown: bool = False
    """True for what is asked for and may be left out all the same, because nobody knows it yet."""

    many: bool = False
    """True when several may follow each other; the value is then a tuple."""

    words: tuple[str, ...] = ()
    """For a flag the words that raise it, Dutch first; for a tail the marks that begin it (`van:`)."""

    most_chars: int = MAX_TEXT_CHARS
    """For text and names: longer is refused before it is sent."""

    offer: Callable[[Any], bool] = anything
    """Which Units or Incidents make sense here: completion offers only those. It refuses nothing."""


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

    english: str
    """The English verb."""

    aliases: tuple[str, ...] = ()
    """Further verbs for the same, in either language."""

    letter: str | None = None
    """One letter, case kept: behind the dot of an empty row it is the verb (`.k`)."""

    key: str | None = None
    """A function or ctrl key, as Textual names keys, which no text holds: it works while typing."""

    where: Where = Where.ANYWHERE
    args: tuple[Arg, ...] = ()
    build: Callable[[Mapping[str, Any], Board], tuple[Command, ...]] | None = None
    """Arguments by name -> the commands it makes. None for an action of the screen alone (pan, help)."""

    command_type: type[Any] | None = None
    """What it sends: looked up in the permissions, so that what a role may not is not offered."""

    coded: tuple[str, ...] = ()
    """Tails in which a code word (`-inbraak`) classifies; the class reaches `build` as `class`."""

    guesses_place: bool = False
    """True when `build` gets, as `place`, what the server found for the words of the melding's own place."""

    at_once: bool = False
    """True when its key or letter may act without showing the line first, if nothing is missing."""

    @property
    def verbs(self) -> tuple[str, ...]:
        """Every verb, Dutch first."""
        return (self.verb, self.english, *self.aliases)

    def verb_in(self, language: str) -> str:
        """The verb to show to a reader of this language."""
        return self.english if language == "en" else self.verb
