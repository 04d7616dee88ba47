"""The answer to a console's beat: that the server is there and, every few seconds, what the board should be.

Asked by the hub for each beat. The digest is reckoned at the beat from the board that the server has, for
what changed since the last one, and stated only to a console that was sent everything: so the number beside
it is the one at which that console stands when it reads this. Sends nothing.
"""

from protocol.wire.frames import encode
from protocol.wire.messages import Alive
from server.hub.peer import Peer

STATE_EVERY_S = 8.0
"""At eleven bytes each that is five of the thirty kilobytes that an idle hour may cost, both ways."""

ALIVE = encode(Alive())


def sign_of_life(peer: Peer, now_s: float) -> bytes:
    """The frame for this console at this moment of the monotonic clock."""
    if now_s < peer.states_at_s or not peer.is_idle:
        return ALIVE
    digest = peer.run.digest()
    seq = peer.cursor if peer.bridge is None else peer.bridge[0]
    if digest is None or seq == 0:
        return ALIVE
    peer.states_at_s = now_s + STATE_EVERY_S
    return encode(Alive(seq=seq, digest=digest))
