"""Words of lines on links: whole, once, and just for who is on the line, over any cut."""

from protocol.commands.command import Command
from protocol.commands.contact import Listen, MakeLink, OpenContact, SayAsMelder, TellMelder
from protocol.commands.timeline import InvitePartner, JoinLine
from protocol.model.line_kind import LineKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from tests.server.hub_steps import flows, live, say, texts, town


async def test_words_that_were_there_do_not_come_again_after_a_cut() -> None:
    """Only what was said meanwhile, in its order."""
    made = await town(units=1)
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
        made = await town(units=1)
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
    made = await town(units=1)
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


async def test_after_a_restart_words_that_were_missed_come() -> None:
    """Also those said before it, while the link was down."""
    made = await town(units=1)
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
