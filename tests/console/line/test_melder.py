"""The melder's end in one row."""

import pytest

from console.line.melder import clock_s, direct_spans, link_spans, where
from protocol.facts.contact import LinkWithdrawn
from protocol.facts.incidents import IncidentClosed
from protocol.model.place import Place
from protocol.model.text import Name, Text
from tests.console.lined import put_through, talked
from tests.console.rig import Rig, place, point


def link(rig: Rig) -> str:
    """What is said of 417's link."""
    spans = link_spans(rig.board.incidents[417], rig.now, rig.texts.say)
    return "".join(text for text, _ in spans)


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (7, "0:07"), (102, "1:42"), (3_665, "61:05")])
def test_seconds_count_on_the_way_to_contact(seconds: int, shown: str) -> None:
    """Minutes and seconds, also past the hour: every second counts (A51)."""
    assert clock_s(seconds) == shown


@pytest.mark.parametrize(
    ("east_m", "north_m", "said"),
    [
        (5, 5, "melder staat op de plek"),
        (0, 200, "melder 200m ten noorden"),
        (300, 0, "melder 300m ten oosten"),
        (-400, -400, "melder 570m ten zuidwesten"),
    ],
)
def test_where_the_melder_is_seen_from_the_place(east_m: float, north_m: float, said: str) -> None:
    """How far and to which side; close by it is the place itself."""
    rig = Rig()
    rig.open(417, where=place("Markt 1", 0))
    assert where(rig.board.incidents[417], point(east_m, north_m), rig.texts.say) == said


def test_without_a_point_of_the_place_nothing_is_measured() -> None:
    """It is said that the phone shared its place, which the map shows."""
    rig = Rig()
    rig.open(417, where=Place(name=Name("ergens")))
    assert where(rig.board.incidents[417], point(), rig.texts.say) == "plek gedeeld"


def test_a_link_is_waiting_open_over_or_withdrawn() -> None:
    """Each state in words; without a link that too, because then no phone comes in."""
    rig = Rig()
    rig.open(417)
    states = [link(rig)]
    rig = put_through()
    states.append(link(rig))
    talked(rig)
    states.append(link(rig))
    rig.later(5 * 3_600)
    states.append(link(rig))
    rig.happen(LinkWithdrawn(incident=417), by="anna")
    states.append(link(rig))
    assert states == [
        "geen link voor de telefoon",
        "link nog niet geopend, nog 3:59",
        "pagina open",
        "link verlopen",
        "link ingetrokken",
    ]


def test_a_closed_melding_without_contact_counts_no_longer() -> None:
    """The time that ran stops with the melding."""
    rig = put_through()
    rig.happen(IncidentClosed(incident=417, reason=Text("klaar")))
    assert direct_spans(rig.board.incidents[417], rig.now, rig.texts.say) == ()
