"""Cells of a map: signs and words over a layer of braille dots, and the rows that come of it.

Knows nothing of the earth; everything outside its edges is left out. Over a town it copies only the rows that
are written on: the others are the town's own.
"""

from console.chart.under import Under
from console.paint.row import Row, Span
from console.paint.text import cells
from console.paint.tone import Tone

_DOT_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bit of a dot within a braille cell, by row and column."""

_BRAILLE = 0x2800


class Canvas:
    """A grid of `width` x `height` cells, each a character with a tone; `under` has the same size."""

    def __init__(self, width: int, height: int, under: Under | None = None) -> None:
        self.width = width
        self.height = height
        self._under = under
        self._chars: dict[int, list[str]] = {}
        self._tones: dict[int, list[Tone]] = {}
        self._dots: dict[int, bytearray] = {}
        self._dot_tone = Tone.DIM if under is None else Tone.MAP_TRACK

    @property
    def touched(self) -> set[int]:
        """The rows on which something was written."""
        return self._chars.keys() | self._dots.keys()

    def put(self, x: int, y: int, text: str, tone: Tone) -> None:
        """Text from this cell on; a wide character takes two cells."""
        if not 0 <= y < self.height:
            return
        chars, tones = self._row_of(y)
        for char in text:
            wide = cells(char)
            if wide and x >= 0 and x + wide <= self.width:
                chars[x], tones[x] = char, tone
                if wide == 2:
                    chars[x + 1] = ""
            x += wide

    def touch(self, y: int) -> None:
        """This row is no longer the town's own: its names are written by whoever touches it, or not."""
        self._row_of(y)

    def dot(self, x: int, y: int) -> None:
        """One braille dot, counted in dots."""
        if 0 <= x < self.width * 2 and 0 <= y < self.height * 4:
            if y // 4 not in self._dots:
                self._dots[y // 4] = bytearray(self.width)
            self._dots[y // 4][x // 2] |= _DOT_BITS[y % 4][x % 2]

    def line(self, x0: int, y0: int, x1: int, y1: int, *, every: int = 1) -> None:
        """A line of dots, both ends included; with `every` 3 only each third dot."""
        reach = 4 * (self.width + self.height)
        if max(abs(x0), abs(y0), abs(x1), abs(y1)) > 8 * reach:
            return
        dx, dy = abs(x1 - x0), -abs(y1 - y0)
        step_x, step_y = (1 if x0 < x1 else -1), (1 if y0 < y1 else -1)
        error, count = dx + dy, 0
        while True:
            if count % every == 0:
                self.dot(x0, y0)
            if x0 == x1 and y0 == y1:
                return
            count += 1
            twice = 2 * error
            if twice >= dy:
                error += dy
                x0 += step_x
            if twice <= dx:
                error += dx
                y0 += step_y

    def rows(self) -> list[Row]:
        """The cells as rows of spans, one span for neighbours of the same tone."""
        touched = self.touched
        blank = Row(spans=((" " * self.width, Tone.PLAIN),))
        own = [blank] * self.height if self._under is None else self._under.rows
        return [self._row(y) if y in touched else own[y] for y in range(self.height)]

    def _row_of(self, y: int) -> tuple[list[str], list[Tone]]:
        if y not in self._chars:
            under = self._under
            self._chars[y] = [" "] * self.width
            self._tones[y] = [Tone.PLAIN] * self.width
            if under is not None:
                self._chars[y], self._tones[y] = list(under.chars[y]), list(under.tones[y])
        return self._chars[y], self._tones[y]

    def _row(self, y: int) -> Row:
        chars, tones = self._row_of(y)
        dots = self._dots.get(y)
        spans: list[Span] = []
        run: list[str] = []
        run_tone = Tone.PLAIN
        for x, char in enumerate(chars):
            tone = tones[x]
            if char == "":
                continue
            # A track stands instead of the streets below it, or its dots would read as theirs.
            if dots is not None and dots[x] and (char == " " or "\u2800" <= char <= "\u28ff"):
                char, tone = chr(_BRAILLE + dots[x]), self._dot_tone
            if tone is not run_tone and run:
                spans.append(("".join(run), run_tone))
                run = []
            run_tone = tone
            run.append(char)
        if run:
            spans.append(("".join(run), run_tone))
        return Row(spans=spans)
