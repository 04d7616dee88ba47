"""What makes a rehearsal impossible says which file, and all that is the matter with it at once."""

from pathlib import Path

import pytest

from protocol.errors import OpenlijnError
from server.rehearse.errors import ColumnsMissing, FileUnreadable, NothingUsable, RehearsalError

PATH = Path("calls.csv")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (FileUnreadable(PATH, "no such file"), "calls.csv: cannot be read: no such file"),
        (ColumnsMissing(PATH, ("a", "b"), ("c",)), "not there: a, b; has: c"),
        (NothingUsable(PATH, 7, 5), "no usable row: 7 read, 5 left out"),
    ],
)
def test_each_is_said_on_the_command_line_as_it_is(error: RehearsalError, says: str) -> None:
    """Under the root of everything that is raised on purpose."""
    assert says in str(error)
    assert str(error).startswith("calls.csv: ")
    assert isinstance(error, OpenlijnError)


def test_a_file_of_countless_columns_is_said_in_a_few_lines() -> None:
    """What is missing is said wholly all the same."""
    error = ColumnsMissing(PATH, ("a",), tuple("x" * 500 for _ in range(500)))
    assert len(str(error)) < 5_000
    assert len(error.present) == 500
