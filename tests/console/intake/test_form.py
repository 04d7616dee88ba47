"""One intake form: which field has the hand, and what was sent."""

from console.field.edit import holding
from console.intake.form import CARD, FIELDS, LINE, Form, Question
from protocol.commands.incidents import OpenIncident
from protocol.model.place import Place
from protocol.model.text import Name

OPENING = OpenIncident(what=Name("ruzie"), place=Place(name=Name("Markt")))


def test_fields_go_round() -> None:
    """Behind the last comes the first; the card's questions stand behind the others."""
    form = Form()
    form.questions = (Question(question="weapons", key="w", text="wapens"),)
    stepped = [form.at]
    for _ in FIELDS:
        assert form.step(1)
        stepped.append(form.at)
    assert stepped == [*FIELDS, CARD + "weapons"]
    assert not form.step(1)
    assert form.at == LINE


def test_what_is_out_is_no_longer_the_forms_to_change() -> None:
    """The first line is passed over once it was sent."""
    form = Form()
    form.opening = OPENING
    form.step(-1)
    assert form.at == FIELDS[-1]
    form.step(1)
    assert form.at == FIELDS[1]


def test_the_field_under_the_hand_is_not_sent_yet() -> None:
    """All others that were typed are, until they were."""
    form = Form()
    form.number = 7
    for name in ("expects", "fears"):
        form.at = name
        form.put(holding(name))
    assert form.unsent(but="fears") == ("expects",)
    form.was_sent("expects")
    assert form.unsent() == ("fears",)
    assert not form.finished
