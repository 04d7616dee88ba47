"""The full look at a journal: it finds all that is wrong, says of which part it is, and changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.errors import NotAJournal
from server.journal.schema import FILE_NAME
from server.journal.verify import MAX_FINDINGS, Part, verify
from tests.server.journal.make import filled, opened, record


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """A sound journal of five records and a saved board."""
    await filled(tmp_path, [record(seq, incidents=(seq, 9)) for seq in range(1, 6)])
    async with opened(tmp_path) as journal:
        await journal.save_checkpoint(3, b"board")
    return tmp_path


def _spoil(data: Path, statement: str) -> None:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
        connection.execute(statement)


def test_a_sound_journal_has_nothing_to_report(data: Path) -> None:
    """Beside what it holds."""
    report = verify(data)
    assert report.findings == ()
    assert (report.records, report.torn, report.first_damaged) == (5, 0, None)
    assert report.meta.world == "live"


@pytest.mark.parametrize(
    ("statement", "part", "seq"),
    [
        ("UPDATE record SET body = x'00' WHERE seq = 2", Part.RECORD, 2),
        ("DELETE FROM record WHERE seq = 2", Part.RECORD, 2),
        ("DELETE FROM touches WHERE incident = 9 AND seq = 4", Part.INDEX, 4),
        ("INSERT INTO touches VALUES (77, 4)", Part.INDEX, 4),
        ("UPDATE checkpoint SET body = x'00'", Part.CHECKPOINT, 3),
    ],
)
def test_what_is_wrong_is_said_of_its_part(data: Path, statement: str, part: Part, seq: int) -> None:
    """Only a damaged record is one that must be set aside."""
    _spoil(data, statement)
    report = verify(data)
    assert (part, seq) in [(each.part, each.seq) for each in report.findings]
    assert report.first_damaged == (seq if part is Part.RECORD else None)


def test_it_goes_on_after_the_first_damage(data: Path) -> None:
    """The sound records between and behind it are counted, and the first is the one named."""
    _spoil(data, "UPDATE record SET body = x'00' WHERE seq IN (2, 4)")
    report = verify(data)
    assert (report.records, report.first_damaged) == (3, 2)
    assert [each.seq for each in report.findings] == [2, 4]


async def test_it_reports_no_more_than_a_person_reads(tmp_path: Path) -> None:
    """And counts the sound ones all the same."""
    await filled(tmp_path, [record(seq) for seq in range(1, MAX_FINDINGS + 22)])
    _spoil(tmp_path, "UPDATE record SET body = x'00' WHERE seq > 1")
    report = verify(tmp_path)
    assert (len(report.findings), report.records) == (MAX_FINDINGS, 1)


def test_what_is_no_journal_is_not_made_one(tmp_path: Path) -> None:
    """Looking makes no file; an empty one is none either."""
    with pytest.raises(NotAJournal, match="no such file"):
        verify(tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / FILE_NAME).touch()
    with pytest.raises(NotAJournal, match="empty"):
        verify(tmp_path)
