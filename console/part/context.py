"""What a part may look at, at one moment: what is known, who looks, and where that person stands.

Made by the desk for each key, event and picture; read by parts. A value: whoever wants something changed
returns effects, and looks again with the next context.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import Factory, frozen

from console.actions.action import Action, Selection, Where
from console.actions.catalog import Catalog
from console.actions.deed_numbers import number_of
from console.actions.key_names import key_name
from console.field.edit import Edit
from console.grammar.classifications import NONE_KNOWN, Classifications
from console.grammar.places import NO_PLACES, KnownPlaces
from console.part.field import Field
from console.part.notices import NONE, Notice
from console.part.reader import Reader
from console.part.site_cards import Cards
from console.texts.texts import Texts
from protocol.commands.incidents import OpenIncident
from protocol.model.board import Board
from protocol.model.fix import Fix
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.terms import Terms
from protocol.permissions import may
from protocol.session.events import LinkState
from protocol.session.outbox import Wish
from protocol.session.present import NOBODY_PRESENT, Present
from protocol.session.provisional import is_provisional, provisional_of
from protocol.wire.messages import Welcome

USUAL_TERMS = Terms()


@frozen(kw_only=True)
class Context:
    """One moment at one desk."""

    board: Board
    fixes: Mapping[int, Fix]
    """The last position of each unit, by unit id."""

    waiting: tuple[Wish, ...] = ()
    """Wishes without an answer, oldest first."""

    unsent: frozenset[int] = frozenset()
    """Ids of those of them that no link was ever given."""

    present: Present = NOBODY_PRESENT
    """Who else of the room is where, as far as we were told."""

    withheld: tuple[Wish, ...] = ()
    """Wishes of another history, or made before any welcome: they wait for a person's word."""

    welcome: Welcome | None = None
    """Who we are and which world it is; None before the first welcome, when nobody knows."""

    complete: bool = True
    """False until the whole board is here."""

    link_state: LinkState = LinkState.LIVE
    now: datetime
    """The server's time."""

    own_now: datetime
    """What the clock of this console reads: by it wishes are dated."""

    texts: Texts
    catalog: Catalog
    panel: Where = Where.BOARD
    """The panel in which movement keys walk, and which the eye is in."""

    field: Field | None = None
    """What has the keys instead of the row; None while words go to the row."""

    typing: bool = False
    """True while a field has the keys, or the row holds a character, a lit digit or a list: then nothing that
    comes by itself moves the selection, changes the reader or takes a key.
    """

    reader: Reader = Reader.LOG
    """Who reads what is typed on the row."""

    incident: int | None = None
    """The selected incident; it may be gone from the board for a moment. From Enter on a new call until its
    number comes it is a provisional one (`protocol.session.provisional`), which wishes may name as any other.
    """

    unit: int | None = None
    entry: int | None = None
    """The entry on which one stands in the line; None follows the newest."""

    read: int = 0
    """How many entries there were when one began to look back."""

    guarding: int | None = None
    """The incident of which one sees what is missing to let it go."""

    nearest_first: bool = False
    show_closed: bool = False
    filter: Edit = Factory(Edit)
    classes: Classifications = NONE_KNOWN
    cards: Cards = Factory(dict)
    """The site's question cards by classification; none before they have come."""

    places: KnownPlaces = NO_PLACES
    """What the server found for the place under the hand."""

    line: LineKind = LineKind.OPEN
    """The line of the selected incident that is shown. Who reads the row is `reader`."""

    notice: Notice = NONE
    alarmed: bool = False
    """True while something asks in the row across the top."""

    unseen: tuple[int, ...] = ()
    """Priority 1 meldingen to which nobody goes, and of which nobody of the room said to have it."""

    map_middle: Point | None = None
    """Around which the map looks; None while nobody knows."""

    list_shown: bool = False
    """True while the list of who could go is shown."""

    toward: int | None = None
    """The melding at which a unit looks by a key of its own, instead of what it would see; None for none."""

    def say(self, key: str, **args: Any) -> str:
        """The sentence in the language of the moment."""
        return self.texts.say(key, **args)

    @property
    def language(self) -> str:
        """`nl` or `en`."""
        return self.texts.language

    @property
    def name(self) -> str:
        """The account; empty before the first welcome."""
        return "" if self.welcome is None else self.welcome.name

    @property
    def role(self) -> Role | None:
        """Who we are here; None before the first welcome."""
        return None if self.welcome is None else self.welcome.role

    @property
    def terms(self) -> Terms:
        """The site's numbers; the usual ones before the first welcome."""
        return USUAL_TERMS if self.welcome is None else self.welcome.terms

    @property
    def has_map(self) -> bool:
        """True in a world whose server has a map."""
        return self.welcome is not None and bool(self.welcome.map)

    @property
    def selection(self) -> Selection:
        """What actions take when nothing is named."""
        entry = self.entry if self.line is LineKind.OPEN else None
        return Selection(incident=self.incident, unit=self.unit, entry=entry)

    @property
    def guards(self) -> bool:
        """True while what is missing to let the selected incident go has the digits."""
        return self.panel is Where.MELDING and self.guarding is not None and self.guarding == self.incident

    def chosen(self) -> Incident | None:
        """The selected incident."""
        return None if self.incident is None else self.board.incidents.get(self.incident)

    @property
    def opening(self) -> OpenIncident | None:
        """The new call that has the row and no number yet; None where something else is selected."""
        if not is_provisional(self.incident):
            return None
        found = (wish.command for wish in self.waiting if provisional_of(wish.id) == self.incident)
        return next((each for each in found if isinstance(each, OpenIncident)), None)

    def permitted(self, action: Action) -> bool:
        """True when our role may; before the welcome nobody knows, and the server decides."""
        return action.command_type is None or self.role is None or may(self.role, action.command_type)

    def key_of(self, id: str) -> str:
        """How a hand does this, as one reads it: by key, by number behind Space, by letter, or by verb."""
        action = self.catalog.by_id[id]
        if action.key is not None:
            return key_name(action.key)
        number = number_of(id, unit=self.role is Role.UNIT)
        if number is not None:
            return f"{self.say('key-space')} {number}"
        return f".{action.letter or action.verb_in(self.language)}"

    def verb_of(self, id: str) -> str:
        """The verb of this action, in the language of the moment."""
        return self.catalog.by_id[id].verb_in(self.texts.language)
