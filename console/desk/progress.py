"""How far the board has come in after a welcome, in percent.

Fed by the desk with the link's events; counts snapshot parts or missed changes, whichever follows.
"""

from protocol.session.events import BoardArrived, Changed, Event, Welcomed


class Progress:
    """Percent of what was to come; None before a welcome and when nothing was missed."""

    def __init__(self) -> None:
        self.percent: int | None = None
        self._from = 0
        self._to = 0
        self._snapshot = False

    def take(self, event: Event) -> None:
        """An event of the link."""
        match event:
            case Welcomed(welcome=welcome):
                self._snapshot = welcome.snapshot
                self._from, self._to = welcome.seq, welcome.newest
                self.percent = 0 if self._snapshot or self._to > self._from else None
            case BoardArrived(parts=parts, of=of) if self._snapshot:
                self.percent = parts * 100 // max(1, of)
            case Changed(change=change) if not self._snapshot and self._to > self._from:
                done = (change.seq - self._from) * 100 // (self._to - self._from)
                self.percent = min(100, max(0, done))
            case _:
                pass
