"""Cells of a map: signs and words over a layer of braille dots, and the rows that come of it.

Knows nothing of the earth; everything outside its edges is left out.
"""

from console.widgets.paint.row import Row, Span
from console.widgets.paint.text import cells
from console.widgets.paint.tone import Tone

_DOT_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bit of a dot within a braille cell, by row and column."""

_BRAILLE = 0x2800


class Canvas:
    """A grid of `width` x `height` cells, each a character with a tone."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._chars = [[" "] * width for _ in range(height)]
        self._tones = [[Tone.PLAIN] * width for _ in range(height)]
        self._dots = [bytearray(width) for _ in range(height)]
        self._dot_tone = Tone.DIM

    def put(self, x: int, y: int, text: str, tone: Tone) -> None:
        """Text from this cell on; a wide character takes two cells."""
        if not 0 <= y < self.height:
            return
        chars, tones = self._chars[y], self._tones[y]
        for char in text:
            wide = cells(char)
            if wide and x >= 0 and x + wide <= self.width:
                chars[x], tones[x] = char, tone
                if wide == 2:
                    chars[x + 1] = ""
            x += wide

    def dot(self, x: int, y: int) -> None:
        """One braille dot, counted in dots."""
        if 0 <= x < self.width * 2 and 0 <= y < self.height * 4:
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
        return [self._row(y) for y in range(self.height)]

    def _row(self, y: int) -> Row:
        chars, tones, dots = self._chars[y], self._tones[y], self._dots[y]
        spans: list[Span] = []
        run: list[str] = []
        run_tone = Tone.PLAIN
        for x, char in enumerate(chars):
            tone = tones[x]
            if char == " " and dots[x]:
                char, tone = chr(_BRAILLE + dots[x]), self._dot_tone
            elif char == "":
                continue
            if tone is not run_tone and run:
                spans.append(("".join(run), run_tone))
                run = []
            run_tone = tone
            run.append(char)
        if run:
            spans.append(("".join(run), run_tone))
        return Row(spans=spans)
