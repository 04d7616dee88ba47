"""What GET /health says: that the room works, up to which change, and which parts beside it failed lately.

Read by people and by whatever watches over the server. Always answered with 200: a room without its keeper of
arrivals is a room, and nobody should restart it for that. Texts only, no names.
"""

from collections.abc import Iterable


def health(seq: int, in_trouble: Iterable[str]) -> str:
    """`ok SEQ`, or `impaired SEQ` and a line for each part that failed lately."""
    parts = tuple(in_trouble)
    return "".join((f"{'impaired' if parts else 'ok'} {seq}\n", *(f"failing: {part}\n" for part in parts)))
