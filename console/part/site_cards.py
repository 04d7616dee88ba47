"""The site's question cards as they lie at hand: a name for the shape."""

from collections.abc import Mapping

Cards = Mapping[str, tuple[Mapping[str, str], ...]]
"""The rows of each classification's card, by its code."""
