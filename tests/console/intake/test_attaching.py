"""A call that went along with another melding can be taken back: it is a call of its own again."""

import pytest

from console.intake.attaching import MOST_KEPT, Attached, report_of
from console.intake.form import LINE, Form
from protocol.commands.intake import AttachReport, DescribeMelder
from protocol.commands.timeline import StrikeEntry
from protocol.facts.intake import ReportAttached
from protocol.facts.timeline import EntryStruck
from protocol.model.melder import Melder
from protocol.model.text import Name, Text
from tests.console.rig import Rig, place, type_keys


def test_the_melder_goes_along() -> None:
    """As far as the field is understood."""
    said = DescribeMelder(incident=1, name=Name("de Wit"))
    report = report_of("inbraak", 7, [object(), said])
    assert report == AttachReport(incident=7, text=Text("inbraak"), melder=Melder(name=Name("de Wit")))
    with pytest.raises(ValueError, match="text"):
        report_of("x" * 3_000, 7, ())


def test_a_form_is_found_by_its_words_once() -> None:
    """The oldest of many is forgotten."""
    attached, form = Attached(), Form()
    attached.keep("inbraak", form)
    assert attached.take("inbraak") is form
    assert attached.take("inbraak") is None
    for number in range(MOST_KEPT + 1):
        attached.keep(str(number), Form())
    assert attached.take("0") is None
    assert attached.take("1") is not None


def test_taken_back_the_form_lies_half_with_all_its_fields() -> None:
    """What was attached is struck and stays readable; the call can be opened after all."""
    rig = Rig()
    rig.open(7, "inbraak", place("Havenkade 3"))
    desk = rig.desk()
    rig.welcome()
    desk.press("f6", None)
    type_keys(desk, "inbraak @ Havenkade 5")
    desk.press("f10", None)
    report = rig.done()
    assert isinstance(report, AttachReport)
    rig.happen(ReportAttached(incident=7, text=report.text), by="anna")
    desk.select(7)
    desk.perform_id("detach")
    assert rig.wishes == [StrikeEntry(incident=7, entry=1)]
    rig.happen(EntryStruck(incident=7, entry=1), by="anna")
    rig.done()
    assert desk.parts.intake.forms.half_count == 1
    desk.perform_id("resume")
    assert desk.parts.intake.forms.now.text(LINE) == "inbraak @ Havenkade 5"


def test_words_that_another_desk_attached_come_as_a_call_too() -> None:
    """In the first line of a form of their own; another line that is struck brings nothing."""
    rig = Rig()
    rig.open(7)
    rig.happen(ReportAttached(incident=7, text=Text("ziet rook")), by="bert")
    desk = rig.desk()
    rig.welcome()
    desk.select(7)
    desk.perform_id("detach")
    rig.happen(EntryStruck(incident=7, entry=1), by="anna")
    rig.done()
    desk.perform_id("resume")
    assert desk.parts.intake.forms.now.text(LINE) == "ziet rook"
