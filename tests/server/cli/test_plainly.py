"""What goes wrong on purpose is one line; what nobody foresaw is not hidden."""

import pytest

from protocol.errors import OpenlijnError
from server.cli.plainly import said_plainly
from server.journal.errors import SequenceGap


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OpenlijnError("zo niet"), "openlijn-server: zo niet\n"),
        (SequenceGap(2, 3), "openlijn-server: the next record must have seq 2, got 3\n"),
        (OSError(28, "No space left on device"), "openlijn-server: the disk is full: make room\n"),
    ],
)
def test_an_error_of_ours_or_of_the_system_is_one_line(
    error: Exception, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And exit status 1."""
    with pytest.raises(SystemExit) as ended, said_plainly():
        raise error
    assert (ended.value.code, capsys.readouterr().err) == (1, line)


def test_a_mistake_of_ours_stays_a_traceback() -> None:
    """It has to be mended, and not to be read."""
    with pytest.raises(ZeroDivisionError), said_plainly():
        raise ZeroDivisionError
