"""The hub and the lines: alarms before everything, words once and whole over any cut, ticks to members."""

from protocol.commands import (
    AddEntry,
    Command,
    InvitePartner,
    JoinLine,
    Listen,
    MakeLink,
    OpenContact,
    RaiseEmergency,
    SayAsMelder,
    SignOnUnit,
    Speak,
    TellMelder,
)
from protocol.model.floor import Hand
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.wire.frames import decode_down, encode
from protocol.wire.messages import Alarm, LineKind, OnLine
from server.peer import Peer
from tests.server.consoles import NOW, Console, Town
from tests.server.make import opening


async def town() -> Town:
    """A town with one incident and one unit, 12.01."""
    made = Town()
    await made.do(opening())
    await made.do(SignOnUnit(call_sign=Name("12.01")))
    return made


async def live(made: Town, name: str, role: Role) -> Console:
    """A console that has everything."""
    console = Console(made, name, role)
    await console.dial()
    await flows(console)
    return console


async def flows(*consoles: Console) -> None:
    """Until nothing is under way to any of them."""
    while sum([await console.flow() + await console.beat() for console in consoles]):
        pass


def peer_of(console: Console) -> Peer:
    """Its present end at the hub."""
    assert console.peer is not None
    return console.peer


def say(text: str) -> Speak:
    """Words on the open line of the first incident."""
    return Speak(incident=1, text=Text(text))


def texts(console: Console, line: LineKind = LineKind.OPEN) -> list[list[str]]:
    """The words that were shown to it, message by message."""
    return [[each.text for each in shown.entries] for shown in console.shown if shown.line is line]


async def test_an_alarm_goes_to_everybody_at_once_and_once() -> None:
    """Before a snapshot that is under way, changes that wait and a window that is full; not to partners."""
    made = await town()
    for number in range(300):
        await made.do(opening(f"melding {number} {hash(str(number)):x}"))
    fast = await live(made, "anna", Role.CENTRALIST)
    unit = await live(made, "12.01", Role.UNIT)
    partner = await live(made, "ggz", Role.PARTNER)
    fresh = Console(made, "ben", Role.OPCO)
    await fresh.dial()
    assert peer_of(fresh).snapshot is not None
    full = peer_of(unit)
    while full.pace.has_room_for_changes:
        full.pace.sent(1_000, made.now_s)
    await made.do(opening("wacht"))
    before = {console.name: len(console.pipe.frames) for console in (fast, unit, fresh)}
    await made.do(RaiseEmergency(unit=1))
    for console in (fast, unit, fresh):
        alarm = decode_down(console.pipe.frames[before[console.name]], None, now_ms=0)
        assert isinstance(alarm, Alarm)
        assert (alarm.unit, alarm.call_sign) == (1, "12.01")
    await flows(fast, unit, fresh, partner)
    assert [len(console.alarms) for console in (fast, unit, fresh, partner)] == [1, 1, 1, 0]


async def test_words_that_were_there_do_not_come_again_after_a_cut() -> None:
    """Only what was said meanwhile, in its order."""
    made = await town()
    unit = await live(made, "12.01", Role.UNIT)
    await unit.wish(JoinLine(incident=1))
    for text in ("een", "twee"):
        await made.do(say(text))
    await flows(unit)
    unit.hang_up()
    for text in ("drie", "vier"):
        await made.do(say(text))
    unit.shown.clear()
    await unit.dial()
    await flows(unit)
    assert texts(unit) == [["drie"], ["vier"]]
    unit.has_all()


async def test_no_word_is_lost_at_whatever_frame_the_link_is_cut() -> None:
    """Words of both lines in one change among them."""
    for frames in range(12):
        made = await town()
        unit = await live(made, "12.01", Role.UNIT)
        wishes: tuple[Command, ...] = (
            *(JoinLine(incident=1), OpenContact(incident=1, unit=1), say("een")),
            *(TellMelder(incident=1, text=Text("bent u veilig?")), say("twee")),
        )
        for wish in wishes:
            await unit.wish(wish)
        await made.do(say("drie"))
        await unit.flow(frames)
        unit.hang_up()
        await made.do(say("vier"))
        await unit.dial()
        await flows(unit)
        unit.has_all()
        assert [each.text for each in unit.board.incidents[1].entries] == ["een", "twee", "drie", "vier"]
        assert [each.text for each in unit.board.incidents[1].contact_line.words] == ["bent u veilig?"]


async def test_contact_words_reach_just_those_who_stand_on_the_line() -> None:
    """Who listens and who talks; late entry sees all; nobody else's frames hold a word of it."""
    made = await town()
    unit = await live(made, "12.01", Role.UNIT)
    anna = await live(made, "anna", Role.CENTRALIST)
    others = [
        await live(made, "ben", Role.OPCO),
        await live(made, "12.02", Role.UNIT),
        await live(made, "ggz", Role.PARTNER),
    ]
    await made.do(InvitePartner(incident=1, partner=Name("ggz")))
    await made.do(MakeLink(incident=1))
    await unit.wish(OpenContact(incident=1, unit=1))
    secret = "hij heeft een mes"
    await made.do(SayAsMelder(incident=1, text=Text(secret)), name="melder", role=Role.MELDER)
    frames = [frame for console in others for frame in console.pipe.frames]
    assert not any(secret.encode() in frame for frame in frames)
    await flows(unit, anna, *others)
    assert texts(unit, LineKind.CONTACT) == [[secret]]
    assert texts(anna, LineKind.CONTACT) == []
    await anna.wish(Listen(incident=1))
    await flows(unit, anna, *others)
    assert texts(anna, LineKind.CONTACT) == [[secret]]
    for console in (unit, anna, *others):
        console.has_all()
    assert [each.board.incidents[1].contact_line.said for each in (unit, anna, others[0])] == [1, 1, 1]


async def test_after_a_restart_it_goes_on_where_its_view_did() -> None:
    """Of what lay between it saw nothing; names that the run then learns, it learns with the others."""
    made = await town()
    unit = await live(made, "12.01", Role.UNIT)
    unit.hang_up()
    for _ in range(3):
        await made.do(AddEntry(incident=1, text=Text("voor de kamer")))
    await made.restart()
    await unit.dial()
    assert peer_of(unit).resumed
    for _ in range(3):
        await made.do(opening("een naam die telkens terugkomt"))
        await flows(unit)
    unit.has_all()


async def test_after_a_restart_words_that_were_missed_come() -> None:
    """Also those said before it, while the link was down."""
    made = await town()
    unit = await live(made, "12.01", Role.UNIT)
    await unit.wish(say("een"))
    await flows(unit)
    unit.hang_up()
    await made.do(say("twee"))
    await made.restart()
    await made.do(say("drie"))
    await unit.dial()
    await flows(unit)
    unit.has_all()
    assert [each.text for each in unit.board.incidents[1].entries] == ["een", "twee", "drie"]


async def test_members_hear_what_the_others_do_each_once() -> None:
    """One whose link is full hears it when there is room, and nobody else hears it again for that."""
    made = await town()
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
