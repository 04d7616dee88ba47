"""The deeds behind Space, over the last rows above the row while they are open. Pure."""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, Span, clip_spans, width_of
from console.paint.tone import Ground, Tone
from console.row.deed import Deed

MOST_ROWS = 3
"""Ten deeds with their words take two rows of 80 columns, or three of 60."""


@frozen(kw_only=True)
class DeedsView:
    """What stands behind Space."""

    deeds: tuple[Deed, ...] = ()
    lit: int | None = None
    """The number that is about to act."""


def draw_deeds(view: DeedsView, *, width: int, height: int) -> list[Row]:
    """In their order, over as many rows as there are; where there is no room the dim ones lose words."""
    rows = next(
        (packed for terse in (False, True) if len(packed := _packed(view, width, terse)) <= height),
        _packed(view, width, True)[:height],
    )
    found = [Row(spans=clip_spans(spans, width), ground=Ground.FIELD) for spans in rows]
    return found + [Row(spans=(), ground=Ground.FIELD)] * (height - len(found))


def _packed(view: DeedsView, width: int, terse: bool) -> list[list[Span]]:
    rows: list[list[Span]] = [[]]
    for deed in view.deeds:
        spans = _spans(view, deed, terse)
        if rows[-1] and width_of([*rows[-1], *spans]) > width:
            rows.append([])
        rows[-1] += spans
    return rows


def _spans(view: DeedsView, deed: Deed, terse: bool) -> list[Span]:
    words = harmless(deed.words)
    if terse and not deed.likely:
        words = words.split()[0]
    lit = view.lit == deed.number
    tone = Tone.LIT if lit else Tone.STRONG if deed.likely else Tone.DIM if deed.why_not else Tone.PLAIN
    return [(f" {deed.number} ", Tone.LIT if lit else Tone.PICKED), (f" {words} ", tone)]
