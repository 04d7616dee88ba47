"""The melding panel as one person has it: shown or not, how far scrolled, and what is missing to let go."""

from console.actions.action import Where
from console.melding.view import most_top
from console.part.context import Context
from console.part.effects import Effects, Focus, GoTo
from protocol.model.missing import Missing
from protocol.rules.letting_go import missing_to_let_go


class MeldingPart:
    """Of the selected melding, whichever that is."""

    def __init__(self) -> None:
        self.shown = False
        """True while the panel has a place."""

        self.top = 0
        self.rows = 0
        """How many rows the melding takes, as last drawn."""

        self.guarding: int | None = None
        """The incident that somebody wants to let go: what is missing stands on top of its panel."""

    def forget(self) -> None:
        """Another history: nobody wants to let go of anything in it."""
        self.top, self.guarding = 0, None

    def toggle(self, context: Context) -> Effects:
        """The panel, or not."""
        self.shown = not self.shown
        return (GoTo(Where.BOARD),) if not self.shown and context.panel is Where.MELDING else ()

    def show_missing(self, context: Context) -> Effects:
        """What is missing of the selected incident stands on top of its panel, which gets the keys."""
        self.shown, self.top, self.guarding = True, 0, context.incident
        return (GoTo(Where.MELDING), Focus(None))

    def missing(self, context: Context, digit: int) -> Missing | None:
        """What stands behind this number of what is missing; None for nothing."""
        incident = context.chosen()
        if incident is None or not context.guards or not incident.is_open:
            return None
        missing = missing_to_let_go(incident)
        return missing[digit - 1] if 1 <= digit <= len(missing) else None

    def scroll(self, by: int, height: int) -> None:
        """So many rows on, as far as there are any in a panel of `height` rows."""
        most = most_top(self.rows, height)
        self.top = min(most, max(0, min(most, self.top) + by))
