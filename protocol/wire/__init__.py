"""Bytes and back: the only place that knows how a message looks on the link.

A message is a msgpack array that opens with a small tag; fields follow by position, trailing fields that hold
their default are left out. Points are whole quanta, times are milliseconds relative to a moment that both
ends know, names that recur are a number in a shared lexicon. There are no maps, no floats, no key names.

    limits           how much of anything is accepted, and why that much
    coders           a type -> how its values are written and read; compiled once from the attrs classes
    packing          msgpack, strictly: one value <-> bytes
    tags             the literal table of tags: once given, never given to something else
    messages         what travels, as frozen values
    frames           message <-> bytes, with errors that name the path
    deltas           a run of changes, each relative to the one before
    lexicon          names that recur, as numbers
    positions        where units are, five bytes each
    snapshot         the pieces of a board back into a board
    snapshot_writer  a board in small pieces, most urgent first
"""

VERSION = 2
"""Of the language: raised once for a release before which `tests/golden/wire.txt` changed, and for nothing
else (see .decisions/versions.md).
"""

SUBPROTOCOL = f"openlijn.{VERSION}"
"""Offered and chosen in the websocket handshake; another version is refused there, in words."""
