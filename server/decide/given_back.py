"""A value as it was before a deed, on a board that may have gone on since. Pure.

What nobody touched since gets exactly what it had. Of lists and of values with parts each element and part is
looked at by itself, so that what two people did beside each other does not tie them together.
"""

from typing import Any

from attrs import evolve, fields, has

from protocol.model.contact import Contact
from protocol.model.intake import Intake
from protocol.model.letting_go import LettingGo
from protocol.model.melder import Melder
from protocol.model.place import Place
from protocol.model.scale import Scale
from protocol.model.work import Work

NUMBERED = frozenset({"promises", "needs", "referrals", "who", "choices"})
"""Lists in which an element's place is its number: none leaves from the middle."""

_IN_PARTS = (Contact, Intake, LettingGo, Melder, Place, Scale, Work)


class BuiltOn(Exception):
    """Somebody changed since what the deed had changed; `field` is its name."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def given_back(field: str, then: Any, after: Any, now: Any) -> Any:
    """The field's value without the deed: before it `then`, behind it `after`, at this moment `now`.

    Raises BuiltOn where that cannot be.
    """
    if then == after:
        return now
    if now == after:
        return then
    if all(isinstance(each, tuple) for each in (then, after, now)):
        return _by_number(field, then, after, now) if field in NUMBERED else _as_set(field, then, after, now)
    kinds = {type(each) for each in (then, after, now)}
    if len(kinds) == 1 and has(type(now)) and isinstance(now, _IN_PARTS):
        parts = (each.name for each in fields(type(now)))
        values = (
            (name, given_back(name, getattr(then, name), getattr(after, name), getattr(now, name)))
            for name in parts
        )
        return evolve(now, **dict(values))
    raise BuiltOn(field)


def _by_number(field: str, then: tuple[Any, ...], after: tuple[Any, ...], now: tuple[Any, ...]) -> Any:
    if len(after) > len(then) and len(now) > len(after):
        # Somebody's number would become another.
        raise BuiltOn(field)
    found = list(now[: len(then)] if len(after) > len(then) else now)
    for place, (was, became) in enumerate(zip(then, after, strict=False)):
        if was != became:
            if now[place] != became:
                raise BuiltOn(field)
            found[place] = was
    if any(now[place] != after[place] for place in range(len(then), len(after))):
        raise BuiltOn(field)
    return tuple(found)


def _as_set(field: str, then: tuple[Any, ...], after: tuple[Any, ...], now: tuple[Any, ...]) -> Any:
    came = [each for each in after if each not in then]
    went = [each for each in then if each not in after]
    if any(each not in now for each in came) or any(each in now for each in went):
        raise BuiltOn(field)
    return (*(each for each in now if each not in came), *went)
