"""The console's end of a link, without the link: bytes and times in, bytes and events out.

    timing       when a silence is a cut, when to call again
    knowledge    the board as far as it has arrived
    origin       which history of which world something was typed in, and what that means elsewhere
    outbox       the wishes that are not yet answered, in order
    present      who of the room is where at this moment
    provisional  numbers for what has none yet, by which wishes may name what another wish opens
    sending      what is still to be said on the present link, and which of it goes next
    sent         what went up on the present link and is not known to be read
    upward       what goes up, over as many links as it takes: all of the three above
    digest       what a board is, in four bytes
    drift        whether the board here is still the server's, by its digest
    events       what the session tells whoever drives it
    handshake    what a console says when it dials
    client       one conversation over many links: hello, resume, order, resync
    redial       how long to rest between dials
    close_codes  why an end of a link ended it, as both sides write and read it
    ending       why there is no link, and whether dialling again can help
    dialler      all of it together: when to dial, what to send next, when the other end counts as dead

Whoever owns a socket (the console's websocket, a simulated person's caller) is a thin shell round a Dialler.
"""
