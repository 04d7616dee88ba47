"""GET /health: the number while all is well, and the parts that failed lately otherwise."""

from protocol.release import told
from server.faults.faults import Part
from server.faults.health import health


def test_all_is_well() -> None:
    """Up to which change."""
    assert health(17, ()) == f"ok 17\n{told('openlijn-server')}\n"


def test_what_is_missing_is_named() -> None:
    """The first word says so to a program, the rest to a person."""
    said = health(17, (Part.ARRIVALS, Part.KEEPER))
    assert said.splitlines()[:-1] == ["impaired 17", "failing: arrivals", "failing: keeper"]
    assert said.endswith(f"\n{told('openlijn-server')}\n")
