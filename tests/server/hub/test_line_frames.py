"""What members of lines do, on links: the newest, once, to the other members."""

from protocol.commands.timeline import JoinLine
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.wire.frames import encode
from protocol.wire.messages import OnLine
from tests.server.consoles import NOW
from tests.server.hub_steps import flows, live, peer_of, town


async def test_members_hear_what_the_others_do_each_once() -> None:
    """One whose link is full hears it when there is room, and nobody else hears it again for that."""
    made = await town(units=1)
    anna = await live(made, "anna", Role.CENTRALIST)
    unit = await live(made, "12.01", Role.UNIT)
    stranger = await live(made, "ben", Role.OPCO)
    await anna.wish(JoinLine(incident=1))
    await unit.wish(JoinLine(incident=1))
    await flows(anna, unit, stranger)
    peer = peer_of(unit)
    while peer.pace.has_room:
        peer.pace.sent(50, made.now_s)
    await made.take(peer_of(anna), encode(OnLine(incident=1, line=LineKind.OPEN, hand=Hand.TYPING)))
    for _ in range(3):
        made.hub.tick(to_ms(NOW))
        await anna.flow()
    assert [(row.name, row.hand) for row in anna.rows] == [("anna", Hand.TYPING)]
    assert unit.rows == []
    made.hub.acknowledged(peer, peer.pace.in_flight_bytes)
    made.hub.tick(to_ms(NOW))
    await flows(anna, unit, stranger)
    assert [(row.name, row.hand) for row in unit.rows] == [("anna", Hand.TYPING)]
    assert stranger.rows == []
