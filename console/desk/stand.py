"""Where one stands at the desk: which panel and field have the keys, what is selected, what the lists show.

Changed by the desk alone, when it applies effects; parts read it through their context.
"""

from console.actions.action import Where
from console.field.edit import Edit
from console.part.field import Field


class Stand:
    """One person's place."""

    def __init__(self) -> None:
        self.size = (80, 24)
        """Columns and rows of the screen."""

        self.panel = Where.BOARD
        self.field: Field | None = None
        self.incident: int | None = None
        self.unit: int | None = None
        self.entry: int | None = None
        """The entry on which one stands in the line; None follows the newest."""

        self.read = 0
        """How many entries there were when one began to look back."""

        self.filter = Edit()
        self.show_closed = False
        self.nearest_first = False
