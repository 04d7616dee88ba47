"""The phases of the police reaction, in their order."""

import pytest

from protocol.model.phase import Phase


@pytest.mark.law
def test_a_melding_comes_in_is_added_to_and_is_let_go() -> None:
    """Each later phase has a higher number, which journals hold."""
    assert [(phase.key, int(phase)) for phase in Phase] == [
        ("merge-in", 1),
        ("add", 2),
        ("merge-out", 3),
        ("closed", 4),
    ]
