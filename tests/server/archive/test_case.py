"""A case: made of an incident, stored and read back unchanged, shown in its shape."""

import json
from datetime import timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.model.choice import Choice, ChoiceReason
from protocol.model.entry import Entry
from protocol.model.incident import Incident
from protocol.model.letting_go import Feedback, LettingGo
from protocol.model.phase import Phase
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.promise import Promise, PromiseState
from protocol.model.text import Name, Text
from server.archive.case import Case, as_json, case_of, from_json, shown, words_of
from server.archive.errors import NotUsable
from tests.server.archive.make import NOON, case, sent

INCIDENT = Incident(
    number=7,
    opened_at=NOON,
    opened_by=Name("anna"),
    priority=Priority.P1,
    what=Name("brand"),
    place=Place(name=Name("Blaak 31"), point=Point(lat_deg=51.92, lon_deg=4.487)),
    phase_since=NOON,
)


def _case(incident: Incident) -> Case:
    return case_of(incident, assigned=None, passed=())


def _entry(id: int, text: str, *, struck: bool = False) -> Entry:
    struck_by = Name("ben") if struck else None
    return Entry(id=id, at=NOON, by=Name("anna"), text=Text(text), struck_by=struck_by)


def _promise(id: int, state: PromiseState) -> Promise:
    return Promise(
        id=id,
        what=Text("bellen"),
        due=NOON + timedelta(minutes=id),
        from_whom=Name("anna"),
        to_whom=Name("De Wit"),
        made_at=NOON,
        made_by=Name("anna"),
        state=state,
    )


@given(
    st.builds(
        case,
        story=st.text(),
        place=st.text(),
        opened=st.just(NOON) | st.just(NOON + timedelta(milliseconds=1)),
        closed=st.none() | st.just(NOON),
        dues=st.just((NOON,)) | st.just(()),
        units=st.just(("12.01",)),
        lat=st.none() | st.floats(-90, 90),
        choices=st.just(()) | st.just((sent(), sent(nearest="12.01", reason="other", by_road=False))),
    )
)
def test_what_is_stored_is_read_back(stored: Case) -> None:
    """Unchanged."""
    assert from_json(as_json(stored)) == stored


def test_promises_are_counted_and_open_ones_keep_their_time() -> None:
    """So that a breach can be seen later."""
    promises = tuple(_promise(state.value, state) for state in PromiseState)
    found = _case(evolve(INCIDENT, promises=promises))
    assert (found.kept, found.moved, found.broken, found.dues) == (1, 1, 1, (promises[0].due,))


def test_feedback_is_owed_from_merging_out_on() -> None:
    """Until it was given, or said why it could not be (A20)."""
    ending = evolve(INCIDENT, phase=Phase.MERGE_OUT)
    said = [
        evolve(
            ending,
            letting_go=LettingGo(feedback=Feedback(at=NOON, by=Name("a"), text=Text("x"), given=given_)),
        )
        for given_ in (True, False)
    ]
    found = [_case(each).feedback for each in (INCIDENT, ending, *said)]
    assert found == ["none", "owed", "given", "impossible"]


def test_a_closed_case_says_when() -> None:
    """An open one does not."""
    closed = evolve(INCIDENT, phase=Phase.CLOSED, phase_since=NOON + timedelta(hours=1))
    assert (_case(INCIDENT).closed, _case(closed).closed) == (None, NOON + timedelta(hours=1))


def test_without_a_story_the_first_line_tells_it() -> None:
    """The first that is not struck; and struck words are not found."""
    incident = evolve(INCIDENT, entries=(_entry(1, "fout", struck=True), _entry(2, "er is rook")))
    assert _case(incident).story == "er is rook"
    assert words_of(incident).splitlines() == ["brand", "Blaak 31", "er is rook"]


def test_what_is_shown_is_plain() -> None:
    """JSON's own types, absent values null."""
    plain = json.loads(json.dumps(shown(_case(INCIDENT))))
    assert (plain["opened"], plain["closed"], plain["open"], plain["lat"]) == (
        NOON.isoformat(),
        None,
        True,
        51.92,
    )
    assert plain["promises"] == {"kept": 0, "moved": 0, "broken": 0, "open": 0}


def test_a_case_keeps_who_was_sent_beside_who_was_nearest() -> None:
    """With the extra time and the key of the reason, each dispatch once (B6)."""
    choices = (
        Choice(unit=Name("12.03"), travel_s=60, nearest_s=60),
        Choice(
            unit=Name("12.03"),
            travel_s=200,
            nearest=Name("M7"),
            nearest_s=80,
            by_road=False,
            reason=ChoiceReason.KNOWS_THEM,
        ),
    )
    assert _case(evolve(INCIDENT, choices=choices)).choices == (
        sent(),
        sent(travel_s=200, nearest="M7", nearest_s=80, extra_s=120, reason="knows-them", by_road=False),
    )


def test_choices_are_for_the_meter_and_not_for_searches() -> None:
    """A found case keeps its shape."""
    assert "choices" not in shown(case(choices=(sent(),)))


@pytest.mark.parametrize("choices", ["7", "[7]", '[{"unit": "12.03"}]', "null"])
def test_choices_that_are_none_are_damage(choices: str) -> None:
    """The file is thrown away and made anew, instead of ending a question."""
    body = as_json(case()).replace('"choices": []', f'"choices": {choices}')
    assert body != as_json(case())
    with pytest.raises(NotUsable, match="a case in it cannot be read"):
        from_json(body)
