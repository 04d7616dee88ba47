"""The console's end of a link, without the link: bytes and times in, bytes and events out.

    timing     when a silence is a cut, when to call again
    knowledge  the board as far as it has arrived
    origin     which history of which world something was typed in, and what that means elsewhere
    outbox     the wishes that are not yet answered, in order
    events     what the session tells whoever drives it
    client     hello, resume, order, resync: the four together

Whoever owns a socket (the console's link, a rehearsal's player) drives a ClientSession with some sixty lines.
"""
