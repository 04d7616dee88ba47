"""What members of lines do, on links: the newest, once, to the other members."""

from protocol.commands.timeline import JoinLine
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.model.text import Name
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


async def test_a_member_without_a_link_is_told_as_gone_until_it_is_back() -> None:
    """To who is there, to who comes later, and after the server began anew; each once."""
    made = await town()
    anna = await live(made, "anna", Role.CENTRALIST)
    opco = await live(made, "opco", Role.OPCO)
    await anna.wish(JoinLine(incident=1))
    await opco.wish(JoinLine(incident=1))
    await flows(anna, opco)
    made.hub.tick(to_ms(NOW))
    await flows(anna, opco)
    assert anna.rows == []
    opco.hang_up()
    for _ in range(3):
        made.hub.tick(to_ms(NOW))
        await anna.flow()
    assert [(row.name, row.hand) for row in anna.rows] == [("opco", Hand.GONE)]
    anna.hang_up()
    await anna.dial()
    await anna.flow()
    made.hub.tick(to_ms(NOW))
    await anna.flow()
    assert (anna.rows[-1].name, anna.rows[-1].hand) == ("opco", Hand.GONE)
    await opco.dial()
    await opco.flow()
    made.hub.tick(to_ms(NOW))
    await flows(anna, opco)
    assert {row.name: row.hand for row in anna.rows}[Name("opco")] is Hand.STILL
