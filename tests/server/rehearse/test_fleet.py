"""Vehicles as units: call signs that fit and differ, and who is nearest."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.model.unit import MAX_CALL_SIGN_CHARS
from server.rehearse.fleet import call_signs, made_up


@given(vehicles=st.lists(st.text(min_size=1, max_size=40), unique=True, max_size=30))
def test_every_vehicle_gets_a_call_sign_of_its_own_that_fits(vehicles: list[str]) -> None:
    """Also where ids differ only in their tails, in case or in blanks."""
    signs = call_signs(vehicles)
    assert list(signs) == vehicles
    assert len({sign.casefold() for sign in signs.values()}) == len(vehicles)
    assert all(len(sign.strip()) > 0 and len(sign) <= MAX_CALL_SIGN_CHARS for sign in signs.values())


def test_a_short_id_is_its_own_call_sign() -> None:
    """Only what does not fit is cut, and only what would be equal gets a tail."""
    long = "a-very-long-vehicle-id"
    assert call_signs(["abnovkak", long, long + "2"]) == {
        "abnovkak": "abnovkak",
        long: "a-very-long-vehi",
        long + "2": "a-very-long-ve~2",
    }


def test_made_up_vehicles_are_numbered() -> None:
    """So many as asked for."""
    assert made_up(2) == ["R-001", "R-002"]
