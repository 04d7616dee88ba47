"""A class of the site's list, and the list: each code and each code word once.

Read from files by its neighbours, asked for by consoles as the document `classifications`.
"""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen
from attrs.validators import in_, instance_of, max_len, min_len

from protocol.model.text import storable

SHIPPED, SITE, LOCAL = "shipped", "site", "local"
MAX_CODE_CHARS = 16
MAX_LEVEL_CHARS = 80


def _levels(_instance: Any, attribute: Any, value: tuple[Any, ...]) -> None:
    for level in value:
        if not isinstance(level, str) or not level.strip() or len(level) > MAX_LEVEL_CHARS:
            raise ValueError(f"{attribute.name} must be texts of 1 to {MAX_LEVEL_CHARS} characters")


def _priority(_instance: Any, attribute: Any, value: Any) -> None:
    if value is not None and (type(value) is not int or not 1 <= value <= 5):
        raise ValueError(f"{attribute.name} must be a whole number from 1 to 5, got {value!r}")


@frozen(kw_only=True)
class Class:
    """What a melding can be."""

    code: str = field(validator=storable(MAX_CODE_CHARS))
    levels: tuple[str, ...] = field(validator=[instance_of(tuple), min_len(1), max_len(3), _levels])
    """One to three, the widest first."""

    priority: int | None = field(default=None, validator=_priority)
    """Where it begins; None leaves that to whoever opens it."""

    words: tuple[str, ...] = field(default=(), validator=[instance_of(tuple), _levels])
    """How people type it, beside its code."""

    definition: str = field(default="", validator=storable(2_000, empty=True))
    origin: str = field(default=SHIPPED, validator=in_((SHIPPED, SITE, LOCAL)))

    def shown(self) -> Mapping[str, Any]:
        """The shape of the document `classifications`."""
        return {
            "code": self.code,
            "levels": list(self.levels),
            "priority": self.priority,
            "words": list(self.words),
            "definition": self.definition,
            "origin": self.origin,
        }


def folded(word: str) -> str:
    """A code word as it is compared: letters and digits only, in one case."""
    return "".join(char for char in word.casefold() if char.isalnum())


@frozen(kw_only=True)
class ClassList:
    """The whole list. Each code stands in it once: readers refuse or remark on a second one."""

    classes: tuple[Class, ...]
    remarks: tuple[str, ...] = ()
    """What was found in the site's file and passed over, each with file, row and key."""

    def class_of(self, code: str) -> Class | None:
        """The class of a code, in any case."""
        wanted = code.casefold()
        return next((each for each in self.classes if each.code.casefold() == wanted), None)

    def with_local(self, local: tuple[Class, ...]) -> "ClassList":
        """The list with the site's own additions, marked; one with a known code takes its place."""
        marked = {each.code.casefold(): evolve(each, origin=LOCAL) for each in local}
        kept = [marked.pop(each.code.casefold(), each) for each in self.classes]
        return evolve(self, classes=(*kept, *marked.values()))
