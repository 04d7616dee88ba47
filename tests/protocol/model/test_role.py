"""Who somebody is to the control room."""

import pytest

from protocol.model.role import Role


@pytest.mark.law
def test_each_has_a_word_that_an_accounts_file_can_hold_and_keeps_its_number() -> None:
    """The melder's is the last; it is never an account's."""
    assert [(role.key, int(role)) for role in Role] == [
        ("centralist", 1),
        ("opco", 2),
        ("unit", 3),
        ("info-desk", 4),
        ("partner", 5),
        ("exercise-leader", 6),
        ("observer", 7),
        ("auditor", 8),
        ("melder", 9),
    ]
