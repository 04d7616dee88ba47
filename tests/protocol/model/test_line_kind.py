"""The two lines of an incident."""

from protocol.model.line_kind import LineKind


def test_there_are_two_and_each_is_written_as_its_number() -> None:
    """Consoles of every version say the same by 1 and by 2."""
    assert [(kind.name, kind.value) for kind in LineKind] == [("OPEN", 1), ("CONTACT", 2)]
