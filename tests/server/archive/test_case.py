"""A case: made of an incident, stored and read back unchanged, shown in its shape."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.archive.case import Case, as_json, from_json, shown
from server.archive.errors import NotUsable
from tests.server.archive.make import NOON, case, sent


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


def test_what_is_shown_is_plain() -> None:
    """JSON's own types, absent values null."""
    plain = json.loads(json.dumps(shown(case(opened=NOON, closed=None, lat=51.92))))
    assert (plain["opened"], plain["closed"], plain["open"], plain["lat"]) == (
        NOON.isoformat(),
        None,
        True,
        51.92,
    )
    assert plain["promises"] == {"kept": 0, "moved": 0, "broken": 0, "open": 0}


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
