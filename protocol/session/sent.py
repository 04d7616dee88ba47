"""What went up on the present link and is not known to be read, in its order: it tells which frame was bad.

Told by the session of each frame that it gives out and of each answer. The server answers one frame before it
reads the next, so an answer says that everything before it was read. Signs of life are all alike and none of
them is ever at fault. Pure; keeps nothing of the frames themselves.
"""

from collections import deque


class Sent:
    """Wishes by id, None for a stretch of anything else."""

    def __init__(self) -> None:
        self._unread: deque[int | None] = deque()

    def wish(self, id: int) -> None:
        """This wish went up."""
        self._unread.append(id)

    def other(self) -> None:
        """Something that gets no answer, or is no wish, went up."""
        if not self._unread or self._unread[-1] is not None:
            self._unread.append(None)

    def answered(self, id: int) -> None:
        """The server has read this wish, and so all that went before it."""
        if id in self._unread:
            while self._unread.popleft() != id:
                pass

    @property
    def suspect(self) -> int | None:
        """The first wish that may not have been read; None when all were."""
        return next((id for id in self._unread if id is not None), None)

    @property
    def certain(self) -> bool:
        """True when the suspect is the first frame of all that may not have been read."""
        return bool(self._unread) and self._unread[0] is not None

    def clear(self) -> None:
        """Another link."""
        self._unread.clear()
