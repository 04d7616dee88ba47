"""What an incident asks of somebody."""

from typing import Any

import pytest
from attrs import evolve

from protocol.model.appeal import Appeal, AppealKind
from protocol.model.text import Name
from tests.protocol.make import minute

ASKED = Appeal(kind=AppealKind.COLLEAGUES, since=minute(0), by=Name("12.03"))


def test_nobody_is_proposed_and_nobody_has_heard_it_until_somebody_says() -> None:
    """And its word in the texts is that of its kind."""
    assert (ASKED.proposed, ASKED.heard, AppealKind.YOUR_PRIORITY_1.key) == ((), (), "your-priority-1")


@pytest.mark.parametrize(("name", "value"), [("kind", 3), ("since", None), ("by", ""), ("heard", [1])])
def test_a_field_that_does_not_fit_is_refused_by_name(name: str, value: Any) -> None:
    """Valid from birth."""
    with pytest.raises((TypeError, ValueError), match=name):
        evolve(ASKED, **{name: value})
