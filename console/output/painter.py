"""Paints Textual's display updates into a Frame.

Updates come from textual._compositor, which is private: the two kinds it makes for a full screen are known
here, any other is refused so that the caller repaints the whole screen. It writes nothing.
"""

from __future__ import annotations

from textual._compositor import ChopsUpdate, LayoutUpdate

from console.output.cells import Ink
from console.output.frame import Frame


def paint(frame: Frame | None, update: object, ink: Ink) -> Frame | None:
    """The frame with the update painted in: the same object, or a new one when the screen's size changed.

    None when the update cannot be painted: its kind is unknown, or it is a part of a screen that the frame
    does not hold.
    """
    if isinstance(update, LayoutUpdate):
        return _paint_layout(frame, update, ink)
    if isinstance(update, ChopsUpdate) and frame is not None and len(update.chops) == frame.height:
        _paint_chops(frame, update, ink)
        return frame
    return None


def _paint_layout(frame: Frame | None, update: LayoutUpdate, ink: Ink) -> Frame:
    region = update.region
    if frame is None or frame.size != (region.right, region.bottom):
        frame = Frame(region.right, region.bottom)
    for y, line in enumerate(update.strips, region.y):
        x = region.x
        for strip in line:
            cells = ink.cells(strip)
            frame.put(x, y, cells)
            x += len(cells)
    return frame


def _paint_chops(frame: Frame, update: ChopsUpdate, ink: Ink) -> None:
    """Paint every strip that overlaps a changed span, from the strip's start to the span's end.

    A strip lies wholly in one widget, so what precedes the span is right as well; a wide cell on the span's
    end is painted whole.
    """
    for y, left, right in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=True):
            if strip is None or x >= right or end <= left:
                continue
            cells = ink.cells(strip)
            stop = min(end, right) - x
            if stop < len(cells) and cells[stop][0] == "":
                stop += 1
            frame.put(x, y, cells[:stop])
