"""What the output layer did so far, for tests and benches. Counted by Outflow only."""

from __future__ import annotations

from attrs import define


@define(kw_only=True)
class OutputCounters:
    """Running totals since the console began."""

    bytes_written: int = 0
    """Bytes the terminal has taken, frames and other sequences together."""
    frames_shown: int = 0
    """Times the screen was changed."""
    frames_written: int = 0
    """Times the terminal was brought level with the screen."""
    frames_skipped: int = 0
    """Changed screens that were overtaken by a newer one before they were written whole."""
