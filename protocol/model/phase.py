"""Where a melding is on its way: the three phases of the police reaction, and closed.

Phases are entered by facts. The legal moves stand in `protocol.transitions`.
"""

from enum import IntEnum


class Phase(IntEnum):
    """Invoegen, toevoegen, uitvoegen; a closed incident has let go."""

    MERGE_IN = 1
    """Invoegen: the police join what is already happening."""

    ADD = 2
    """Toevoegen: they add what the people on the spot cannot."""

    MERGE_OUT = 3
    """Uitvoegen: they hand over and let go with care."""

    CLOSED = 4
    """Let go. Reopening enters MERGE_IN again."""

    @property
    def key(self) -> str:
        """The key of the phase's word in the texts."""
        return self.name.lower().replace("_", "-")
