"""Wishes that an earlier run left without an answer. Offered to the person, never sent unasked.

Read from the outbox files by the program's start; the desk shows them and does what the person says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from console.memory.outbox_file import Left
from console.paint.tone import Tone
from protocol.session.outbox import Wish

if TYPE_CHECKING:
    from console.desk.desk import Desk


class Leftovers:
    """What was left, until it is sent or forgotten."""

    def __init__(self, left: Sequence[Left] = (), again: Callable[[Wish], object] = lambda _: None) -> None:
        self._left = list(left)
        self._again = again

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All of them, oldest first."""
        return tuple(wish for each in self._left for wish in each.wishes)

    def send(self) -> int:
        """Send them under their own ids, then forget the files. How many there were."""
        wishes = self.wishes
        for wish in wishes:
            self._again(wish)
        self.discard()
        return len(wishes)

    def discard(self) -> int:
        """Forget them for good. How many there were."""
        count = len(self.wishes)
        for each in self._left:
            each.discard()
        self._left = []
        return count


def tell_of_leftovers(desk: Desk) -> None:
    """Say how many there are and what can be done about them; nothing without any."""
    count = len(desk.leftovers.wishes)
    if count:
        by_id, language = desk.catalog.by_id, desk.texts.language
        desk.notices.warn(
            desk.say(
                "desk-left",
                count=count,
                send=by_id["send-left"].verb_in(language),
                forget=by_id["discard-left"].verb_in(language),
                list=by_id["waiting"].verb_in(language),
            ),
            Tone.WARN,
        )
