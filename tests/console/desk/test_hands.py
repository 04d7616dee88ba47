"""Hands at random: whatever is pressed, nothing is written that the law of the row does not allow.

Sixty sentences of the telephone at three speeds become sixty lines, whole and nothing else. Random keys, from
a stated distribution, write only where the law says that a key may write.
"""

from collections.abc import Iterator
from random import Random

import pytest

from console.actions.catalog import CATALOG
from console.desk.desk import Desk
from console.part.field import Field
from console.row.law import LAW
from protocol.commands.timeline import AddEntry, Speak
from protocol.model.role import Role
from protocol.model.text import Text
from protocol.session.events import LinkState
from tests.console.desk.test_desk_anything import answer, bring
from tests.console.rig import Rig, place, type_keys
from tests.console.street import sent

SENTENCES = (
    "inbraak aan de achterdeur, glas ligt binnen",
    "Hij loopt weg richting station",
    "112 belt, vrouw gilt op de achtergrond",
    "3 mannen met bivakmuts en een hamer",
    "c",
    "* let op, hond los op het erf",
    "... en toen was hij weg",
    "/ Noorderring ter hoogte van de brug",
    ": dubbele punt vooraan",
    "? weet niet of hij gewapend is",
    "0 gewonden volgens melder",
    "1",
    "12.03 heeft gebeld",
    "417 was de vorige keer ook hier",
    "-5 graden, man ligt buiten",
    "+31 6 12345678 terugbellen",
    "@ de kade, bij de steiger",
    "# 12 op de deur",
    "= zelfde auto als gisteren",
    "; rustig nu",
    ", ze fluistert",
    "\\ schuine streep",
    "[blauw] op de tas",
    "<geen antwoord>",
    "z spreekt zacht",
    "k van Karel vooraan in het kenteken",
    "J en M staan op de gevel",
    "noodsluit zegt hij de hele tijd",
    "sluit de deur zei ze",
    "prio 1 vindt melder zelf",
    "vrij parkeren voor de deur",
    "klaar is hij nog niet",
    "melder is in paniek",
    "collega van 12.03 kent hem",
    "2 auto's, 1 bus",
    "9 jaar oud, roze jas",
    "6 hoog, lift kapot",
    "5 minuten geleden vertrokken",
    "ja",
    "nee",
    "x",
    "ziekenhuis gebeld door buurvrouw",
    "aanrijding, 2 gewonden, 1 bekneld",
    "Zwarte Golf, kenteken begint met 1-TX",
    "hij zegt: kom niet binnen",
    "ze zei 'ik doe het'",
    "twee honden... drie zelfs",
    "Markt 4a, achterom, poort open",
    "A13 ter hoogte van 7,2 Re",
    "vuur uit het dak!",
    "mes gezien? ja, in de linkerhand",
    "Space 1 staat op zijn trui",
    ". punt vooraan met spatie",
    ".. twee punten",
    "... 3 doden",
    "/ / /",
    "0900-8844 doorverbonden",
    "8 hoeken, geen deur",
    "4 4 4 is het huisnummer",
    "\u00e9\u00e9n man, \u00e9\u00e9n vrouw",
)
GAPS_S = (0.05, 0.15, 0.3)
"""Between two keys: a quick, a usual and a slow hand."""

WRITES = frozenset(
    {"ctrl+g", "ctrl+z", "f6", *(action.key for action in CATALOG.actions if action.at_once and action.key)}
)
"""Function and ctrl keys do what their action says; the golden file names each."""

STEPS = 10_000

KINDS = {"words": 50, "key": 20, "digit": 8, "space": 6, "event": 8, "paste": 2, "size": 2, "time": 4}
"""Of a hundred steps: letters and signs, keys by name, digits, Space, and what comes by itself."""

SEATS = [(Role.CENTRALIST, 1), (Role.OPCO, 2), (Role.UNIT, 3), (Role.PARTNER, 4)]


def type_at(rig: Rig, desk: Desk, text: str, gap_s: float) -> None:
    """Each character as a key, so long behind the one before: a digit that is lit longer acts meanwhile."""
    for char in text:
        lit = desk.parts.row.lit
        if lit is not None and gap_s >= lit.lasts_s:
            desk.light_over(lit)
        type_keys(desk, char)
        rig.later(gap_s)


@pytest.mark.parametrize("gap_s", GAPS_S)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_becomes_that_sentence_in_the_room(sentence: str, gap_s: float) -> None:
    """In the log of the selected melding; but a number alone, which only looks."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(1, where=place("Markt 1", 0, 0))
    desk = rig.desk()
    rig.welcome()
    type_at(rig, desk, sentence, gap_s)
    desk.press("enter", None)
    assert rig.wishes == ([] if sentence.isdecimal() else [AddEntry(incident=1, text=Text(sentence))])


@pytest.mark.parametrize("gap_s", GAPS_S)
@pytest.mark.parametrize(
    "sentence", [each for each in SENTENCES if not (each.isdecimal() and len(each) == 1)]
)
def test_a_sentence_becomes_that_sentence_on_the_street(sentence: str, gap_s: float) -> None:
    """On the line of the own melding, also when it begins with a number of the radio."""
    rig, desk = sent()
    before = len(rig.wishes)
    type_at(rig, desk, sentence, gap_s)
    desk.press("enter", None)
    assert rig.wishes[before:] == [Speak(incident=2, text=Text(sentence))]


def steps(random: Random) -> Iterator[tuple[str, str]]:
    """Half words, a fifth keys by name, the rest digits, Space, events, pastes, other sizes and time."""
    names = ("enter", "escape", "backspace", "tab", "up", "down", "left", "home", "ctrl+up", "ctrl+down")
    keys = (*names, *(f"f{number}" for number in range(1, 11)), "ctrl+o", "ctrl+z", "ctrl+g", "ctrl+n")
    events = ("open", "urgent", "say", "raise", "move", "cut", "back", "done", "refuse", "contact", "asked")
    while True:
        kind = random.choices(
            ("words", "key", "digit", "space", "event", "paste", "size", "time"), (50, 20, 8, 6, 8, 2, 2, 4)
        )[0]
        match kind:
            case "words":
                yield "sign", random.choice("abcdefghijklmnopqrstuvwxyzABCXYZ.:/?*+-,;@#=  ")
            case "digit":
                yield "sign", random.choice("0123456789")
            case "space":
                yield "sign", " "
            case "key":
                yield "key", random.choice(keys)
            case "event":
                yield "event", random.choice(events)
            case _:
                yield kind, random.choice(SENTENCES)


def state(desk: Desk) -> str:
    """The state of the row, as the law calls it."""
    row, context = desk.parts.row, desk.context()
    if context.field is not None:
        return {Field.COMMAND: "verb", Field.FILTER: "filter", Field.FORM: "form"}[context.field]
    if row.lit is not None:
        return "lit"
    if row.deeds is not None:
        return "deeds"
    return "text" if row.edit(context).text else "empty"


def allowed(before: str, key: str) -> bool:
    """True when the law lets this key write in this state."""
    if before == "form":
        # Its fields go out as they are left: by Enter, Tab, arrows, and by leaving it.
        return len(key) > 1 or key in WRITES
    named = {"enter": "Enter", "space": "Space"}.get(key, key)
    return key in WRITES or any(rule.writes and rule.when == before and rule.keys == named for rule in LAW)


@pytest.mark.parametrize(
    ("role", "seed"), [(Role.CENTRALIST, 1), (Role.OPCO, 2), (Role.UNIT, 3), (Role.PARTNER, 4)]
)
def test_random_hands_write_only_what_the_law_allows(role: Role, seed: int) -> None:
    """Ten thousand keys in all: each wish has its key, and each sign is found again."""
    random, rig = Random(seed), Rig(role=role)
    rig.sign_on("anna", "12.04")
    rig.open(1, where=place("Markt 1", 0, 0))
    rig.open(2, where=place("Kade 3", 300, 0))
    desk = rig.desk()
    rig.welcome()
    walk = steps(random)
    for _ in range(STEPS // 4):
        kind, what = next(walk)
        before, wishes = state(desk), len(rig.wishes)
        match kind:
            case "sign":
                lit = desk.parts.row.lit
                type_keys(desk, what)
                key = "space" if what == " " else what
                assert len(rig.wishes) == wishes or allowed(before, key), (before, what, rig.wishes[wishes:])
                assert _is_found(desk, what, before) or lit is not None, (before, what)
            case "key":
                desk.press(what, None)
                assert len(rig.wishes) == wishes or allowed(before, what), (before, what, rig.wishes[wishes:])
            case "event":
                words = desk.parts.row.edit(desk.context()).text
                standing = desk.stand.incident
                bring(rig, what)
                if words and what not in ("refuse", "done"):
                    assert (desk.stand.incident, desk.parts.row.edit(desk.context()).text) == (
                        standing,
                        words,
                    )
            case "paste":
                desk.paste(what)
                assert len(rig.wishes) == wishes
            case "size":
                desk.resize(random.randint(60, 240), random.randint(20, 70))
                desk.places()
            case _:
                rig.later(random.randint(0, 20) / 10)
                if (lit := desk.parts.row.lit) is not None:
                    desk.light_over(lit)
                answer(desk, rig)
                desk.second()
        while len(rig.wishes) > 20:
            rig.done(0)


def _is_found(desk: Desk, sign: str, before: str) -> bool:
    """A sign stands in a text, is lit, or opened what the law says that it opens."""
    row, context = desk.parts.row, desk.context()
    if before == "filter" or context.field is Field.FILTER:
        return sign in desk.stand.filter.text
    if before in ("verb", "form") or context.field is not None:
        return (
            sign in desk.parts.line.edit.text
            or sign in desk.parts.intake.forms.now.edit(desk.parts.intake.forms.now.at).text
        )
    if row.lit is not None or row.deeds is not None or (before == "deeds" and sign == " "):
        return True
    return sign in row.edit(context).text


def test_a_cut_link_changes_nothing_for_the_hand() -> None:
    """Words wait in order."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    rig.state(LinkState.SILENT)
    for sentence in SENTENCES[:5]:
        type_keys(desk, sentence)
        desk.press("enter", None)
    assert rig.wishes == [AddEntry(incident=1, text=Text(sentence)) for sentence in SENTENCES[:5]]
