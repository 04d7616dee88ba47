"""How much of anything a link accepts. Each number says why it is that and not another."""

MAX_UP_FRAME_BYTES = 16 * 1024
"""From a console. The longest command holds 2,000 characters of four bytes and two names."""

MAX_DOWN_FRAME_BYTES = 2 * 1024 * 1024
"""From the server. One incident with everything at its bound, in characters that do not compress, is half."""

MAX_DEPTH = 8
"""Message, command, place, point: four. Twice that is room to grow, and far from the parser's own limit."""

MAX_ELEMENTS = 4_096
"""In one array. The largest is a snapshot part's slice of a timeline."""

MAX_COMMAND_ID = 2**63 - 1
"""Fits SQLite's integer."""
