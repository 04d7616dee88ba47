"""Anything that somebody may have typed, for the property tests of the console's memory."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from console.memory.typed import HalfForm, Typed, TypedIn, TypedLine
from protocol.model.text import Name
from protocol.session.origin import Origin

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
EXERCISE = Origin(world=Name("Waterdam"), exercise=True, history="a")
LIVE = Origin(world=Name("Waterdam"), exercise=False, history="b")

_TEXTS = st.text(max_size=30)
_TIMES = st.integers(-3, 3).map(lambda hours: AT + timedelta(hours=hours))
_PAIRS = st.lists(st.tuples(_TEXTS, _TEXTS), max_size=3).map(tuple)


def typings() -> st.SearchStrategy[Typed]:
    """Everything typed in some history."""
    lines = st.builds(
        TypedLine,
        typed_in=st.sampled_from(TypedIn),
        number=st.integers(0, 9),
        text=_TEXTS,
        at=_TIMES,
    )
    forms = st.builds(
        HalfForm,
        texts=_PAIRS,
        sent=_PAIRS,
        hand_in=_TEXTS,
        number=st.none() | st.integers(1, 9),
        opening=st.none() | st.integers(1, 2**62),
        at=_TIMES,
    )
    return st.builds(
        Typed,
        origin=st.sampled_from([None, EXERCISE, LIVE]),
        lines=st.lists(lines, max_size=4).map(tuple),
        forms=st.lists(forms, max_size=2).map(tuple),
    )
