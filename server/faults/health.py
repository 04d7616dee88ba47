"""What GET /health says: that the room works, up to which change, which parts beside it failed lately, and
which release this is.

Read by people and by whatever watches over the server. Always answered with 200: a room without its keeper of
arrivals is a room, and nobody should restart it for that. Texts only, no names.
"""

from collections.abc import Iterable

from protocol.release import told


def health(seq: int, in_trouble: Iterable[str]) -> str:
    """`ok SEQ`, or `impaired SEQ` and a line for each part that failed lately; the release at the end."""
    parts = tuple(in_trouble)
    first = f"{'impaired' if parts else 'ok'} {seq}\n"
    return "".join((first, *(f"failing: {part}\n" for part in parts), f"{told('openlijn-server')}\n"))
