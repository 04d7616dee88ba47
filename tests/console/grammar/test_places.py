"""Places that the server found: what fits what is typed, and which point a name has."""

import json

from hypothesis import given
from hypothesis import strategies as st

from console.grammar.places import MOST, NO_PLACES, KnownPlace, places_in, plain_words
from protocol.model.point import Point

MARKT = KnownPlace(name="Markt", kind="street", point=Point(lat_deg=52.0, lon_deg=4.3))
MARKT_5 = KnownPlace(name="Markt 5", kind="house", point=Point(lat_deg=52.1, lon_deg=4.3))
OTHER = KnownPlace(name="markt", kind="area", point=Point(lat_deg=53.0, lon_deg=4.3))


def test_an_answer_is_read_line_by_line() -> None:
    """What is no place is left out, and there are never more than fit below a field."""
    rows = [
        ["Markt", "street", 52.0, 4.3],
        {"name": "x"},
        ["", "street", 1, 1],
        ["Pole", "spot", 91, 0],
        ["a"],
    ]
    document = "\n".join(json.dumps(row) for row in rows).encode()
    assert places_in(document + b"\n{half") == (MARKT,)
    many = "\n".join(json.dumps([f"Straat {n}", "street", 52, 4]) for n in range(20)).encode()
    assert len(places_in(many)) == MOST


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(document: bytes) -> None:
    """Whatever comes over the link."""
    assert len(places_in(document)) <= MOST


def test_an_answer_belongs_to_its_words() -> None:
    """Case and spaces do not make other words; other words have an answer of their own."""
    known = NO_PLACES.having("Markt", (MARKT, MARKT_5))
    assert known.like(" MARKT ") == (MARKT, MARKT_5)
    assert known.like("kade") == ()
    assert NO_PLACES.like("markt") == ()


def test_while_the_next_answer_is_under_way_what_still_fits_stays() -> None:
    """The answer for the beginning of the words, without what they rule out; its own answer wins."""
    known = NO_PLACES.having("mar", (MARKT, MARKT_5))
    assert known.like("markt 5") == (MARKT_5,)
    assert known.like("markx") == ()
    assert known.having("markx", (MARKT,)).like("markx") == (MARKT,)


def test_a_name_has_a_point_while_it_means_one_place() -> None:
    """Exactly that name, however spelled; two places of one name need their coordinates."""
    known = NO_PLACES.having("markt", (MARKT, MARKT_5))
    assert known.point_of("MARKT  5") == MARKT_5.point
    assert known.point_of("Mark") is None
    assert known.typed(MARKT) == "Markt"
    both = known.having("markt a", (OTHER,))
    assert both.point_of("Markt") is None
    assert both.typed(OTHER) == "markt (53.00000,4.30000)"


def test_words_are_compared_plainly() -> None:
    """Lower case, one space."""
    assert plain_words("  Grote\tMARKT ") == "grote markt"
