"""A journal whose disk takes as long as a test says."""

from server.journal.memory import MemoryJournal


class HeldJournal(MemoryJournal):
    """While `is_held` nothing becomes durable; `release` stores what waits, all in one commit."""

    def __init__(self) -> None:
        super().__init__()
        self.is_held = False

    def _commit(self) -> None:
        if not self.is_held:
            super()._commit()

    def release(self) -> None:
        """The disk goes on."""
        self.is_held = False
        self._commit()
