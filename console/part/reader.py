"""Who reads what is typed on the row. Chosen by keys, shown at the row's edge in words and colour."""

from enum import Enum


class Reader(Enum):
    """One kind of reader; the value is its word in the texts (`reader-log`)."""

    LOG = "log"
    """Whoever opens the melding: nobody is spoken to."""

    LINE = "line"
    """The colleagues on the open line."""

    WHISPER = "whisper"
    """The colleagues alone: no melder, no partner."""

    CALLER = "caller"
    """The melder, on the contact line."""

    PAIR = "pair"
    """The other half of a split pair."""

    NOBODY = "nobody"
    """The words are kept, and Enter says why nobody reads them."""
