"""The answer to a beat, and what it states: at the right number, of the right board, now and then."""

import pytest

import protocol.session.digest
from protocol.commands.timeline import AddEntry, InvitePartner, JoinLine
from protocol.commands.units import SignOnUnit
from protocol.errors import Drifted
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Alive
from server.hub.signs_of_life import ALIVE, STATE_EVERY_S, sign_of_life
from server.sight.board_view import digest_for, rest_for
from tests.server.consoles import Console, Town
from tests.server.hub.left_out import leave_out
from tests.server.hub_steps import LINE, full, live, peer_of, town
from tests.server.make import opening


def sign(console: Console, now_s: float | None = None) -> Alive:
    """The answer to a beat of this console."""
    at_s = console.town.now_s if now_s is None else now_s
    message = decode_down(sign_of_life(peer_of(console), at_s), None, now_ms=0)
    assert isinstance(message, Alive)
    return message


async def beats(console: Console) -> None:
    """It beats; the answer comes, and what it states is compared. Raises Drifted."""
    await console.town.take(peer_of(console), encode(Alive()))
    await console.flow()


def digest_from_nothing(made: Town, console: Console) -> int:
    """Of what this console may have of the server's board."""
    digest = digest_for(console.audience).digest_of(rest_for(made.room.board, console.audience))
    assert digest is not None
    return digest


PEOPLE = [("anna", Role.CENTRALIST), ("12.01", Role.UNIT), ("ggz", Role.PARTNER)]
IDS = ["room", "street", "partner"]


@pytest.mark.parametrize(("name", "role"), PEOPLE, ids=IDS)
async def test_what_is_stated_is_what_the_audience_has(name: str, role: Role) -> None:
    """At the number at which the console stands; which agrees."""
    made = await town(lines=3, units=2)
    await made.do(InvitePartner(incident=1, partner=Name("ggz")))
    console = await live(made, name, role)
    made.now_s += STATE_EVERY_S
    stated = sign(console)
    assert stated == Alive(seq=console.board.seq, digest=digest_from_nothing(made, console))
    made.now_s += STATE_EVERY_S
    await beats(console)


async def test_between_two_statements_there_are_only_signs_of_life() -> None:
    """Two bytes each."""
    console = await live(await town())
    now_s = console.town.now_s + STATE_EVERY_S
    assert sign(console, now_s).seq == console.board.seq
    assert sign_of_life(peer_of(console), now_s + STATE_EVERY_S - 1) == ALIVE
    assert sign(console, now_s + STATE_EVERY_S).seq == console.board.seq


async def test_nothing_is_stated_to_who_was_not_sent_everything() -> None:
    """It stands elsewhere; the first beat after it caught up brings the statement."""
    made = await town()
    console = await live(made)
    made.now_s += STATE_EVERY_S
    peer = peer_of(console)
    full(peer, made)
    while peer.pace.has_room_for_changes:
        peer.pace.sent(500, made.now_s)
    await made.do(LINE)
    assert sign_of_life(peer, made.now_s) == ALIVE
    made.hub.acknowledged(peer, peer.pace.in_flight_bytes)
    assert sign(console).seq == made.room.board.seq


async def test_who_hears_nothing_of_the_newest_change_is_told_its_own_number() -> None:
    """The street sees no log: its newest change is an older one."""
    made = await town()
    console = await live(made, "12.01", Role.UNIT)
    seq = console.board.seq
    await made.do(LINE)
    made.now_s += STATE_EVERY_S
    assert sign(console).seq == seq
    made.now_s += STATE_EVERY_S
    await beats(console)


async def test_who_goes_on_over_a_bridge_is_told_the_number_before_it() -> None:
    """It came back from the journal to a run that begins later than what it has."""
    made = await town()
    console = await live(made, "12.01", Role.UNIT)
    console.hang_up()
    await made.do(LINE)
    await made.restart()
    await console.dial()
    await console.flow()
    assert peer_of(console).bridge is not None
    assert sign(console) == Alive(seq=1, digest=digest_from_nothing(made, console))
    made.now_s += STATE_EVERY_S
    await beats(console)


async def test_a_large_board_is_reckoned_over_several_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stands still for none of them; meanwhile the answers are plain."""
    monkeypatch.setattr(protocol.session.digest, "MOST_HASHED", 5)
    made = Town()
    for _ in range(12):
        await made.do(opening())
    console = Console(made, "anna")
    await console.dial()
    await console.flow()
    assert [sign(console).seq for _ in range(3)] == [0, 0, 12]


async def test_an_empty_board_is_not_stated() -> None:
    """Number nought states nothing."""
    made = Town()
    console = Console(made, "anna")
    await console.dial()
    await console.flow()
    assert sign_of_life(peer_of(console), made.now_s) == ALIVE


async def stated_with(secret: str, name: str, role: Role, *, elsewhere: bool) -> int:
    """The digest for this console in a town with this secret in a log; and in another incident, of a unit."""
    made = await town()
    await made.do(InvitePartner(incident=1, partner=Name("ggz")))
    await made.do(AddEntry(incident=1, text=Text(secret)))
    if elsewhere:
        await made.do(opening(secret))
        await made.do(SignOnUnit(call_sign=Name(secret)))
    console = await live(made, name, role)
    made.now_s += STATE_EVERY_S
    return sign(console).digest


@pytest.mark.parametrize(
    ("name", "role", "elsewhere", "seen"),
    [
        ("anna", Role.CENTRALIST, False, True),
        ("12.01", Role.UNIT, False, False),
        ("12.01", Role.UNIT, True, True),
        ("ggz", Role.PARTNER, True, False),
    ],
)
async def test_what_may_not_be_seen_leaves_no_trace(
    name: str, role: Role, elsewhere: bool, seen: bool
) -> None:
    """Two towns that differ in that alone state the same; to who may see it they do not."""
    stated = [await stated_with(secret, name, role, elsewhere=elsewhere) for secret in ("mes", "geen mes")]
    assert len(set(stated)) == (2 if seen else 1)


@pytest.mark.parametrize(("name", "role"), PEOPLE, ids=IDS)
async def test_a_change_that_reached_no_run_is_noticed(
    name: str, role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one closes over it, and both ends stand at the same number; a snapshot makes them equal."""
    made = await town()
    await made.do(opening())
    for number in (1, 2):
        await made.do(InvitePartner(incident=number, partner=Name("ggz")))
    console = await live(made, name, role)
    lost = made.room.board.seq + 1
    leave_out(lost, monkeypatch)
    await made.do(JoinLine(incident=1), name="ben")
    await made.do(JoinLine(incident=2), name="cor")
    session = console.session
    for frame in console.pipe.frames:
        session.received(frame, made.now_s, 0)
    console.pipe.frames.clear()
    assert console.board.seq == made.room.board.seq == lost + 1
    assert [len(console.board.incidents[number].members) for number in (1, 2)] == [0, 1]
    made.now_s += STATE_EVERY_S
    with pytest.raises(Drifted):
        await beats(console)
    session.distrust_board()
    await console.dial()
    await console.flow()
    await beats(console)
    assert [len(console.board.incidents[number].members) for number in (1, 2)] == [1, 1]
    console.has_all()
