"""What is stored but not as it was written is never read as if it were."""

import logging
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.journal.errors import JournalDamaged, JournalError, JournalInUse, NotAJournal
from server.journal.record import Record
from server.journal.repair import Mended, mend_derived, set_aside
from server.journal.schema import FILE_NAME
from server.journal.verify import Finding, Part, verify
from tests.server.journal.make import filled, opened, record, run

FIVE = tuple(record(seq, command=seq, incidents=(seq, 9)) for seq in range(1, 6))


def _spoil(data_dir: Path, *statements: str) -> None:
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _tear(data_dir: Path, one: Record, kept: float) -> None:
    """Zeros in the file where the end of a record's body was."""
    path = data_dir / FILE_NAME
    content = path.read_bytes()
    start = content.index(one.body) + int(len(one.body) * kept)
    end = content.index(one.body) + len(one.body)
    path.write_bytes(content[:start] + bytes(end - start) + content[end:])


async def _saved(data_dir: Path, *checkpoints: int) -> None:
    async with opened(data_dir) as journal:
        for seq in checkpoints:
            await journal.save_checkpoint(seq, f"state {seq}".encode() * 10)


class TestTheNewestRecord:
    """Torn by a power cut, it is set aside."""

    @pytest.mark.parametrize("checkpoints", [(), (3,), (5,), (3, 5), (4, 5)])
    async def test_a_torn_newest_record_is_set_aside(
        self, tmp_path: Path, checkpoints: tuple[int, ...], caplog: pytest.LogCaptureFixture
    ) -> None:
        """With a warning; the journal goes on with the one before, whatever the checkpoints cover."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, *checkpoints)
        _tear(tmp_path, FIVE[4], 0.5)
        async with opened(tmp_path) as journal:
            assert journal.last_seq == 4
            assert await journal.records(0, 9) == FIVE[:4]
            assert await journal.find_command("centralist-1", 5) is None
            assert await journal.of_incident(5, 9) == ()
            newest = await journal.newest_checkpoint()
            assert (newest or (0,))[0] == max((seq for seq in checkpoints if seq < 5), default=0)
            await journal.append(FIVE[4])
        assert [entry.levelno for entry in caplog.records if "record 5" in entry.message] == [logging.WARNING]
        assert verify(tmp_path).torn == 1
        async with opened(tmp_path) as journal:
            assert await journal.records(0, 9) == FIVE

    async def test_what_was_set_aside_keeps_its_fields_and_the_reason(self, tmp_path: Path) -> None:
        """Somebody may yet read something in it."""
        await filled(tmp_path, FIVE)
        _spoil(tmp_path, "UPDATE record SET by = 'somebody' WHERE seq = 5")
        async with opened(tmp_path):
            pass
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
            rows = connection.execute("SELECT seq, by, body, reason, set_aside_ms FROM torn").fetchall()
        [(seq, by, body, reason, at_ms)] = rows
        assert (seq, by, body, at_ms) == (5, "somebody", FIVE[4].body, 1_700_000_000_000)
        assert "checksum" in reason

    async def test_the_only_record_may_be_torn(self, tmp_path: Path) -> None:
        """The journal is empty then."""
        await filled(tmp_path, FIVE[:1])
        _tear(tmp_path, FIVE[0], 0)
        async with opened(tmp_path) as journal:
            assert (journal.last_seq, journal.next_seq) == (0, 1)

    @pytest.mark.parametrize("checkpoints", [(), (5,)])
    async def test_two_torn_records_are_too_many(self, tmp_path: Path, checkpoints: tuple[int, ...]) -> None:
        """One record is a power cut; two are a person's decision."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, *checkpoints)
        _tear(tmp_path, FIVE[3], 0.2)
        _tear(tmp_path, FIVE[4], 0.2)
        with pytest.raises(JournalDamaged) as caught:
            async with opened(tmp_path):
                pass
        assert caught.value.seq == 4


class TestTheMiddle:
    """Damage before the newest record stops the opening."""

    async def test_a_flipped_byte_is_named(self, tmp_path: Path) -> None:
        """Record, file and what to do."""
        await filled(tmp_path, FIVE)
        _tear(tmp_path, FIVE[2], 0.9)
        with pytest.raises(
            JournalDamaged, match=r"journal\.db is damaged at record 3: .*Copy.*set aside"
        ) as caught:
            async with opened(tmp_path):
                pass
        assert caught.value.seq == 3

    @pytest.mark.parametrize(("gone", "named"), [(1, 1), (3, 3)])
    async def test_a_missing_record_is_named(self, tmp_path: Path, gone: int, named: int) -> None:
        """The numbering shows it."""
        await filled(tmp_path, FIVE)
        _spoil(tmp_path, f"DELETE FROM record WHERE seq = {gone}")
        with pytest.raises(JournalDamaged, match=f"record {named} is missing"):
            async with opened(tmp_path):
                pass

    async def test_records_lost_behind_a_checkpoint_are_noticed(self, tmp_path: Path) -> None:
        """A checkpoint that knows more than the records tells of a loss."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 5)
        _spoil(tmp_path, "DELETE FROM record WHERE seq > 3")
        with pytest.raises(JournalDamaged, match="a checkpoint was made after record 5") as caught:
            async with opened(tmp_path):
                pass
        assert caught.value.seq == 4

    async def test_opening_reads_only_what_the_checkpoint_does_not_cover(self, tmp_path: Path) -> None:
        """Older damage is found by whoever reads there, and by `verify`."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 4)
        _tear(tmp_path, FIVE[1], 0.5)
        async with opened(tmp_path) as journal:
            assert await journal.records(2, 9) == FIVE[2:]
            with pytest.raises(JournalDamaged) as caught:
                await journal.records(0, 9)
            assert caught.value.seq == 2
            with pytest.raises(JournalDamaged):
                await journal.of_incident(2, 9)

    async def test_a_record_that_vanished_is_missed_by_its_reader(self, tmp_path: Path) -> None:
        """A page is never silently shorter than it must be."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 4)
        _spoil(tmp_path, "DELETE FROM record WHERE seq = 2")
        async with opened(tmp_path) as journal:
            with pytest.raises(JournalDamaged, match="record 2 is missing"):
                await journal.records(0, 9)
            with pytest.raises(JournalDamaged, match="record 2: it is missing, incident 9"):
                await journal.of_incident(9, 9)


class TestCheckpoints:
    """A damaged one costs time, never state."""

    async def test_a_damaged_checkpoint_is_passed_over(self, tmp_path: Path) -> None:
        """For the older one."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 2, 4)
        _spoil(tmp_path, "UPDATE checkpoint SET body = x'00' WHERE seq = 4")
        async with opened(tmp_path) as journal:
            assert await journal.newest_checkpoint() == (2, b"state 2" * 10)

    async def test_without_a_sound_checkpoint_all_records_are_read(self, tmp_path: Path) -> None:
        """And damage in them is found at opening."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 2, 4)
        _spoil(tmp_path, "UPDATE checkpoint SET crc = 0", "UPDATE record SET at_ms = 1 WHERE seq = 1")
        with pytest.raises(JournalDamaged) as caught:
            async with opened(tmp_path):
                pass
        assert caught.value.seq == 1


class TestVerify:
    """The full look."""

    async def test_a_sound_journal_has_no_findings(self, tmp_path: Path) -> None:
        """Closed or while a server writes."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 2, 4)
        report = verify(tmp_path)
        assert (report.meta.world, report.records, report.torn, report.findings) == ("live", 5, 0, ())
        async with opened(tmp_path) as journal:
            await journal.append(record(6))
            assert verify(tmp_path).records == 6

    async def test_everything_damaged_is_found_at_once(self, tmp_path: Path) -> None:
        """Records, gaps, index and checkpoints."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 2, 4)
        _spoil(
            tmp_path,
            "UPDATE record SET body = x'00' WHERE seq = 2",
            "DELETE FROM record WHERE seq = 3",
            "UPDATE checkpoint SET crc = 1 WHERE seq = 4",
            "DELETE FROM touches WHERE seq = 5 AND incident = 9",
            "INSERT INTO touches VALUES (77, 1)",
        )
        report = verify(tmp_path)
        assert report.records == 3
        assert {finding.seq for finding in report.findings} == {1, 2, 3, 4, 5}
        assert Finding(part=Part.INDEX, seq=1, detail="is wrongly found under incident 77") in report.findings
        assert Finding(part=Part.INDEX, seq=5, detail="is not found under incident 9") in report.findings

    @pytest.mark.parametrize("content", [None, b"", b"a letter" * 99])
    def test_something_else_is_refused(self, tmp_path: Path, content: bytes | None) -> None:
        """Nothing is made on the way."""
        if content is not None:
            (tmp_path / FILE_NAME).write_bytes(content)
        before = sorted(tmp_path.iterdir())
        with pytest.raises(NotAJournal):
            verify(tmp_path)
        assert sorted(tmp_path.iterdir()) == before


class TestRepair:
    """A person sets aside what is beyond help."""

    async def test_setting_aside_gets_the_journal_going(self, tmp_path: Path) -> None:
        """With all sound records before the damage."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 1, 4)
        _tear(tmp_path, FIVE[2], 0.1)
        moved = set_aside(tmp_path, world="live", first_seq=3, reason="disk of 3 May", now_ms=8)
        assert moved == 3
        assert (verify(tmp_path).torn, verify(tmp_path).findings) == (3, ())
        async with opened(tmp_path) as journal:
            assert await journal.records(0, 9) == FIVE[:2]
            assert (await journal.newest_checkpoint() or (None,))[0] == 1
            await journal.append(FIVE[2])

    async def test_another_history_begins_where_numbers_are_given_again(self, tmp_path: Path) -> None:
        """A console that has record 5 must not resume behind the 5 that comes in its place."""
        await filled(tmp_path, FIVE)
        before = verify(tmp_path).meta.history
        set_aside(tmp_path, world="live", first_seq=4, reason="", now_ms=8)
        after = verify(tmp_path).meta.history
        assert after != before
        _tear(tmp_path, FIVE[2], 0.5)
        async with opened(tmp_path) as journal:
            assert journal.last_seq == 2
            assert journal.history not in (before, after)
        assert verify(tmp_path).findings == ()

    async def test_what_is_derived_is_made_anew(self, tmp_path: Path) -> None:
        """The index from the records, and without the saved boards that are damaged; no record is touched."""
        await filled(tmp_path, FIVE)
        await _saved(tmp_path, 2, 4)
        _spoil(
            tmp_path,
            "UPDATE checkpoint SET crc = 1 WHERE seq = 4",
            "DELETE FROM touches WHERE seq = 5 AND incident = 9",
            "INSERT INTO touches VALUES (77, 1)",
        )
        assert len(verify(tmp_path).findings) == 3
        assert mend_derived(tmp_path, world="live", now_ms=8) == Mended(index_entries=10, checkpoints=1)
        assert verify(tmp_path).findings == ()
        async with opened(tmp_path) as journal:
            assert await journal.records(0, 9) == FIVE
            assert await journal.newest_checkpoint() == (2, b"state 2" * 10)

    async def test_never_under_a_running_server(self, tmp_path: Path) -> None:
        """It is told who has it."""
        async with opened(tmp_path) as journal:
            await journal.append(FIVE[0])
            with pytest.raises(JournalInUse):
                set_aside(tmp_path, world="live", first_seq=1, reason="", now_ms=8)
            assert await journal.records(0, 9) == FIVE[:1]


MANY = tuple(
    record(seq, by=f"unit-{seq % 7}", command=seq, incidents=(seq % 5 + 1,)) for seq in range(1, 120)
)


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed journal of several pages with a checkpoint."""
    data_dir = tmp_path_factory.mktemp("sound")
    run(filled(data_dir, MANY))
    run(_saved(data_dir, 90))
    return data_dir / FILE_NAME


@settings(max_examples=200)
@given(st.data())
def test_no_flipped_bit_is_ever_read_as_another_fact(sound_file: Path, data: st.DataObject) -> None:
    """Anywhere in the file: every record that is given is the one written, or an error says otherwise."""
    content = bytearray(sound_file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1), label="place")
    content[place] ^= 1 << data.draw(st.integers(0, 7), label="bit")

    async def read(data_dir: Path) -> None:
        try:
            async with opened(data_dir) as journal:
                for after in range(0, journal.last_seq, 10):
                    try:
                        found = await journal.records(after, 10)
                    except JournalError:
                        continue
                    assert found == MANY[after : after + len(found)]
                for number in range(1, 6):
                    try:
                        about = await journal.of_incident(number, 999)
                    except JournalError:
                        continue
                    assert set(about) <= set(MANY)
        except JournalError:
            return

    with TemporaryDirectory() as name:
        shutil.copy(sound_file, Path(name) / FILE_NAME)
        (Path(name) / FILE_NAME).write_bytes(content)
        run(read(Path(name)))


def test_a_schema_whose_words_are_no_text_is_damage(sound_file: Path, tmp_path: Path) -> None:
    """Whichever byte of it: SQLite repeats the damaged words, and that complaint is no text either."""
    content = sound_file.read_bytes()
    start = content.index(b"CREATE TABLE record")
    for place in range(start, start + 60, 3):
        spoilt = bytearray(content)
        spoilt[place] ^= 0x80
        (tmp_path / FILE_NAME).write_bytes(spoilt)
        with pytest.raises(JournalError):
            run(filled(tmp_path, ()))
