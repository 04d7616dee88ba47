"""What happened earlier here is asked when the typing pauses, and shown without what is on the board."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.intake.earlier import MOST, PAUSE_S, Earlier, Pause, answer, question
from console.intake.similar import Caller
from protocol.model.point import Point

CASE = {
    "number": 7,
    "opened": "2026-03-12T10:00:00+00:00",
    "what": "ruzie",
    "place": "Dorpsstraat 5",
    "why": ["place"],
}


@pytest.mark.parametrize(
    "caller", [Caller(), Caller(what="inbraak"), Caller(place="Do"), Caller(number="06-12")]
)
def test_with_nothing_to_ask_by_nothing_is_asked(caller: Caller) -> None:
    """A few letters or digits would find half the town."""
    assert question(caller) is None


def test_place_point_and_number_are_asked_together() -> None:
    """Whatever is known, in one question."""
    asked = question(
        Caller(place=" Dorpsstraat 5 & 7", point=Point(lat_deg=52, lon_deg=4.3), number="mevr. 06-12345678")
    )
    assert asked is not None
    path, _, query = asked.partition("?")
    assert path == "near"
    assert parse_qs(query) == {
        "place": ["Dorpsstraat 5 & 7"],
        "lat": ["52.00000"],
        "lon": ["4.30000"],
        "number": ["0612345678"],
        "days": ["365"],
    }


def test_what_is_on_the_board_is_not_shown_twice() -> None:
    """The head and what cannot be read are passed over."""
    lines = [{"total": 3}, CASE, {**CASE, "number": 8}, {"number": 9}, {**CASE, "number": 10, "opened": "x"}]
    document = b"\n".join(json.dumps(line).encode() for line in lines) + b"\n{half"
    assert answer(document, but={8}) == (
        Earlier(
            number=7,
            opened=datetime(2026, 3, 12, 10, tzinfo=UTC),
            what="ruzie",
            place="Dorpsstraat 5",
            why=("place",),
        ),
    )


def test_only_the_likeliest_are_shown() -> None:
    """They come in that order."""
    document = b"\n".join(json.dumps({**CASE, "number": number}).encode() for number in range(1, 20))
    assert [each.number for each in answer(document, but=())] == list(range(1, MOST + 1))


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(document: bytes) -> None:
    """Whatever comes from the link."""
    assert len(answer(document, but=())) <= MOST


def test_a_question_is_asked_once_and_only_when_the_typing_pauses() -> None:
    """Each key begins the pause anew."""
    pause = Pause()
    assert pause.due("near?a", 0.0) is None
    assert pause.due("near?ab", PAUSE_S - 0.1) is None
    assert pause.due("near?ab", PAUSE_S + 0.1) is None
    assert pause.due("near?ab", 2 * PAUSE_S) == "near?ab"
    assert pause.due("near?ab", 9 * PAUSE_S) is None
    assert pause.due(None, 10 * PAUSE_S) is None
