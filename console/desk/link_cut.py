"""A link that is cut is said once, and the words go away with the cut. Part of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.session.events import LinkState

if TYPE_CHECKING:
    from console.desk.desk import Desk


class Cuts:
    """Remembers whether there was a link to lose."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._was_live = False

    def take(self, state: LinkState) -> None:
        """The link does something else."""
        notices, words = self._desk.notices, self._desk.say("desk-cut")
        if state is LinkState.LIVE:
            if notices.now.text == words:
                notices.clear()
            self._was_live = True
        elif state in (LinkState.SILENT, LinkState.CONNECTING) and self._was_live:
            self._was_live = False
            notices.warn(words)
