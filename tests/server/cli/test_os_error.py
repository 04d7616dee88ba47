"""What the operating system refuses is said in words, with the file and what to do."""

import errno
import os

import pytest

from server.cli.os_error import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "/srv/x: there is no such file or folder: look at the path"),
        (errno.EACCES, "/srv/x: this user may not do that: give it the right"),
        (errno.ENOSPC, "/srv/x: the disk is full: make room"),
        (errno.EXDEV, "/srv/x: Invalid cross-device link"),
    ],
)
def test_a_file_is_named_with_what_to_do(number: int, words: str) -> None:
    """Without the number of the error."""
    said = in_words(OSError(number, os.strerror(number), "/srv/x"))
    assert said.startswith(words)
    assert "Errno" not in said


def test_an_error_without_a_file_or_a_number_is_said_as_it_is() -> None:
    """Nothing is made up."""
    assert in_words(OSError("een eigen zin")) == "een eigen zin"
    assert in_words(OSError(errno.ENOSPC, "x")) == "the disk is full: make room"
