"""What every journal checks of what it is asked, before it looks."""

import pytest

from server.journal.interface import check_checkpoint, check_page


@pytest.mark.parametrize(
    ("after_seq", "limit", "name"), [(-1, 1, "after_seq"), (0, 0, "limit"), (5, -1, "limit")]
)
def test_a_page_that_no_reader_can_give_is_refused_by_name(after_seq: int, limit: int, name: str) -> None:
    """It is the caller's mistake and no end of the journal."""
    with pytest.raises(ValueError, match=f"^{name} must be"):
        check_page(after_seq, limit)


def test_the_smallest_page_is_one_record_from_the_beginning() -> None:
    """Both ends of what is allowed pass."""
    check_page(0, 1)
    check_checkpoint(0, 0)
    check_checkpoint(5, 5)


@pytest.mark.parametrize(("seq", "last_seq"), [(-1, 5), (6, 5), (1, 0)])
def test_a_saved_board_stands_on_records_that_are_there(seq: int, last_seq: int) -> None:
    """A board of what may never become durable would be another world's."""
    with pytest.raises(ValueError, match=f"from 0 to last_seq {last_seq}, got {seq}"):
        check_checkpoint(seq, last_seq)
