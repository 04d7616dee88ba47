"""How large it is, in one row above the line."""

from datetime import timedelta

from attrs import evolve

from console.line.scale_strip import gaps, golden_left_s, scale_spans
from protocol.model.scale import Level, Scale, WhoKind, WhoRow
from protocol.model.text import Name, Text
from tests.console.rig import START, Rig

HOUR = timedelta(hours=1)


def strip(scale: Scale) -> str:
    """The row for an incident that stands so."""
    rig = Rig()
    rig.open(417)
    incident = evolve(rig.board.incidents[417], scale=scale)
    return "".join(text for text, _ in scale_spans(incident, START, HOUR, rig.texts.say))


def test_as_usual_it_says_nothing() -> None:
    """The team's own level, decentral, alone."""
    assert strip(Scale()) == ""


def test_everything_that_is_not_as_usual_is_named() -> None:
    """Level, GRIP, lead, golden hour, gaps, joined lines, partners: in that order."""
    scale = Scale(
        level=Level.DISTRICT,
        grip=1,
        is_central=True,
        raised_at=START - timedelta(minutes=20),
        who=(WhoRow(id=1, kind=WhoKind.DOES, what=Text("deur")),),
        joined_to=(418,),
        partners=(Name("brandweer"),),
    )
    assert strip(scale) == (
        " ▲ district · GRIP 1 · regie centraal · gouden uur nog 40m · 1 gat in wie weet, kan, doet"
        " · één lijn met 418 · partners: brandweer"
    )


def test_grip_says_nothing_about_the_ladder() -> None:
    """Two scales, neither follows from the other."""
    assert strip(Scale(grip=2)) == " GRIP 2"


def test_the_golden_hour_ends() -> None:
    """It runs from the first raise, never below zero, and not at all before."""
    raised = Scale(raised_at=START)
    lefts = [golden_left_s(raised, START + timedelta(minutes=each), HOUR) for each in (0, 59, 60, 600)]
    assert lefts == [3_600, 60, 0, 0]
    assert golden_left_s(Scale(), START, HOUR) == 0


def test_a_gap_is_what_nobody_has_and_is_still_wanted() -> None:
    """Taken or dropped rows are none."""
    rows = (
        WhoRow(id=1, kind=WhoKind.DOES, what=Text("a")),
        WhoRow(id=2, kind=WhoKind.DOES, what=Text("b"), who=Name("anna")),
        WhoRow(id=3, kind=WhoKind.DOES, what=Text("c"), is_dropped=True),
    )
    assert gaps(Scale(who=rows)) == 1
