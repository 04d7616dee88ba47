"""When a link counts as silent, and when to say so. Seconds; each with its reason."""

HEARTBEAT_S = 2.0
"""Between two signs of life of a console. An idle hour costs about 25 kB both ways."""

SILENT_AFTER_S = 4.5
"""Two heartbeats and room for a weak link's round trip; a cut is on the screen within five seconds."""

REDIAL_AFTER_S = 15.0
"""Of silence. A lost segment on a weak link is repeated well within this; a dead path never answers."""

DEAF_AFTER_S = 45.0
"""A server that hears nothing for this long closes the link and frees what it holds."""

ACK_EVERY_BYTES = 300
"""A console that has received this much says so at once: the server's window depends on it."""

RETRY_FIRST_S = 0.25
RETRY_MOST_S = 5.0
"""Waiting times between attempts double from the first to the most, with jitter, so that a thousand
consoles do not return in the same instant."""
