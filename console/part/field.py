"""The four places where one types. Named by the desk, drawn by the views."""

from enum import Enum, auto


class Field(Enum):
    """What can have the keys to type in: a line of text, or the form of them."""

    FILTER = auto()
    SPEAK = auto()
    COMMAND = auto()
    FORM = auto()
