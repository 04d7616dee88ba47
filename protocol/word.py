"""What a command and a fact have in common: a tag, and whom they are about.

The tag stands beside the name of the class, where whoever writes a new word sees it; `protocol.wire.tags`
gathers them and the golden file of the wire shows which are given out. A word never imports another word.
"""

from typing import ClassVar

from attrs import frozen

from protocol.about import About, Line
from protocol.model.line_kind import LineKind


@frozen
class Word:
    """The base of `Command` and `Fact`; every word is a frozen attrs class with slots, as this is."""

    tag: ClassVar[int]
    """Opens the word on the wire and in the journal; once given, never given to another class."""

    line: ClassVar[LineKind | None]
    """The line of its incident whose words or members it concerns; None for neither."""

    def __init_subclass__(
        cls, *, tag: int | None = None, line: LineKind | None = None, root: bool = False
    ) -> None:
        """Takes `tag` and `line` from the head of the class. Raises TypeError for a word without a tag.

        Runs twice for each: attrs makes the class anew for its slots, from what the first one holds.
        """
        super().__init_subclass__()
        if tag is not None:
            cls.tag, cls.line = tag, line
        elif not root and "tag" not in vars(cls):
            raise TypeError(f"{cls.__name__} needs a tag of its own: class {cls.__name__}(..., tag=...)")

    def about(self) -> About:
        """Whom the word itself names: its fields `incident` and `unit`, where it has those as numbers.

        A class that names more, or under other names, says so in an `about` of its own.
        """
        incidents = self._number("incident")
        lines = tuple(Line(incident=number, kind=self.line) for number in incidents if self.line is not None)
        return About(incidents=incidents, units=self._number("unit"), lines=lines)

    def _number(self, name: str) -> tuple[int, ...]:
        value = getattr(self, name, None)
        return (value,) if isinstance(value, int) else ()
