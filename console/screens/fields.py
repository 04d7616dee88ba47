"""The three places where one types. Named by the desk, drawn by the views."""

from enum import Enum, auto


class Field(Enum):
    """A line of text that can have the keys."""

    FILTER = auto()
    SPEAK = auto()
    COMMAND = auto()
