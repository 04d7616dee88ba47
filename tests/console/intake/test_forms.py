"""The intake form at the desk: one line opens, the rest follows, nothing is lost."""

from typing import Any

import pytest

from console.desk.desk import Desk
from console.intake.form import LINE
from console.part.field import Field
from protocol.commands.incidents import OpenIncident
from protocol.commands.intake import AnswerQuestion, AttachReport, DescribeIntake, DescribeMelder
from protocol.errors import Reason
from protocol.facts.intake import IncidentClassified
from protocol.model.intake import Question, Source
from protocol.model.place import Place
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.session.events import LinkState
from tests.console.rig import Rig, place, type_keys
from tests.console.shell.test_desk_screen import lines, settled, until

OPENED = OpenIncident(
    what=Name("inbraak"), place=Place(name=Name("Havenkade 3")), priority=Priority.P1, story=Text("")
)


def at_form(rig: Rig | None = None) -> tuple[Rig, Desk]:
    """A desk with a blank form under the hand."""
    rig = rig or Rig()
    desk = rig.desk()
    rig.welcome()
    desk.press("f6", None)
    return rig, desk


def told(desk: Desk, text: str, *, then: str = "tab") -> None:
    """Type into the field and leave it."""
    type_keys(desk, text)
    desk.press(then, None)


def test_enter_on_the_first_line_sends_it_out() -> None:
    """What, where and how urgent go at once; the keys go on to the next field."""
    rig, desk = at_form()
    told(desk, "1 inbraak @ Havenkade 3", then="enter")
    assert rig.wishes == [OPENED]
    assert desk.stand.field is Field.FORM
    assert desk.parts.intake.forms.now.at == "source"


def test_the_rest_is_sent_field_by_field() -> None:
    """Once the melding has a number each field goes when it is left; the first ones as soon as it has."""
    rig, desk = at_form()
    told(desk, "1 inbraak @ Havenkade 3", then="enter")
    told(desk, "1", then="tab")
    desk.press("tab", None)
    assert desk.parts.intake.forms.now.at == "classify"
    rig.open(1, "inbraak", place("Havenkade 3"), priority=1)
    rig.done(number=1)
    assert rig.wishes == [DescribeIntake(incident=1, source=Source.EMERGENCY_CALL)]
    desk.press("tab", None)
    told(desk, "de Wit 0612345678")
    assert rig.wishes[1:] == [DescribeMelder(incident=1, name=Name("de Wit"), number=Name("0612345678"))]


def test_a_choice_takes_a_digit_once_the_field_is_left() -> None:
    """In source and question; until then it is text, so `112` is never a choice and two letters."""
    rig, desk = at_form()
    told(desk, "inbraak @ Havenkade 3", then="enter")
    type_keys(desk, "112")
    assert desk.parts.intake.forms.now.text("source") == "112"
    desk.press("ctrl+u", None)
    told(desk, "1", then="tab")
    told(desk, "3", then="tab")
    rig.open(1)
    rig.done(number=1)
    assert rig.wishes == [
        DescribeIntake(incident=1, source=Source.EMERGENCY_CALL),
        DescribeIntake(incident=1, question=Question.CAN_WAIT_POLICE),
    ]


def test_the_same_words_are_sent_once() -> None:
    """Walking through the fields sends nothing again; other words are sent again."""
    rig, desk = at_form()
    told(desk, "inbraak @ Havenkade 3", then="enter")
    rig.open(1)
    rig.done(number=1)
    for _ in range(4):
        desk.press("tab", None)
    told(desk, "iemand die komt")
    desk.press("shift+tab", None)
    told(desk, " kijken")
    said = [wish.expects for wish in rig.wishes if isinstance(wish, DescribeIntake)]
    assert said == ["iemand die komt", "iemand die komt kijken"]


def test_the_draft_survives_leaving_the_form() -> None:
    """Escape puts it away; it is brought back as it was."""
    rig, desk = at_form()
    type_keys(desk, "inbraak @ Hav")
    desk.press("escape", None)
    assert desk.stand.field is None
    rig.open(1)
    desk.perform_id("resume")
    assert desk.parts.intake.forms.now.text(LINE) == "inbraak @ Hav"
    assert rig.wishes == []


def test_the_draft_survives_a_cut() -> None:
    """What is typed while the link is away goes out in order when it is back, also with the form left."""
    rig, desk = at_form()
    rig.state(LinkState.CONNECTING)
    told(desk, "1 inbraak @ Havenkade 3", then="enter")
    for _ in range(4):
        desk.press("tab", None)
    type_keys(desk, "dat er iemand komt")
    desk.press("escape", None)
    assert rig.wishes == [OPENED]
    rig.welcome()
    rig.open(1, "inbraak", place("Havenkade 3"), priority=1)
    rig.done(number=1)
    assert rig.wishes == [DescribeIntake(incident=1, expects=Text("dat er iemand komt"))]


def test_a_next_call_does_not_wait_for_the_last() -> None:
    """While one form still waits for its number, the key begins another, and both are sent."""
    rig, desk = at_form()
    told(desk, "inbraak @ Havenkade 3", then="enter")
    told(desk, "2")
    desk.press("f6", None)
    assert desk.parts.intake.forms.now.empty
    rig.open(1)
    rig.done(number=1)
    assert rig.wishes == [DescribeIntake(incident=1, source=Source.SERVICE_CALL)]


def test_a_refused_opening_stands_as_typed() -> None:
    """The line can be mended and sent again."""
    rig, desk = at_form()
    told(desk, "inbraak @ Havenkade 3", then="enter")
    rig.refuse(Reason.TOO_FAST)
    form = desk.parts.intake.forms.now
    assert (form.at, form.text(LINE), form.under_way) == (LINE, "inbraak @ Havenkade 3", False)
    assert form.problem
    desk.press("enter", None)
    assert len(rig.wishes) == 1


def test_a_line_that_is_not_understood_is_not_sent() -> None:
    """It says what is wrong, and stays."""
    rig, desk = at_form()
    told(desk, "1 brand @ Kade (99,99)", then="enter")
    assert rig.wishes == []
    assert desk.parts.intake.forms.now.problem


def test_attach_instead_of_open() -> None:
    """One key adds the caller's words to the melding that is already there."""
    rig = Rig()
    rig.open(7, "woninginbraak", place("Havenkade 3", 0, 0))
    rig, desk = at_form(rig)
    told(desk, "inbraak @ Havenkade 5")
    assert [near.incident.number for near in desk.parts.intake.forms.near(desk.context())] == [7]
    desk.press("f10", None)
    assert rig.wishes == [AttachReport(incident=7, text=Text("inbraak @ Havenkade 5"))]
    assert desk.parts.intake.forms.now.empty
    assert (desk.stand.field, desk.stand.incident) == (None, 7)


def test_nothing_is_attached_to_nothing() -> None:
    """Without a melding nearby the key says so and loses no word."""
    rig, desk = at_form()
    told(desk, "inbraak @ Havenkade 5")
    desk.press("f10", None)
    assert rig.wishes == []
    assert desk.parts.intake.forms.now.text(LINE) == "inbraak @ Havenkade 5"


def test_a_form_that_was_refused_behind_another_is_not_out_of_reach() -> None:
    """A second call came in meanwhile; once that is told, the key brings the first one back."""
    rig, desk = at_form()
    told(desk, "inbraak @ Havenkade 5", then="enter")
    desk.press("f6", None)
    assert desk.parts.intake.forms.now.empty
    rig.refuse(Reason.INVALID)
    desk.press("escape", None)
    desk.perform_id("resume")
    assert desk.parts.intake.forms.now.text(LINE) == "inbraak @ Havenkade 5"
    assert desk.parts.intake.forms.now.problem


def test_an_answer_of_another_card_stays_in_sight() -> None:
    """The melding was classified anew while somebody was typing: the answer is still one of the fields."""
    rig, desk = at_form()
    desk.cards = {
        "A": ({"question": "wapen", "key": "w", "nl": "Wapen?"},),
        "B": ({"question": "letsel", "key": "l", "nl": "Letsel?"},),
    }
    told(desk, "inbraak @ Havenkade 5", then="enter")
    rig.open(1)
    rig.done(number=1)
    rig.happen(IncidentClassified(incident=1, code=Name("A")))
    desk.parts.intake.forms.ask_card(desk.context())
    desk.parts.intake.forms.now.at = "answer:wapen"
    type_keys(desk, "een mes")
    rig.happen(IncidentClassified(incident=1, code=Name("B")))
    desk.parts.intake.forms.ask_card(desk.context())
    assert [each.question for each in desk.parts.intake.forms.now.questions] == ["letsel", "wapen"]
    desk.apply(desk.parts.intake.forms.leave(desk.context()))
    assert any(isinstance(wish, AnswerQuestion) and wish.text == "een mes" for wish in rig.wishes)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)])
async def test_the_form_as_text(size: tuple[int, int], snapshot: Any) -> None:
    """The fields, and beside or below them what may be the same melding."""
    rig = Rig()
    rig.open(7, "woninginbraak", place("Havenkade 3", 0, 0))
    rig.open(8, "geluidsoverlast", place("Markt 1", 900, 0))
    app = rig.app()
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        await pilot.press("f6", *"1", "space", *"inbraak", "space", "at", "space", *"haven")
        form = app.desk_screen.desk.parts.intake.forms.now
        await until(pilot, lambda: form.text(LINE) == "1 inbraak @ haven")
        await settled(pilot)
        assert snapshot == "\n".join(line.rstrip() for line in lines(app)[:-1])
