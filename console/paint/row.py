"""One row of the screen: spans of toned text on a ground.

Made by the drawing functions of each panel, compared and painted by `panel`. Comparing rows, and not cells or
whole widgets, is what keeps a repaint as small as what changed.
"""

from collections.abc import Iterable

from attrs import field, frozen

from console.paint.text import cells, clip
from console.paint.tone import Ground, Tone

Span = tuple[str, Tone]
"""Text and its meaning. The text is harmless."""


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(spans)


@frozen(kw_only=True)
class Row:
    """What one row shows. Shorter than the panel: the rest is blank; longer: cut off by the panel."""

    spans: tuple[Span, ...] = field(default=(), converter=_spans)
    ground: Ground = Ground.NORMAL

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.spans)


BLANK = Row()


def plain(text: str, tone: Tone = Tone.PLAIN, ground: Ground = Ground.NORMAL) -> Row:
    """A row of one span."""
    return Row(spans=((text, tone),), ground=ground)


def width_of(spans: Iterable[Span]) -> int:
    """The columns that the spans take together."""
    return sum(cells(text) for text, _ in spans)


def clip_spans(spans: Iterable[Span], width: int) -> tuple[Span, ...]:
    """The spans as far as they fit, `…` at the cut."""
    kept: list[Span] = []
    left = width
    for text, tone in spans:
        if left <= 0:
            break
        shown = clip(text, left)
        kept.append((shown, tone))
        left -= cells(shown)
        if shown != text:
            break
    return tuple(kept)


def between(left: Iterable[Span], right: Iterable[Span], width: int) -> tuple[Span, ...]:
    """Left spans at the left, right ones at the right end. The right ones win where both do not fit."""
    right = clip_spans(right, width)
    room = width - width_of(right)
    left = clip_spans(left, room - 1 if right else room)
    blank = room - width_of(left)
    return (*left, (" " * blank, Tone.PLAIN), *right)
