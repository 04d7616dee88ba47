"""What takes the keys from the row while somebody types there. Named by the desk, drawn by the views."""

from enum import Enum, auto


class Field(Enum):
    """What has the keys instead of the row: a verb, the filter, or the form."""

    FILTER = auto()
    COMMAND = auto()
    FORM = auto()
