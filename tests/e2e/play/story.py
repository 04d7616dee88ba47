"""The play: from the call to the closing, as people would do it, with keys and words.

Every step waits for what somebody then sees, on another's screen than where it was done where there is one.
"""

import re

from tests.e2e.play.cast import Cast
from tests.e2e.play.seat import CTRL_O, ENTER, ESCAPE, F5, F9

WHISPERED = "hij heeft een mes"
CARD = "eerder vuurwapen"
MELDER_SAID = "hij bonkt op de deur"
OFFICER_SAID = "blijf boven, we zijn er bijna"
PARTNER_SAID = "wij kennen dit gezin"
CUT_IN_HALF = "wij gaan samen naar binnen"
DURING_THE_CUT = ("achter brandt licht", "de buurman belt ook", "ik sta achterom")
ANSWER_LOST = "wij zijn binnen"
FEEDBACK = "Hij is mee naar het bureau."
NOT_FOR_MELDER = (
    WHISPERED,
    CARD,
    PARTNER_SAID,
    CUT_IN_HALF,
    ANSWER_LOST,
    *DURING_THE_CUT,
    "anna",
    "12.01",
    "ggz",
)
NOT_FOR_PARTNERS = (WHISPERED, CARD, MELDER_SAID, OFFICER_SAID, FEEDBACK, "0612345678")


async def play(cast: Cast) -> str:
    """All of it, in order. Returns the figure of direct contact as the room saw it, `0:01`."""
    await two_units_sign_on(cast)
    await a_call_comes_in(cast)
    await the_melder_gets_a_page(cast)
    took = await melder_and_unit_are_connected(cast)
    await the_room_steps_in_and_back(cast)
    await melder_and_unit_write(cast)
    await the_room_whispers(cast)
    await a_card_comes_in_time(cast)
    await a_colleague_comes_along(cast)
    await a_partner_joins(cast)
    await a_link_is_cut_in_the_middle(cast)
    await an_answer_is_lost(cast)
    await they_arrive(cast)
    await the_melder_hears_how_it_ended(cast)
    await it_is_closed(cast)
    await nobody_saw_too_much(cast)
    return took


async def two_units_sign_on(cast: Cast) -> None:
    """The line stands ready at their first start."""
    for unit in (cast.first, cast.second):
        await unit.sees(f"aanmelden {unit.name} auto koppel")
        unit.press(ENTER)
        await unit.sees("1[beschikbaar]")
    await cast.room.sees("12.01 ▪▪ beschikb", "12.02 ▪▪ beschikb")


async def a_call_comes_in(cast: Cast) -> None:
    """The centralist types while the melder tells, and sends a unit."""
    cast.room.types("nieuw 2 huiselijk geweld @Havenkade 3")
    await cast.room.sees("Lijn 1 ●2 huiselijk geweld")
    await cast.partner.sees("Meldingen 0 open")
    cast.room.types("melder 1 De Vries 0612345678")
    cast.room.types("koppel 1 12.01")
    await cast.first.sees("1 ●2 huiselijk geweld · Havenkade 3", "● 12.01")
    cast.first.press("2" + ENTER)
    await cast.room.sees("12.01 ▪▪ aanrijd")


async def the_melder_gets_a_page(cast: Cast) -> None:
    """One verb makes the link and shows it; the melder types what was read out."""
    cast.room.types("maak-link")
    read_out = await cast.room.sees("Lees de code voor", "/m/")
    await cast.phone.open(cast.server.port, _found(r"http://[^/ ]+(/m/[a-z0-9-]+)", read_out))
    await cast.phone.says("#link", "Verbonden")
    await cast.room.sees("De pagina is geopend")
    cast.room.press(ESCAPE)
    await cast.room.sees("Meldingen 1 open")


async def melder_and_unit_are_connected(cast: Cast) -> str:
    """One deed, while the unit still drives: direct contact; the room listens, and everybody sees that."""
    cast.room.does(3)
    screen = await cast.room.sees("direct na ", "● 12.01 spreekt", "○ anna (u) luistert", "u luistert mee")
    await cast.first.sees("melder met 12.01, luistert: anna", "2[aanrijd")
    await cast.phone.says("#who", "Er leest één collega mee.")
    return _found(r"direct na (\d+:\d\d)", screen)


async def the_room_steps_in_and_back(cast: Cast) -> None:
    """The same deed twice; on the unit's screen it is not hidden for a moment."""
    cast.room.does(3)
    await cast.room.sees("u mag spreken op deze lijn")
    await cast.first.sees_no("luistert: anna")
    cast.room.does(3)
    await cast.room.sees("○ anna (u) luistert")
    await cast.first.sees("luistert: anna")


async def melder_and_unit_write(cast: Cast) -> None:
    """Both ways; the room reads along."""
    await cast.phone.send(MELDER_SAID)
    await cast.first.sees(f"F9 melder: „{MELDER_SAID}”")
    cast.first.press(F5)
    await cast.first.sees("☎ Melder 1", MELDER_SAID)
    cast.first.press(F9)
    await cast.first.sees("AAN DE MELDER »")
    cast.first.says(OFFICER_SAID)
    await cast.phone.words_are(MELDER_SAID, OFFICER_SAID)
    await cast.room.sees(MELDER_SAID, OFFICER_SAID)
    cast.first.press(F5)
    await cast.first.sees("Lijn 1", "1 lijn »")


async def the_room_whispers(cast: Cast) -> None:
    """To the units alone."""
    cast.room.press(F5 + F5)
    await cast.room.sees("1 fluister: alleen collega's »")
    cast.room.says(WHISPERED)
    await cast.first.sees(f"alleen collega's: {WHISPERED}")


async def a_card_comes_in_time(cast: Cast) -> None:
    """Before arrival; it is available once somebody says to have it."""
    cast.room.types(f"infokaart 1 waarschuwing {CARD}")
    await cast.first.sees(f"LET OP {CARD}", "op tijd · nog niemand heeft deze kaart")
    cast.first.does(8)
    await cast.first.sees("op tijd · heeft hem: 12.01")
    await cast.room.sees("Lijn 1", "op tijd · heeft hem: 12.01")


async def a_colleague_comes_along(cast: Cast) -> None:
    """Asked and come from the street: nobody in the room touches a key."""
    cast.first.does(2)
    await cast.room.sees("12.01 vraagt collega's")
    await cast.second.sees("12.01 vraagt collega's")
    cast.second.does(1)
    await cast.second.sees("Lijn 1 ●2 huiselijk geweld", WHISPERED, CARD)
    await cast.first.sees("Ook erop 12.02")
    await cast.room.sees("12.02 ▪▪ uitgeg")


async def a_partner_joins(cast: Cast) -> None:
    """It sees the melding once invited, is on the line by its own verb, and speaks."""
    await cast.partner.sees("Meldingen 0 open")
    cast.room.types("uitnodigen 1 ggz")
    await cast.partner.sees("Meldingen 1 open", "Havenkade 3")
    cast.partner.press(".i" + ENTER)
    await cast.first.sees("● ggz")
    cast.partner.types(f"zeg 1 {PARTNER_SAID}")
    await cast.first.sees(f"» {PARTNER_SAID}")
    await cast.second.sees(f"» {PARTNER_SAID}")


async def a_link_is_cut_in_the_middle(cast: Cast) -> None:
    """Of the first unit: halfway its own words, while others speak on. Then everybody has every word."""
    unit = cast.first
    unit.press(CTRL_O + f"zeg 1 {CUT_IN_HALF}")
    await unit.sees(CUT_IN_HALF)
    cast.network.up_left = 10
    unit.press(ENTER)
    await unit.sees("✖ WEG")
    cast.room.types(f"zeg 1 {DURING_THE_CUT[0]}")
    await cast.second.sees(f"» {DURING_THE_CUT[0]}")
    cast.room.types(f"zeg 1 {DURING_THE_CUT[1]}")
    await cast.second.sees(f"» {DURING_THE_CUT[1]}")
    cast.second.types(f"zeg 1 {DURING_THE_CUT[2]}")
    await cast.partner.sees(f"» {DURING_THE_CUT[2]}")
    screen = unit.text()
    assert not [words for words in DURING_THE_CUT if words in screen], screen
    cast.network.mend()
    await cast.second.sees(f"» {CUT_IN_HALF}")
    await cast.partner.sees(f"» {CUT_IN_HALF}")
    await unit.sees("● verbonden", f"» {CUT_IN_HALF}")


async def an_answer_is_lost(cast: Cast) -> None:
    """Everybody has the words but the one who said them: they are sent again, and said once."""
    unit = cast.first
    cast.network.is_deaf = True
    unit.types(f"zeg 1 {ANSWER_LOST}")
    await cast.second.sees(f"» {ANSWER_LOST}")
    cast.network.cut()
    await unit.sees("✖ WEG")
    cast.network.mend()
    # The whole line fits in a larger window.
    unit.resize(80, 45)
    all_words = (PARTNER_SAID, *DURING_THE_CUT, CUT_IN_HALF, ANSWER_LOST)
    await unit.sees("● verbonden", *(f"» {words}" for words in all_words), f"{ANSWER_LOST} ✓✓")
    screen = await unit.sees_no("onderweg")
    assert [screen.count(f"» {words}") for words in all_words] == [1] * len(all_words), screen
    unit.resize(60, 20)
    await unit.sees("● verbonden", f"» {ANSWER_LOST}")


async def they_arrive(cast: Cast) -> None:
    """A number as on the radio."""
    for unit in (cast.first, cast.second):
        unit.press("3" + ENTER)
        await unit.sees("3[ter pl")
    await cast.room.sees("12.01 ▪▪ ter pl", "12.02 ▪▪ ter pl")


async def the_melder_hears_how_it_ended(cast: Cast) -> None:
    """What was promised and how it ended, in plain words on the page; closing before that is refused."""
    cast.room.types("toezegging 1 30m wij bellen u terug aan:melder")
    await cast.phone.says("#promised", "wij bellen u terug")
    cast.room.types("sluit 1 rustig")
    await cast.room.sees("kan nog niet los", "de terugmelding")
    cast.room.types("nagekomen 1")
    await cast.room.sees("Gedaan: nagekomen 1")
    cast.first.types("klaar 1 akkoord")
    cast.first.types("zelf 1 zijn zus blijft bij haar")
    cast.first.types(f"terugmelding 1 {FEEDBACK}")
    await cast.phone.says("#ended", FEEDBACK)


async def it_is_closed(cast: Cast) -> None:
    """Everybody is free again, and the page says whom to call."""
    cast.room.types("sluit 1 rustig")
    await cast.phone.says("#stage", "Uw melding is afgesloten.")
    await cast.room.sees("Meldingen 0 open", "12.01 ▪▪ beschikb", "12.02 ▪▪ beschikb")
    await cast.second.sees("rondom")


async def nobody_saw_too_much(cast: Cast) -> None:
    """Of what is not meant for them nothing came to the phone or to the programs of the partner."""
    page = str(await cast.phone.js("return document.documentElement.outerHTML"))
    assert MELDER_SAID in page, page
    _holds_none_of("the melder's page", page, NOT_FOR_MELDER)
    watched = cast.watched.read_text("utf-8")
    assert PARTNER_SAID in watched, watched
    _holds_none_of("watch of the partner", watched, NOT_FOR_PARTNERS)
    screens = cast.partner.received().decode("utf-8", "replace")
    _holds_none_of("the partner's console", screens, NOT_FOR_PARTNERS)


def _holds_none_of(where: str, text: str, secret: tuple[str, ...]) -> None:
    held = [words for words in secret if words in text]
    assert held == [], f"{where} holds {held}"


def _found(pattern: str, screen: str) -> str:
    found = re.search(pattern, screen)
    assert found is not None, f"no {pattern} in {screen}"
    return found[1]
