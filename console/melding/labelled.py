"""A word at the left, what it holds at the right, over as many rows as that takes. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from attrs import frozen

from console.paint.clock import clock
from console.paint.row import Row, Span, clip_spans
from console.paint.text import fit, wrap
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.incident import Incident
from protocol.model.terms import Terms

LABEL = 12
"""Columns for the word."""


@frozen(kw_only=True)
class Setting:
    """What every part needs to draw itself."""

    incident: Incident
    now: datetime
    zone: tzinfo
    terms: Terms
    say: Say
    width: int

    def clock(self, moment: datetime) -> str:
        """Hours and minutes on this machine's clock; the day before it when that is another."""
        return clock(moment, self.now, self.zone)


def labelled(label: str, lines: Iterable[Sequence[Span]], width: int) -> list[Row]:
    """One row a line, the word before the first; no rows without lines."""
    rows: list[Row] = []
    for spans in lines:
        head = (" " + fit("" if rows else label, LABEL) + " ", Tone.DIM)
        rows.append(Row(spans=clip_spans((head, *spans), width)))
    return rows


def worded(label: str, text: str, width: int, tone: Tone = Tone.PLAIN) -> list[Row]:
    """Free text, wrapped; no rows when it is empty. Expects harmless text."""
    if not text.strip():
        return []
    return labelled(label, [((line, tone),) for line in wrap(text, width - LABEL - 2)], width)
