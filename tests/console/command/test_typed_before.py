"""Lines typed before, walked with up and down."""

from console.command.typed_before import Past


def test_up_walks_back_to_the_first_line_and_no_further() -> None:
    """Newest first; at the beginning there is nothing more."""
    past = Past(("een", "twee"))
    assert [past.older("nu") for _ in range(3)] == ["twee", "een", None]


def test_down_comes_back_to_the_line_that_was_being_typed() -> None:
    """Looking at what was typed before loses nothing; from the near end down goes nowhere."""
    past = Past(("een", "twee"))
    assert past.newer() is None
    past.older("half af")
    past.older("twee")
    assert [past.newer() for _ in range(3)] == ["twee", "half af", None]


def test_the_same_line_twice_is_kept_once_and_blanks_not_at_all() -> None:
    """Only neighbours count as the same: what came between is part of what happened."""
    past = Past()
    for line in ("een", "een", "  ", "twee", "een"):
        past.add(line)
    assert past.lines == ("een", "twee", "een")


def test_an_accepted_line_begins_the_walk_anew() -> None:
    """Up brings the newest line again, wherever one stood; a line that is only kept leaves one there."""
    past = Past(("een", "twee"))
    past.older("")
    past.older("")
    past.keep("drie")
    assert past.newer() == "twee"
    past.add("vier")
    assert past.older("") == "vier"
