"""What somebody simulated wants to do about a melding, and when: the shared rhythm of the shift's handling.

Pure. Whoever handles looks at the board and says what is wanted as it stands; the diary gives each want its
time when it is first seen and drops it when it is wanted no more, as when the visitor did it first.
"""

from collections.abc import Iterable

from attrs import field, frozen
from immutables import Map

from protocol.commands.command import Command
from protocol.model.text import Name
from server.exercise.setting.setting import Setting

Key = tuple[str, int, int]
"""A word for what it is, the incident, and which of its kind."""

VISITOR_FACTOR = 2.0
"""On every wait at a melding that the visitor opened: there the visitor may like to do it alone."""


@frozen(kw_only=True)
class Want:
    """One thing that somebody wants to do."""

    key: Key
    by: Name
    command: Command
    wait_s: tuple[float, float]
    """Least and most, from when it is first wanted."""


@frozen(kw_only=True)
class Diary:
    """When each thing that is wanted will be done, in seconds of the shift."""

    due_s: Map[Key, float] = field(factory=Map)


def turn(diary: Diary, wants: Iterable[Want], now_s: float, setting: Setting) -> tuple[Diary, list[Want]]:
    """The diary after this look, and what is done now. What was done and is still wanted waits anew."""
    due_s: dict[Key, float] = {}
    done: list[Want] = []
    for want in wants:
        at_s = diary.due_s.get(want.key)
        if at_s is None:
            (least_s, most_s), (word, number, which) = want.wait_s, want.key
            at_s = now_s + setting.between(least_s, most_s, word, number, which)
        if at_s <= now_s:
            done.append(want)
        else:
            due_s[want.key] = at_s
    return Diary(due_s=Map(due_s)), done
