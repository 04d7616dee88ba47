"""Which terminal style each tone has on each ground: in full colour, in sixteen colours, and without colour.

Colours come from a set that the colour-blind tell apart (Okabe and Ito), and none carries a meaning alone: a
sign, a word or an attribute says the same. Read by panels; chosen once, when the console starts.
"""

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen
from rich.style import Style

from console.paint.tone import Ground, Tone

BACKGROUND = "#0c1117"
BAR = "#1c2936"
BAR_FOCUSED = "#2f6ea5"
CURSOR = "#2a4a6b"
CHOSEN = "#1d2c3a"
ALARM = "#c8102e"
FIELD = "#16202b"
FOREGROUND = "#d6dde4"
DIM = "#8593a1"
WHITE = "#ffffff"
BLACK = "#000000"
VERMILLION = "#ff6a3d"
ORANGE = "#e69f00"
SKY = "#56b4e9"
GREEN = "#3ccf9b"
YELLOW = "#f0e442"
PURPLE = "#d98cc0"


@frozen(kw_only=True)
class Palette:
    """A style for every tone on every ground."""

    name: str
    native: bool
    """True when it names the terminal's own sixteen colours, which are then sent as they are."""

    tones: Mapping[Tone, Style] = field(eq=False)
    grounds: Mapping[Ground, Style] = field(eq=False)

    def style(self, tone: Tone, ground: Ground) -> Style:
        """The style of text with this meaning on this ground."""
        return _combined(self, tone, ground)

    def ground(self, ground: Ground) -> Style:
        """The style of the blank part of a row."""
        return self.grounds[ground]

    def __hash__(self) -> int:
        return hash(self.name)


@cache
def _combined(palette: Palette, tone: Tone, ground: Ground) -> Style:
    return palette.grounds[ground] + palette.tones[tone]


FULL = Palette(
    name="full",
    native=False,
    grounds={
        Ground.NORMAL: Style(color=FOREGROUND, bgcolor=BACKGROUND),
        Ground.BAR: Style(color=FOREGROUND, bgcolor=BAR),
        Ground.BAR_FOCUSED: Style(color=WHITE, bgcolor=BAR_FOCUSED),
        Ground.CHOSEN: Style(color=WHITE, bgcolor=CHOSEN),
        Ground.CURSOR: Style(color=WHITE, bgcolor=CURSOR),
        Ground.ALARM: Style(color=WHITE, bgcolor=ALARM, bold=True),
        Ground.FIELD: Style(color=FOREGROUND, bgcolor=FIELD),
        Ground.CALM: Style(color=WHITE, bgcolor="#1f5f5b"),
        Ground.MELDER: Style(color=WHITE, bgcolor="#5a2d6b"),
        Ground.MELDER_TALKS: Style(color=BLACK, bgcolor="#ff9ee5", bold=True),
        Ground.WHISPER: Style(color=FOREGROUND, bgcolor="#2b2140"),
    },
    tones={
        Tone.PLAIN: Style(),
        Tone.DIM: Style(color=DIM),
        Tone.STRONG: Style(bold=True),
        Tone.LOGGED: Style(color="#a9b6c3", italic=True),
        Tone.STRUCK: Style(color=DIM, strike=True),
        Tone.P1: Style(color=VERMILLION, bold=True),
        Tone.P1_NEW: Style(color=WHITE, bgcolor=ALARM, bold=True),
        Tone.P2: Style(color=ORANGE, bold=True),
        Tone.P3: Style(color=SKY),
        Tone.P4: Style(color=DIM),
        Tone.P5: Style(color=DIM),
        Tone.FREE: Style(color=GREEN),
        Tone.ASSIGNED: Style(color=YELLOW),
        Tone.DRIVING: Style(color=SKY, bold=True),
        Tone.ON_SCENE: Style(color=PURPLE, bold=True),
        Tone.AWAY: Style(color=DIM),
        Tone.GOOD: Style(color=GREEN),
        Tone.WARN: Style(color=ORANGE, bold=True),
        Tone.BAD: Style(color=VERMILLION, bold=True),
        Tone.MELDER: Style(color="#e3b5f0"),
        Tone.EXERCISE: Style(color=BLACK, bgcolor=YELLOW, bold=True),
        Tone.WORLD: Style(color=WHITE, bgcolor="#22543d", bold=True),
        Tone.CARET: Style(color=BLACK, bgcolor=FOREGROUND),
        Tone.LIT: Style(color=BLACK, bgcolor=YELLOW, bold=True),
        Tone.PICKED: Style(color=BLACK, bgcolor=WHITE, bold=True),
        # Streets lie behind what moves: greys, darker the less traffic they carry.
        Tone.MAP_MAIN: Style(color="#c2b48c"),
        Tone.MAP_THROUGH: Style(color="#949ca4"),
        Tone.MAP_STREET: Style(color="#5f6b77"),
        Tone.MAP_PATH: Style(color="#56604f"),
        Tone.MAP_RAIL: Style(color="#8a7196"),
        Tone.MAP_WATER: Style(color="#3f82b5", bgcolor="#0f2233"),
        Tone.MAP_SHORE: Style(color="#3f82b5"),
        Tone.MAP_GREEN: Style(color="#3f7a52"),
        Tone.MAP_AREA: Style(color="#6d6384"),
        Tone.MAP_NAME: Style(color="#b9b39f", italic=True),
        Tone.MAP_REACHED: Style(color=GREEN),
        Tone.MAP_LOST: Style(color=VERMILLION, bold=True),
        Tone.MAP_TRACK: Style(color=WHITE, bold=True),
    },
)

SIXTEEN = Palette(
    name="sixteen",
    native=True,
    grounds={
        Ground.NORMAL: Style(),
        Ground.BAR: Style(color="bright_white", bgcolor="bright_black"),
        Ground.BAR_FOCUSED: Style(color="bright_white", bgcolor="blue", bold=True),
        Ground.CHOSEN: Style(bold=True, underline=True),
        Ground.CURSOR: Style(color="bright_white", bgcolor="blue"),
        Ground.ALARM: Style(color="bright_white", bgcolor="red", bold=True),
        Ground.FIELD: Style(underline=True),
        Ground.CALM: Style(color="black", bgcolor="cyan"),
        Ground.MELDER: Style(color="bright_white", bgcolor="magenta"),
        Ground.MELDER_TALKS: Style(color="black", bgcolor="bright_magenta", bold=True),
        Ground.WHISPER: Style(italic=True, underline=True),
    },
    tones={
        Tone.PLAIN: Style(),
        Tone.DIM: Style(dim=True),
        Tone.STRONG: Style(bold=True),
        Tone.LOGGED: Style(italic=True),
        Tone.STRUCK: Style(dim=True, strike=True),
        Tone.P1: Style(color="bright_red", bold=True),
        Tone.P1_NEW: Style(color="bright_white", bgcolor="red", bold=True),
        Tone.P2: Style(color="bright_yellow", bold=True),
        Tone.P3: Style(color="bright_cyan"),
        Tone.P4: Style(dim=True),
        Tone.P5: Style(dim=True),
        Tone.FREE: Style(color="bright_green"),
        Tone.ASSIGNED: Style(color="bright_yellow"),
        Tone.DRIVING: Style(color="bright_cyan", bold=True),
        Tone.ON_SCENE: Style(color="bright_magenta", bold=True),
        Tone.AWAY: Style(dim=True),
        Tone.GOOD: Style(color="bright_green"),
        Tone.WARN: Style(color="bright_yellow", bold=True),
        Tone.BAD: Style(color="bright_red", bold=True),
        Tone.MELDER: Style(color="bright_magenta"),
        Tone.EXERCISE: Style(color="black", bgcolor="yellow", bold=True),
        Tone.WORLD: Style(color="bright_white", bgcolor="green", bold=True),
        Tone.CARET: Style(reverse=True),
        Tone.LIT: Style(reverse=True, bold=True, underline=True),
        Tone.PICKED: Style(reverse=True, bold=True),
        Tone.MAP_MAIN: Style(color="yellow"),
        Tone.MAP_THROUGH: Style(),
        Tone.MAP_STREET: Style(dim=True),
        Tone.MAP_PATH: Style(dim=True),
        Tone.MAP_RAIL: Style(color="magenta"),
        Tone.MAP_WATER: Style(color="blue"),
        Tone.MAP_SHORE: Style(color="blue"),
        Tone.MAP_GREEN: Style(color="green", dim=True),
        Tone.MAP_AREA: Style(color="magenta", dim=True),
        Tone.MAP_NAME: Style(italic=True),
        Tone.MAP_REACHED: Style(color="bright_green"),
        Tone.MAP_LOST: Style(color="bright_red", bold=True),
        Tone.MAP_TRACK: Style(color="bright_white", bold=True),
    },
)

MONO = Palette(
    name="mono",
    native=True,
    grounds={
        Ground.NORMAL: Style(),
        Ground.BAR: Style(underline=True),
        Ground.BAR_FOCUSED: Style(reverse=True, bold=True),
        Ground.CHOSEN: Style(underline=True),
        Ground.CURSOR: Style(reverse=True),
        Ground.ALARM: Style(reverse=True, bold=True),
        Ground.FIELD: Style(underline=True),
        Ground.CALM: Style(underline=True, bold=True),
        Ground.MELDER: Style(underline=True, bold=True),
        Ground.MELDER_TALKS: Style(reverse=True, bold=True),
        Ground.WHISPER: Style(italic=True, underline=True),
    },
    tones={
        **{tone: Style() for tone in Tone},
        Tone.DIM: Style(dim=True),
        Tone.STRONG: Style(bold=True),
        Tone.LOGGED: Style(italic=True),
        Tone.STRUCK: Style(dim=True, strike=True),
        Tone.P1: Style(bold=True),
        Tone.P1_NEW: Style(bold=True, reverse=True),
        Tone.P2: Style(bold=True),
        Tone.P4: Style(dim=True),
        Tone.P5: Style(dim=True),
        Tone.DRIVING: Style(bold=True),
        Tone.ON_SCENE: Style(bold=True),
        Tone.AWAY: Style(dim=True),
        Tone.WARN: Style(bold=True),
        Tone.BAD: Style(bold=True, underline=True),
        Tone.MELDER: Style(italic=True),
        Tone.EXERCISE: Style(reverse=True, bold=True),
        Tone.WORLD: Style(bold=True),
        Tone.CARET: Style(reverse=True),
        Tone.LIT: Style(reverse=True, bold=True, underline=True),
        Tone.PICKED: Style(reverse=True, bold=True),
        Tone.MAP_MAIN: Style(bold=True),
        Tone.MAP_THROUGH: Style(bold=True),
        Tone.MAP_PATH: Style(dim=True),
        Tone.MAP_RAIL: Style(dim=True),
        Tone.MAP_WATER: Style(dim=True),
        Tone.MAP_SHORE: Style(dim=True),
        Tone.MAP_GREEN: Style(dim=True),
        Tone.MAP_AREA: Style(dim=True),
        Tone.MAP_NAME: Style(italic=True),
        Tone.MAP_REACHED: Style(bold=True),
        Tone.MAP_LOST: Style(bold=True, underline=True),
        Tone.MAP_TRACK: Style(bold=True),
    },
)


def palette_for(color_system: str | None, *, no_color: bool) -> Palette:
    """The palette for a terminal: `color_system` as Rich names it, None for one without colours."""
    if no_color or color_system is None:
        return MONO
    return FULL if color_system in ("256", "truecolor") else SIXTEEN
