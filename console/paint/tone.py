"""What a piece of text means to the eye, without saying which colour that is.

Named by the drawing code, made into terminal styles by `console.paint.palette`.
"""

from enum import Enum, auto


class Tone(Enum):
    """The meaning of a span of text."""

    PLAIN = auto()
    DIM = auto()
    """Present, and not what one looks for: headings, closed incidents, old positions."""

    STRONG = auto()
    LOGGED = auto()
    STRUCK = auto()
    P1 = auto()
    P1_NEW = auto()
    """Priority 1 that nobody here has looked at yet."""

    P2 = auto()
    P3 = auto()
    P4 = auto()
    P5 = auto()
    FREE = auto()
    ASSIGNED = auto()
    DRIVING = auto()
    ON_SCENE = auto()
    AWAY = auto()
    GOOD = auto()
    WARN = auto()
    BAD = auto()
    MELDER = auto()
    """The melder's own words, and what is about the line to the melder."""

    EXERCISE = auto()
    WORLD = auto()
    CARET = auto()
    """Where the next character goes."""

    LIT = auto()
    """A digit that is about to act."""

    PICKED = auto()
    """The marker or row that is selected, inside a row that is not."""

    MAP_MAIN = auto()
    MAP_THROUGH = auto()
    MAP_STREET = auto()
    MAP_PATH = auto()
    MAP_RAIL = auto()
    MAP_WATER = auto()
    MAP_SHORE = auto()
    """The line between water and land."""

    MAP_GREEN = auto()
    MAP_AREA = auto()
    """The edge of a neighbourhood."""

    MAP_NAME = auto()
    """The name of a street; calmer than any sign."""

    MAP_REACHED = auto()
    """A street that a unit reaches in time."""

    MAP_LOST = auto()
    """What nobody reaches in time any more once the proposed unit goes."""

    MAP_TRACK = auto()
    """Where a unit came from and goes to, over the streets."""


class Ground(Enum):
    """What a whole row lies on."""

    NORMAL = auto()
    BAR = auto()
    """A panel's title."""

    BAR_FOCUSED = auto()
    """The title of the panel that has the keys."""

    CHOSEN = auto()
    """The selected row of a panel without the keys."""

    CURSOR = auto()
    """The selected row of the panel that has the keys."""

    ALARM = auto()
    FIELD = auto()
    """A line that is being typed in."""

    CALM = auto()
    """News for everybody that asks nothing at once."""

    WHISPER = auto()
    """What only colleagues read, never melder or partner."""

    MELDER = auto()
    """What belongs to the contact line while one only listens."""

    MELDER_TALKS = auto()
    """The same while what one says goes to the melder: unmistakable."""
