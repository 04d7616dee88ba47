"""What a session tells its driver: final values, each of a kind of its own."""

from typing import get_args

import attrs
import pytest

from protocol.session import events
from protocol.session.events import Event, LinkState, StateChanged


@pytest.mark.law
def test_every_event_is_a_frozen_value() -> None:
    """Several listeners hear the same one: none can change it for the next."""
    for kind in get_args(Event):
        assert attrs.has(kind), kind
        name = attrs.fields(kind)[0].name
        made = kind(**{each.name: None for each in attrs.fields(kind)})
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(made, name, 1)


@pytest.mark.law
def test_every_event_of_the_module_can_be_told() -> None:
    """One that is written and not in `Event` would be heard by nobody."""
    here = {kind for kind in vars(events).values() if attrs.has(kind) and kind.__module__ == events.__name__}
    assert here == set(get_args(Event))


def test_two_that_say_the_same_are_the_same() -> None:
    """A driver compares by what is said."""
    live = StateChanged(state=LinkState.LIVE)
    assert live == StateChanged(state=LinkState.LIVE) != StateChanged(state=LinkState.SILENT)
