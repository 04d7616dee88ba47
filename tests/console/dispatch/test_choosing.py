"""Why somebody else than the nearest: asked of whoever chose, once, without taking a key from anybody."""

import pytest

from console.desk.desk import Desk
from console.paint.text import cells
from protocol.commands.dispatch import ExplainChoice
from protocol.commands.units import AssignUnit
from protocol.facts.dispatch import ChoiceExplained, ChoiceWeighed
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.text import Name
from tests.console.rig import Rig, digit, place, type_keys
from tests.console.shown import notice_view


def sent() -> tuple[Rig, Desk]:
    """12.02 was sent to 417 from this desk."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    rig.open(417, where=place("Havenkade 3", 0, 0))
    desk = rig.desk()
    rig.welcome()
    desk.send(AssignUnit(incident=417, unit=2))
    return rig, desk


def weigh(rig: Rig, *, unit: str = "12.02", later_s: int = 180) -> None:
    """The server set it beside the nearest."""
    choice = Choice(
        unit=Name(unit), travel_s=240 + later_s, nearest=Name("12.01") if later_s else Name(""), nearest_s=240
    )
    rig.happen(ChoiceWeighed(incident=417, choice=choice), by="server")


def test_a_key_opens_the_reasons_and_a_digit_says_why() -> None:
    """The question stands at the bottom; it takes no digit before somebody opened it (B6)."""
    rig, desk = sent()
    weigh(rig)
    shown = notice_view(desk, 200).text
    assert shown.startswith("12.01 was 3 min eerder dan 12.02: F10, dan 1 vaardigheid 2 kent")
    digit(desk, 2)
    assert not any(isinstance(wish, ExplainChoice) for wish in rig.wishes)
    desk.press("ctrl+u", None)
    desk.press("f10", None)
    digit(desk, 2)
    assert rig.wishes[-1] == ExplainChoice(incident=417, reason=ChoiceReason.KNOWS_THEM)
    assert desk.parts.dispatch.choosing.question is None


def test_the_question_fits_a_narrow_screen() -> None:
    """All seven answers are in view at eighty columns."""
    rig, desk = sent()
    weigh(rig)
    shown = notice_view(desk, 80).text
    assert cells(shown) < 80
    assert all(f" {digit} " in shown for digit in range(1, 8))


@pytest.mark.parametrize(("unit", "later_s"), [("12.02", 60), ("12.02", 0), ("12.01", 180)])
def test_what_needs_no_reason_is_not_asked(unit: str, later_s: int) -> None:
    """The nearest, one hardly later, and a choice of somebody else."""
    rig, desk = sent()
    weigh(rig, unit=unit, later_s=later_s)
    assert desk.parts.dispatch.choosing.question is None


def test_any_other_key_does_its_work() -> None:
    """It is a question and no hurdle, and stands until it is answered."""
    rig, desk = sent()
    weigh(rig)
    desk.press("f3", None)
    assert desk.stand.panel.value == "units"
    assert desk.parts.dispatch.choosing.question is not None


def test_escape_closes_the_reasons() -> None:
    """The question stays."""
    rig, desk = sent()
    weigh(rig)
    desk.press("f10", None)
    desk.press("escape", None)
    digit(desk, 2)
    assert not any(isinstance(wish, ExplainChoice) for wish in rig.wishes)
    assert desk.parts.dispatch.choosing.question is not None


def test_nothing_typed_is_lost() -> None:
    """Digits belong to the field while somebody types; the question waits until the field is left."""
    rig, desk = sent()
    type_keys(desk, ":toon 12.0")
    weigh(rig)
    type_keys(desk, "2")
    assert desk.parts.line.edit.text == "toon 12.02"
    assert len(rig.wishes) == 1
    desk.press("enter", None)
    assert desk.parts.dispatch.choosing.question is not None


def test_somebody_else_may_answer() -> None:
    """Then nobody is asked any more."""
    rig, desk = sent()
    weigh(rig)
    rig.happen(ChoiceExplained(incident=417, reason=ChoiceReason.ASKED))
    assert desk.parts.dispatch.choosing.question is None


def test_the_list_has_the_digits_before_the_question() -> None:
    """What is not shown takes no key: the question comes back when the list is gone."""
    rig, desk = sent()
    rig.open(418, where=place("Markt 1", 0, 0))
    desk.select(418)
    desk.press("f10", None)
    weigh(rig)
    assert "eerder" not in notice_view(desk, 160).text
    digit(desk, 2)
    assert not any(isinstance(wish, ExplainChoice) for wish in rig.wishes)
    desk.press("escape", None)
    desk.press("escape", None)
    assert "eerder" in notice_view(desk, 160).text
