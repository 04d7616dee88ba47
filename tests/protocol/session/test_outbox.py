"""The wishes that are not yet answered: in order, under their ids, in their history, until the answer."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.timeline import JoinLine
from protocol.model.text import Name
from protocol.session.origin import Origin
from protocol.session.outbox import Outbox, Wish
from tests.protocol.make import minute

JOIN = JoinLine(incident=1)
EXERCISE = Origin(world=Name("Waterdam"), exercise=True, history="a")
LIVE = Origin(world=Name("Waterdam"), exercise=False, history="b")


def test_wishes_stand_in_order_under_ids_that_count_up() -> None:
    """In the order in which they were made."""
    outbox = Outbox(5)
    assert [outbox.put(JOIN, minute(n)).id for n in (1, 2)] == [5, 6]
    assert outbox.wishes == (
        Wish(id=5, command=JOIN, made_at=minute(1)),
        Wish(id=6, command=JOIN, made_at=minute(2)),
    )


def test_a_wish_leaves_with_its_answer_and_only_once() -> None:
    """A second answer finds nothing."""
    outbox = Outbox(1)
    outbox.put(JOIN, minute(1))
    assert outbox.take_out(1) == Wish(id=1, command=JOIN, made_at=minute(1))
    assert outbox.take_out(1) is None
    assert len(outbox) == 0


def test_an_id_is_not_given_again_after_its_answer() -> None:
    """The server would take the new wish for the old one."""
    outbox = Outbox(1)
    outbox.take_out(outbox.put(JOIN, minute(1)).id)
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


def test_a_wish_belongs_to_the_history_in_which_it_was_made() -> None:
    """In another it is withheld; back in its own it goes again, by itself."""
    outbox = Outbox(1)
    outbox.enter(EXERCISE)
    outbox.put(JOIN, minute(1))
    outbox.enter(LIVE)
    outbox.put(JOIN, minute(2))
    assert [(wish.id, wish.origin) for wish in outbox.wishes] == [(2, LIVE)]
    assert [(wish.id, wish.origin) for wish in outbox.withheld] == [(1, EXERCISE)]
    assert len(outbox) == 1
    outbox.enter(EXERCISE)
    assert [wish.id for wish in outbox.wishes] == [1]


def test_a_wish_that_was_made_before_any_welcome_belongs_to_none() -> None:
    """It waits, and at the welcome somebody is asked; where nobody sits it goes to the first."""
    asks, unasked = Outbox(1), Outbox(1, attended=False)
    for outbox in (asks, unasked):
        outbox.put(JOIN, minute(1))
        assert len(outbox) == 1
        outbox.enter(LIVE)
    assert ([wish.id for wish in asks.wishes], [wish.id for wish in asks.withheld]) == ([], [1])
    assert [(wish.id, wish.origin) for wish in unasked.wishes] == [(1, LIVE)]
    unasked.enter(EXERCISE)
    assert [wish.id for wish in unasked.withheld] == [1]


def test_a_withheld_wish_that_somebody_sends_belongs_here_from_then_on() -> None:
    """Under its own id, behind what went before it."""
    outbox = Outbox(1)
    outbox.put(JOIN, minute(1))
    outbox.enter(LIVE)
    outbox.put(JOIN, minute(2))
    assert outbox.restore(outbox.withheld[0]).origin == LIVE
    assert [wish.id for wish in outbox.wishes] == [2, 1]
    assert outbox.withheld == ()


def test_a_withheld_wish_can_be_forgotten() -> None:
    """It leaves without an answer."""
    outbox = Outbox(1)
    outbox.put(JOIN, minute(1))
    outbox.enter(LIVE)
    assert outbox.take_out(1) is not None
    assert (outbox.wishes, outbox.withheld) == ((), ())


def test_a_wish_at_which_the_server_hangs_up_twice_is_set_aside() -> None:
    """It is kept and does not go; the others do. Somebody can send it once more, and then it begins anew."""
    outbox = Outbox(1)
    outbox.enter(LIVE)
    bad, good = (outbox.put(JOIN, minute(n)).id for n in (1, 2))
    assert outbox.hung_up_on(bad, certain=True) is None
    assert (outbox.is_suspect(bad), outbox.is_suspect(good)) == (True, False)
    aside = outbox.hung_up_on(bad, certain=True)
    assert aside is not None
    assert aside.set_aside
    assert ([wish.id for wish in outbox.wishes], outbox.withheld) == ([good], (aside,))
    outbox.restore(aside)
    assert ([wish.id for wish in outbox.wishes], outbox.withheld) == ([good, bad], ())
    assert not outbox.is_suspect(bad)
    assert outbox.take_out(bad) is not None


def test_it_is_not_set_aside_for_what_may_have_been_another_frame() -> None:
    """It is suspect, so that it goes alone and is certain the next time."""
    outbox = Outbox(1)
    id = outbox.put(JOIN, minute(1)).id
    for _ in range(3):
        assert outbox.hung_up_on(id, certain=False) is None
    assert outbox.is_suspect(id)
    assert outbox.hung_up_on(id, certain=True) is not None
    assert outbox.hung_up_on(99, certain=True) is None
