"""The wishes that are not yet answered: in order, under their ids, until the answer."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.commands import JoinLine
from protocol.session.outbox import Outbox, Wish
from protocol.wire.messages import Do
from tests.protocol.make import minute

JOIN = JoinLine(incident=1)


def test_wishes_stand_in_order_under_ids_that_count_up() -> None:
    """Each becomes a message."""
    outbox = Outbox(5)
    assert [Do(id=5, command=JOIN), Do(id=6, command=JOIN)] == [outbox.put(JOIN, minute(n)) for n in (1, 2)]
    assert outbox.wishes == (
        Wish(id=5, command=JOIN, made_at=minute(1)),
        Wish(id=6, command=JOIN, made_at=minute(2)),
    )


def test_a_wish_leaves_with_its_answer_and_only_once() -> None:
    """A second answer finds nothing."""
    outbox = Outbox(1)
    outbox.put(JOIN, minute(1))
    assert outbox.take(1) == Wish(id=1, command=JOIN, made_at=minute(1))
    assert outbox.take(1) is None
    assert len(outbox) == 0


def test_an_id_is_not_given_again_after_its_answer() -> None:
    """The server would take the new wish for the old one."""
    outbox = Outbox(1)
    outbox.take(outbox.put(JOIN, minute(1)).id)
    assert outbox.put(JOIN, minute(2)).id == 2


@given(st.lists(st.integers(1, 30), unique=True), st.integers(1, 30))
def test_restored_wishes_keep_their_ids_and_new_ones_never_take_theirs(ids: list[int], first_id: int) -> None:
    """A wish of an earlier run is not lost under a new one."""
    outbox = Outbox(first_id)
    for each in ids:
        outbox.restore(Wish(id=each, command=JOIN, made_at=minute(0)))
    new = [outbox.put(JOIN, minute(1)).id for _ in range(3)]
    assert [*ids, *new] == [wish.id for wish in outbox.wishes]
    assert min(new) >= first_id
    assert not set(new) & set(ids)
