"""Which frame was bad is known from what was answered before it."""

from protocol.session.sent import Sent


def test_an_answer_says_that_all_before_it_was_read() -> None:
    """Also when the answers come in another order than the wishes went."""
    sent = Sent()
    for id in (1, 2, 3):
        sent.wish(id)
    assert (sent.suspect, sent.certain) == (1, True)
    sent.answered(2)
    assert sent.suspect == 3
    sent.answered(1)
    assert sent.suspect == 3
    sent.answered(3)
    assert sent.suspect is None
    assert not sent.certain


def test_behind_anything_else_nothing_is_certain() -> None:
    """That may have been the bad one; however often it went."""
    sent = Sent()
    for _ in range(3):
        sent.other()
    sent.wish(1)
    sent.other()
    assert (sent.suspect, sent.certain) == (1, False)
    sent.answered(1)
    sent.wish(2)
    assert (sent.suspect, sent.certain) == (2, False)


def test_another_link_begins_afresh() -> None:
    """What was lost on the last one is sent again."""
    sent = Sent()
    sent.wish(1)
    sent.clear()
    assert sent.suspect is None
