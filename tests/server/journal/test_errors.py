"""The errors of a journal carry what a caller decides on, and say what to do."""

from pathlib import Path

import pytest

from server.journal.errors import (
    CommandRepeated,
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalTooNew,
    JournalUnavailable,
    NotAJournal,
    Reason,
    SequenceGap,
    WrongWorld,
)

PATH = Path("/data/journal.db")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (JournalUnavailable(Reason.DISK_FULL), "(disk-full)"),
        (JournalUnavailable(Reason.IO_ERROR, "no such device"), "(io-error): no such device"),
        (SequenceGap(2, 5), "must have seq 2, got 5"),
        (CommandRepeated("anna", 7, 3), "command 7 of 'anna' already made record 3"),
        (JournalTooNew(PATH, 3, 2), "language version 3, this server knows up to version 2"),
        (JournalTooNew(PATH, 3, 2, what="schema"), "schema version 3"),
        (NotAJournal(PATH, "it is a picture"), "is not a journal: it is a picture"),
        (WrongWorld(PATH, "live", "exercise"), "give each world its own directory"),
        (JournalInUse(PATH, 812), "process 812: stop that server first"),
        (JournalInUse(PATH, None), "another process: stop that server first"),
    ],
)
def test_each_says_what_is_the_matter_under_one_root(error: JournalError, says: str) -> None:
    """Whoever must survive anything can say so in one word, and the operator reads what to do."""
    assert says in str(error)
    with pytest.raises(JournalError):
        raise error


def test_damage_that_can_be_named_offers_to_set_it_aside() -> None:
    """After a copy was made: the command stands there to be typed, with the directory."""
    said = str(JournalDamaged(PATH, 12, "checksum"))
    assert said.index("Copy the whole directory") < said.index(
        "openlijn-server journal repair --data /data --from 12"
    )


def test_damage_that_cannot_be_named_leaves_only_the_copy() -> None:
    """Nothing can be set aside from nowhere."""
    error = JournalDamaged(PATH, None, "its pages")
    assert error.seq is None
    assert "repair" not in str(error)
    assert "put the newest good copy back" in str(error)
