"""From the intake form under the hand to what its panel shows."""

from datetime import UTC, datetime

from console.field.edit import holding
from console.intake.earlier import Earlier
from console.intake.form import CARD, FIELDS, LINE, Question
from console.intake.make_view import form_view
from tests.console.rig import Rig


def test_the_title_says_whether_it_is_out_and_under_which_number() -> None:
    """New, sent, and then the number that the server gave."""
    rig = Rig()
    desk = rig.desk()
    part, context = desk.parts.intake, desk.context()
    assert form_view(part, context).title == context.say("form-title-new")
    part.forms.now.number = 417
    assert form_view(part, context).title == context.say("form-title", incident=417)


def test_exactly_the_field_under_the_hand_has_the_keys() -> None:
    """The fields stand in the order of the Tab key, each with what was typed in it."""
    desk = Rig().desk()
    form = desk.parts.intake.forms.now
    form.put(holding("1 brand @ Markt 5"))
    form.at = "melder"
    fields = form_view(desk.parts.intake, desk.context()).fields
    assert [each.focused for each in fields] == [name == "melder" for name in FIELDS]
    assert fields[FIELDS.index(LINE)].edit.text == "1 brand @ Markt 5"


def test_a_question_of_the_card_stands_behind_the_fields_with_its_own_words() -> None:
    """The site wrote it, so no text of ours stands beside it."""
    desk = Rig().desk()
    form = desk.parts.intake.forms.now
    form.questions = (Question(question="wapen", key="w", text="Is er een wapen?"),)
    form.edits[CARD + "wapen"] = holding("ja")
    asked = form_view(desk.parts.intake, desk.context()).fields[-1]
    assert (asked.label, asked.hint, asked.edit.text) == ("Is er een wapen?", "", "ja")


def test_why_a_melding_of_the_past_is_shown_is_said_in_words() -> None:
    """A reason that this version does not know is shown as it came, without doing harm."""
    desk = Rig().desk()
    part, context = desk.parts.intake, desk.context()
    part.forms.earlier = (
        Earlier(
            number=12,
            opened=datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
            what="inbraak",
            place="Markt 1",
            why=("place", "nieuw\x1b[2J"),
        ),
    )
    (shown,) = form_view(part, context).earlier
    assert (shown.number, shown.day) == (12, "01-03-2026")
    assert shown.why[0] == context.say("form-near-place")
    assert "\x1b" not in shown.why[1]
