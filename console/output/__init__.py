"""The layer between Textual and the terminal, for terminals at the end of a thin line.

Textual hands over what changed in its widgets; this package keeps the whole screen as cells, compares it with
what the terminal shows, and writes the difference when the terminal can take it. Screens in between are
skipped, never queued.

    cells, looks     one column of the screen, made from Rich segments
    frame, painter   the screen as it should be, painted from Textual's updates
    diff, moves      from what is shown to what is wanted, in bounded parts
    outflow          what to write next: other sequences (`controls`) in order, then the frame
    echo             how much may be on its way to a terminal far away
    outlet, driver   the terminal itself
    hooks            whether Textual is still the one that all this stands on
    escapes          Esc before another key stays Esc
    terminfo         what the terminal database says of it, before anything is written
    counters         what was done so far, for the status line
    app              the base class that puts it to work
"""

from __future__ import annotations

from console.output.app import CellDiffApp
from console.output.counters import OutputCounters

__all__ = ["CellDiffApp", "OutputCounters"]
