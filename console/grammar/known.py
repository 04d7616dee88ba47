"""What a line is read against: the board, the selection, the actions, the time, classes, places. Pure."""

from collections.abc import Sequence

from attrs import frozen

from console.actions.action import Selection
from console.actions.catalog import Catalog
from console.grammar.classifications import NONE_KNOWN, Classifications
from console.grammar.moments import Clock
from console.grammar.places import NO_PLACES, KnownPlaces
from protocol.model.board import Board
from protocol.model.unit_status import UnitStatus


@frozen(kw_only=True)
class Known:
    """Everything that reading a line may look at."""

    line: str
    catalog: Catalog
    board: Board
    selection: Selection
    status_numbers: Sequence[tuple[int, UnitStatus]]
    clock: Clock
    classes: Classifications = NONE_KNOWN
    places: KnownPlaces = NO_PLACES
    me: str = ""
    """The account that types: who `ik` is; empty before it is known."""
