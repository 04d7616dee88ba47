"""The form of a melding can be opened again and again, with all that is known of it."""

from console.desk.desk import Desk
from console.intake.form import LINE
from console.intake.grown import form_of
from console.part.field import Field
from protocol.commands.intake import DescribeIntake
from protocol.facts.intake import IncidentClassified, IntakeDescribed, MelderDescribed, QuestionAnswered
from protocol.model.intake import Question, Source
from protocol.model.text import Name, Text
from tests.console.rig import Rig, place, type_keys


def known() -> tuple[Rig, Desk]:
    """A melding of which much is known, told at another desk."""
    rig = Rig()
    rig.open(7, "inbraak", place("Markt 1"), priority=1)
    rig.happen(
        IntakeDescribed(
            incident=7,
            source=Source.EMERGENCY_CALL,
            question=Question.URGENT_POLICE,
            expects=Text("dat er iemand komt"),
            story=Text("achterdeur open"),
        ),
        MelderDescribed(incident=7, name=Name("de Wit"), number=Name("0612345678")),
        IncidentClassified(incident=7, code=Name("inb")),
        QuestionAnswered(incident=7, question=Name("wapen"), text=Text("mes")),
    )
    desk = rig.desk()
    rig.welcome()
    desk.select(7)
    return rig, desk


def test_every_field_holds_what_is_known_and_counts_as_sent() -> None:
    """The hand is in the first that is still empty."""
    rig, _ = known()
    form = form_of(rig.board.incidents[7], "nl")
    assert {name: form.text(name) for name in form.edits} == {
        LINE: "1 inbraak @ Markt 1",
        "source": "112",
        "question": "spoed",
        "classify": "inb",
        "melder": "burger de Wit 0612345678 niet-terugbellen",
        "expects": "dat er iemand komt",
        "story": "achterdeur open",
        "answer:wapen": "mes",
    }
    assert form.unsent() == ()
    assert form.at == "fears"


def test_only_what_is_changed_goes() -> None:
    """As the field that it is; and the form can be opened once more."""
    rig, desk = known()
    for words in ("dat hij terugkomt", " met een ander"):
        desk.perform_id("grow")
        assert desk.stand.field is Field.FORM
        while desk.parts.intake.forms.now.at != "fears":
            desk.press("tab", None)
        type_keys(desk, words)
        desk.press("escape", None)
        assert desk.stand.field is None
    assert rig.wishes == [
        DescribeIntake(incident=7, fears=Text("dat hij terugkomt")),
        DescribeIntake(incident=7, fears=Text("dat hij terugkomt met een ander")),
    ]


def test_a_melding_that_asks_for_everything_has_an_empty_form() -> None:
    """But for its first line."""
    rig = Rig()
    rig.open(8, "", place(""), priority=2)
    form = form_of(rig.board.incidents[8], "nl")
    assert form.text(LINE) == "2"
    assert form.at == "source"
