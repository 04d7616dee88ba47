"""How one incident looks as a row of the board."""

from datetime import timedelta
from typing import Any

from attrs import evolve

from console.board.cells import incident_row, last_word, unit_spans
from console.board.columns import columns
from console.paint.row import Row, width_of
from console.paint.tone import Tone
from protocol.facts.dispatch import ArrivalExpected
from protocol.facts.incidents import IncidentClosed
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import UnitAssigned
from protocol.model.place import Place
from protocol.model.text import Name, Text
from tests.console.rig import Rig, place


def assigned(*call_signs: str) -> Rig:
    """Incident 1, with these units on it."""
    rig = Rig()
    rig.sign_on(*call_signs)
    rig.open(1, "inbraak", place("Markt 1"))
    for id in rig.board.units:
        rig.happen(UnitAssigned(incident=1, unit=id))
    return rig


def text_of_units(rig: Rig, width: int, **more: Any) -> str:
    """The column of units."""
    spans = unit_spans(rig.board.incidents[1], rig.board.units, width, now=rig.now, **more)
    assert width_of(spans) == width
    return "".join(text for text, _ in spans)


def row(rig: Rig, **more: Any) -> Row:
    """The row of incident 1 on a wide board."""
    return incident_row(
        rig.board.incidents[1],
        units=rig.board.units,
        now=rig.now,
        columns=columns(140, highest=1),
        say=rig.texts.say,
        **more,
    )


def test_units_that_do_not_fit_are_counted() -> None:
    """As many call signs as fit, and how many more there are; never wider than the column."""
    rig = assigned("12.01", "12.02", "12.03", "12.04")
    assert text_of_units(rig, 30).strip() == "12.01 12.02 12.03 12.04"
    assert text_of_units(rig, 15).strip() == "12.01 12.02 +2"
    assert text_of_units(rig, 9).strip() == "12.01 +3"


def test_an_urgent_incident_without_units_draws_the_eye() -> None:
    """One that can wait does not."""
    for priority, sign, tone in ((2, "--", Tone.WARN), (3, "·", Tone.DIM)):
        rig = Rig()
        rig.open(1, priority=priority)
        ((text, shown),) = unit_spans(rig.board.incidents[1], {}, 11, now=rig.now)
        assert (text.strip(), shown) == (sign, tone)


def test_who_seems_to_be_on_the_spot_is_marked_and_who_comes_has_a_time() -> None:
    """The first arrival stands behind the call signs."""
    rig = assigned("12.01")
    assert text_of_units(rig, 11, seeming=frozenset({1})).strip() == "12.01?"
    rig.happen(ArrivalExpected(incident=1, unit=1, at=rig.now + timedelta(minutes=4)))
    assert "4" in text_of_units(rig, 20).removeprefix("12.01")


def test_what_nobody_has_seen_is_marked_before_what_waits() -> None:
    """By sign and by tone, over the whole row."""
    rig = assigned()
    assert row(rig).text[0] == " "
    assert row(rig, waiting=True).text[0] == "…"
    unseen = row(rig, unseen=True, waiting=True)
    assert unseen.text[0] == "!"
    assert {tone for _, tone in unseen.spans[:-1]} == {Tone.P1_NEW}


def test_what_people_wrote_does_no_harm() -> None:
    """No control character reaches the screen, and every row is as wide as another."""
    rig = assigned()
    width = width_of(row(rig).spans)
    incident = evolve(rig.board.incidents[1], what=Name("brand"), place=place("Markt\u202e 1"))
    hurt = incident_row(
        incident,
        units={},
        now=rig.now,
        columns=columns(140, highest=1),
        say=rig.texts.say,
    )
    assert "\u202e" not in hurt.text
    assert width_of(hurt.spans) == width


def test_the_last_word_of_a_closed_incident_is_its_reason() -> None:
    """Until then it is who spoke last and what; nothing where nobody did."""
    rig = assigned()
    assert last_word(rig.board.incidents[1], rig.texts.say) == ""
    rig.happen(EntryAdded(incident=1, text=Text("melder belde")), by="anna")
    said = last_word(rig.board.incidents[1], rig.texts.say)
    assert said == rig.texts.say("desk-last-word", who="anna", text="melder belde")
    rig.happen(IncidentClosed(incident=1, reason=Text("loos alarm")))
    assert last_word(rig.board.incidents[1], rig.texts.say) == "loos alarm"


def test_a_place_without_a_point_is_loud_where_there_is_a_map() -> None:
    """A question mark and a tone of its own; without a map nothing has a point, and a closed one is over."""
    rig = Rig()
    rig.open(1, where=Place(name=Name("Lnage kade")))
    assert ("? Lnage kade" in text_of(row(rig, mapped=True)), "?" in text_of(row(rig))) == (True, False)
    assert Tone.WARN in [tone for text, tone in row(rig, mapped=True).spans if "Lnage" in text]
    rig.happen(IncidentClosed(incident=1, reason=Text("weg")))
    assert "?" not in text_of(row(rig, mapped=True))
    known = Rig()
    known.open(1, where=place("Markt 1", 0))
    assert "?" not in text_of(row(known, mapped=True))


def text_of(drawn: Row) -> str:
    """The words of a row."""
    return "".join(text for text, _ in drawn.spans)
