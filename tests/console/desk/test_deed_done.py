"""From a lit digit to what it does."""

import pytest

from console.actions.action import Where
from console.part.field import Field
from protocol.commands.contact import Listen, StepBack, StepIn
from protocol.commands.timeline import TakeCard
from protocol.facts.contact import ContactOpened, Listening, SteppedIn
from protocol.facts.timeline import CardPushed
from protocol.facts.units import UnitAssigned
from protocol.model.entry import CardKind
from protocol.model.text import Name, Text
from tests.console.ranked import ranked
from tests.console.rig import Rig, deed, light, place, type_keys
from tests.console.street import sent


def test_three_listens_then_speaks_then_listens() -> None:
    """On an open contact line, by where one is on it."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(1, where=place("Markt 1", 0, 0))
    rig.happen(UnitAssigned(unit=1, incident=1))
    rig.happen(ContactOpened(incident=1, unit=Name("12.03")), by="bert")
    desk = rig.desk()
    rig.welcome()
    deed(desk, 3)
    assert isinstance(rig.done(), Listen)
    rig.happen(Listening(incident=1), by="anna")
    deed(desk, 3)
    assert isinstance(rig.done(), StepIn)
    rig.happen(SteppedIn(incident=1), by="anna")
    deed(desk, 3)
    assert isinstance(rig.done(), StepBack)
    assert desk.stand.panel is Where.LINE


def test_eight_takes_the_oldest_card_of_a_unit() -> None:
    """One has it before one has read the next."""
    rig, desk = sent()
    for text in ("eerste", "tweede"):
        rig.happen(CardPushed(incident=2, card=CardKind.WARNING, text=Text(text)))
    deed(desk, 8)
    (taken,) = [wish for wish in rig.wishes if isinstance(wish, TakeCard)]
    assert taken.entry == min(each.id for each in rig.board.incidents[2].entries if each.card is not None)


@pytest.mark.parametrize(("number", "verb"), [(5, "toezegging"), (7, "signalement")])
def test_what_needs_words_begins_its_line(number: int, verb: str) -> None:
    """With the melding spelled out."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    deed(desk, number)
    assert desk.stand.field is Field.COMMAND
    assert desk.parts.line.edit.text.startswith(f"{verb} #1")


def test_nine_shows_what_is_missing() -> None:
    """In the melding's panel, where digits go to each thing."""
    rig = Rig()
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    deed(desk, 9)
    assert desk.context().guards


def test_zero_is_the_rest() -> None:
    """Everything that can be done, to be searched."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    deed(desk, 0)
    assert rig.opened == ["palette"]


def test_a_look_at_who_could_go_is_one_though_the_answer_came_meanwhile() -> None:
    """What was painted is what acts: nobody is sent who was not read."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(1, where=place("Markt 1", 0, 0))
    desk = rig.desk()
    rig.welcome()
    type_keys(desk, " 1")
    desk.parts.dispatch.recommending.asking(desk.context(), 1)
    desk.parts.dispatch.recommending.came(desk.context(), 1, ranked(1, rig.board.units))
    rig.later(2)
    light(desk)
    assert (rig.wishes, desk.parts.dispatch.recommending.shown) == ([], True)
