"""A link that is cut is said once, and the words go away with the cut."""

from console.part.context import Context
from console.part.effects import NOTHING, ClearNotice, Effects, Warn
from protocol.session.events import LinkState


class Cuts:
    """Remembers whether there was a link to lose."""

    def __init__(self) -> None:
        self._was_live = False

    def take(self, context: Context, state: LinkState) -> Effects:
        """The link does something else."""
        words = context.say("desk-cut")
        if state is LinkState.LIVE:
            self._was_live = True
            return (ClearNotice(),) if context.notice.text == words else NOTHING
        if state in (LinkState.SILENT, LinkState.CONNECTING) and self._was_live:
            self._was_live = False
            return (Warn(words),)
        return NOTHING
