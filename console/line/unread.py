"""How many words of others on our lines nobody here has had before the eyes: a counter that no Esc removes.

Fed once a second with the lines whose newest words are on the screen. What stood there when this console
came onto a line is not counted as new. Tells nobody anything: what others see of our reading is
`line_ticks`.
"""

from collections.abc import Collection

from console.line.line_ticks import Line, members_of, words_of
from console.part.context import Context
from protocol.model.line_kind import LineKind
from protocol.model.text import same_name


class Unread:
    """The newest id that was seen of each of our lines."""

    def __init__(self) -> None:
        self._seen: dict[Line, int] = {}
        self.count = 0
        """Words, over all our lines."""

    def forget(self) -> None:
        """Another history: these lines are not those."""
        self._seen, self.count = {}, 0

    def look(self, context: Context, in_view: Collection[Line]) -> None:
        """What is in view is seen; what came elsewhere counts."""
        if not context.complete:
            return
        name, count = context.name, 0
        seen: dict[Line, int] = {}
        for incident in context.board.incidents.values():
            if not incident.is_open:
                continue
            for kind in LineKind:
                if not any(same_name(name, each) for each in members_of(incident, kind)):
                    continue
                line, words = (incident.number, kind), words_of(incident, kind)
                newest = words[-1].id if words else 0
                last = newest if line in in_view else self._seen.get(line, newest)
                seen[line] = last
                count += sum(each.id > last and not same_name(each.by, name) for each in words[-99:])
        self._seen, self.count = seen, count
