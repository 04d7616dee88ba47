"""The difference between what the terminal shows and what it should show, as bytes, a bounded piece at a
time.

A Shadow is what was written so far; a Frame is what is wanted now. `next_piece` writes the shadow nearer to
the frame and returns the text that does the same to the terminal. It does no I/O and keeps no queue: whatever
happened to the frame since the last piece is simply part of the next difference.
"""

from __future__ import annotations

from rich.cells import cell_len

from console.output.cells import BLANK, TAIL, Cell, sure_width
from console.output.frame import Frame
from console.output.looks import PLAIN, Look, link_change, transition
from console.output.moves import move

_MAX_GAP = 10
"""Columns of unchanged text that may be written again instead of moving over them."""

_ERASE_LINE = "\x1b[K"


class Shadow:
    """What the terminal shows and how its pen stands, as far as is known."""

    def __init__(self, *, erases_with_colour: bool) -> None:
        self.erases_with_colour = erases_with_colour
        """Whether erasing fills with the background in use (terminfo's ``bce``) or with the terminal's
        own."""
        self.rows: list[list[Cell | None]] = []
        self.size: tuple[int, int] | None = None
        self.next_row = 0
        self.link = ""
        """The hyperlink that is open; only we open one, so it is always known."""
        self.forget_pen()

    def forget(self) -> None:
        """Nothing is known of the terminal: the next piece clears it and paints anew."""
        self.size = None
        self.forget_pen()

    def forget_pen(self) -> None:
        """Something else was written: where the cursor stands and its colours are unknown, the cells are
        not."""
        self.x: int | None = None
        self.y: int | None = None
        self.look: Look | None = None

    def erases_to(self, look: Look) -> bool:
        """Whether erasing can leave blanks of this look."""
        return not look.attributes and not look.link and (self.erases_with_colour or not look.background)


def next_piece(shadow: Shadow, frame: Frame, max_chars: int) -> str:
    """The next part of the difference, about `max_chars` characters at most (one cell may go over); empty if
    none.

    Rows are taken in turn, beginning where the last piece ended, so that a row which changes all the time
    does not starve the others.
    """
    pen = _Pen(shadow, frame.width)
    if shadow.size != frame.size:
        _clear(shadow, frame, pen)
    height = frame.height
    for step in range(height):
        y = (shadow.next_row + step) % height
        if shadow.rows[y] != frame.rows[y] and not _write_row(pen, y, frame.rows[y], max_chars):
            # A row that filled a whole piece by itself must not be all that is ever written.
            shadow.next_row = y if step else y + 1
            return pen.text()
    shadow.next_row = 0
    if frame.cursor is not None:
        pen.go(*frame.cursor)
    return pen.text()


def _clear(shadow: Shadow, frame: Frame, pen: _Pen) -> None:
    shadow.forget_pen()
    pen.ink(PLAIN)
    pen.raw("\x1b[2J")
    shadow.rows = [[BLANK] * frame.width for _ in range(frame.height)]
    shadow.size = frame.size
    shadow.next_row = 0


def _write_row(pen: _Pen, y: int, wanted: list[Cell], max_chars: int) -> bool:
    """Write what changed in one row; False when the piece is full and the row is not done."""
    shown = pen.shadow.rows[y]
    width = len(wanted)
    x = 0
    while x < width:
        if shown[x] == wanted[x]:
            x += 1
            continue
        if pen.length >= max_chars:
            return False
        if wanted[x][0] == TAIL:
            x -= 1
        pen.reach(x, y, wanted)
        x = _write_cell(pen, x, y, wanted)
    return True


def _write_cell(pen: _Pen, x: int, y: int, wanted: list[Cell]) -> int:
    """Write the cell at x, or erase the run of blanks that begins there; returns the column after it."""
    text, look = wanted[x]
    shown = pen.shadow.rows[y]
    if text == " ":
        end = _end_of_blanks(x, wanted, shown)
        if end - x > 3 and pen.erase(x, end, wanted):
            return end
        while x < end and shown[x] != wanted[x]:
            pen.space(look)
            shown[x] = wanted[x]
            x += 1
        return x
    sure = sure_width(text)
    was = shown[x]
    sure_before = was is None or sure_width(was[0])
    end = x + (2 if x + 1 < len(wanted) and wanted[x + 1][0] == TAIL else 1)
    pen.write(text, look, end - x, sure=sure)
    shown[x:end] = wanted[x:end]
    if end < len(wanted) and not (sure and sure_before):
        # A terminal that measures this grapheme otherwise has touched the next cell as well.
        shown[end] = None
    return end


def _end_of_blanks(x: int, wanted: list[Cell], shown: list[Cell | None]) -> int:
    """The column after the last changed cell of the run of equal blanks that begins at x."""
    cell = wanted[x]
    end = x + 1
    for at in range(x + 1, len(wanted)):
        if wanted[at] != cell:
            break
        if shown[at] != cell:
            end = at + 1
    return end


class _Pen:
    """Collects the text of one piece and keeps the shadow's cursor and look in step with it."""

    def __init__(self, shadow: Shadow, width: int) -> None:
        self.shadow = shadow
        self.length = 0
        self._width = width
        self._parts: list[str] = []

    def text(self) -> str:
        return "".join(self._parts)

    def raw(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def go(self, x: int, y: int) -> None:
        shadow = self.shadow
        if (shadow.x, shadow.y) != (x, y):
            self.raw(move(shadow.x, shadow.y, x, y))
            shadow.x, shadow.y = x, y

    def ink(self, look: Look) -> None:
        if self.shadow.look is not look:
            self.raw(transition(self.shadow.look, look) + link_change(self.shadow.link, look.link))
            self.shadow.look = look
            self.shadow.link = look.link

    def reach(self, x: int, y: int, row: list[Cell]) -> None:
        """Bring the cursor to the cell, by writing a short unchanged gap again where that is shorter."""
        shadow = self.shadow
        if shadow.y == y and shadow.x is not None and 0 < x - shadow.x <= _MAX_GAP:
            gap = row[shadow.x : x]
            if all(self._repeats(cell) for cell in gap):
                again = "".join(text for text, _ in gap)
                if len(again.encode()) <= len(move(shadow.x, y, x, y)):
                    self.raw(again)
                    shadow.x = x
                    return
        self.go(x, y)

    def _repeats(self, cell: Cell) -> bool:
        text, look = cell
        pen = self.shadow.look
        if pen is None or not sure_width(text) or cell_len(text) != 1:
            return False
        return pen.shows_blank_as(look) if text == " " else pen is look

    def space(self, look: Look) -> None:
        """Write one blank; the pen keeps its colours where they cannot be seen."""
        self._blank_ink(look)
        self._advance(" ", 1, sure=True)

    def write(self, text: str, look: Look, width: int, *, sure: bool) -> None:
        self.ink(look)
        self._advance(text, width, sure=sure)

    def erase(self, x: int, end: int, wanted: list[Cell]) -> bool:
        """Erase columns x up to end if that is shorter than writing spaces; False if it is not."""
        shadow = self.shadow
        y = shadow.y
        look = wanted[x][1]
        if y is None or not shadow.erases_to(look):
            return False
        shown = shadow.rows[y]
        if all(cell == wanted[x] for cell in wanted[end:]):
            sequence, onward = _ERASE_LINE, ""
        else:
            sequence = f"\x1b[{end - x}X"
            changed = next((at for at in range(end, len(wanted)) if shown[at] != wanted[at]), None)
            onward = "" if changed is None else f"\x1b[{changed - x}C"
        if len(sequence) + len(onward) >= end - x:
            return False
        self._blank_ink(look)
        self.raw(sequence)
        shown[x:end] = wanted[x:end]
        return True

    def _blank_ink(self, look: Look) -> None:
        if self.shadow.look is None or not self.shadow.look.shows_blank_as(look):
            self.ink(look)

    def _advance(self, text: str, width: int, *, sure: bool) -> None:
        shadow = self.shadow
        self.raw(text)
        if shadow.x is not None:
            shadow.x += width
            # In the last column the cursor waits on the edge, where terminals differ.
            if not sure or shadow.x >= self._width:
                shadow.x = None
