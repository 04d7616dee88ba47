"""GET /health: one line while all is well, and the parts that failed lately otherwise."""

from server.faults.faults import Part
from server.ops.health import health


def test_all_is_well() -> None:
    """Up to which change."""
    assert health(17, ()) == "ok 17\n"


def test_what_is_missing_is_named() -> None:
    """The first word says so to a program, the rest to a person."""
    assert health(17, (Part.ARRIVALS, Part.KEEPER)) == "impaired 17\nfailing: arrivals\nfailing: keeper\n"
