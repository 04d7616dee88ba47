"""Pieces of maps on disk."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from console.map.cache import TORN_AFTER_S, PieceCache
from protocol.model.map_address import address_of

ONE, TWO, THREE = b"one" * 10, b"two" * 10, b"thr" * 10


def used_at(directory: Path, content: bytes, seconds: int) -> None:
    """As if it was last used then."""
    os.utime(directory / address_of(content).hex(), (seconds, seconds))


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    """Another cache on the same directory reads what the first one kept."""
    PieceCache(tmp_path).keep(ONE)
    assert PieceCache(tmp_path).read(address_of(ONE)) == ONE


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    """Also where there is no directory yet."""
    cache = PieceCache(tmp_path / "none")
    assert (cache.read(address_of(ONE)), cache.has(address_of(ONE))) == (None, False)


@given(content=st.binary(min_size=1, max_size=200), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_damaged_file_is_thrown_away(tmp_path_factory: object, content: bytes, at: int, bit: int) -> None:
    """One flipped bit anywhere is noticed, and the file goes, so that the piece is fetched again."""
    directory = tmp_path_factory.mktemp("cache")  # type: ignore[attr-defined]  # pytest's own factory
    cache = PieceCache(directory)
    cache.keep(content)
    path = directory / address_of(content).hex()
    damaged = bytearray(content)
    damaged[at % len(content)] ^= 1 << bit
    path.write_bytes(damaged)
    assert (cache.read(address_of(content)), cache.damaged, path.exists()) == (None, 1, False)


def test_a_file_cut_short_is_thrown_away(tmp_path: Path) -> None:
    """As a full disk or a lost power would leave it."""
    cache = PieceCache(tmp_path)
    cache.keep(ONE)
    (tmp_path / address_of(ONE).hex()).write_bytes(ONE[:7])
    assert cache.read(address_of(ONE)) is None
    cache.keep(ONE)
    assert cache.read(address_of(ONE)) == ONE


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    """Reading is using: the one that was read stays, the other makes room."""
    cache = PieceCache(tmp_path, quota_bytes=70)
    cache.keep(ONE)
    cache.keep(TWO)
    used_at(tmp_path, ONE, 1_000)
    used_at(tmp_path, TWO, 2_000)
    assert cache.read(address_of(ONE)) == ONE
    cache.keep(THREE)
    assert [cache.has(address_of(each)) for each in (ONE, TWO, THREE)] == [True, False, True]


def test_the_quota_counts_what_another_console_kept(tmp_path: Path) -> None:
    """Two consoles share one quota; neither breaks when the other takes a file away."""
    first, second = PieceCache(tmp_path, quota_bytes=70), PieceCache(tmp_path, quota_bytes=70)
    for at, content in enumerate((ONE, TWO)):
        first.keep(content)
        used_at(tmp_path, content, 1_000 + at)
    second.keep(THREE)
    assert first.read(address_of(ONE)) is None
    assert first.read(address_of(THREE)) == THREE
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 70


def test_what_is_larger_than_the_quota_is_not_kept(tmp_path: Path) -> None:
    """It would throw out all the rest."""
    cache = PieceCache(tmp_path, quota_bytes=40)
    cache.keep(ONE)
    cache.keep(TWO * 2)
    assert [cache.has(address_of(each)) for each in (ONE, TWO * 2)] == [True, False]


def test_without_a_writable_directory_nothing_breaks(tmp_path: Path) -> None:
    """A file stands where the directory should be: nothing is kept, and the cache says why."""
    (tmp_path / "cache").write_text("in the way")
    cache = PieceCache(tmp_path / "cache")
    cache.keep(ONE)
    assert cache.read(address_of(ONE)) is None
    assert cache.trouble != ""


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    """Only what this program made is counted or thrown away, and halves of what it made once they are old."""
    (tmp_path / "notes.txt").write_bytes(b"x" * 500)
    old, young = (tmp_path / f"{'0' * 32}-{name}.part" for name in ("old", "young"))
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(old, (old.stat().st_mtime - TORN_AFTER_S - 60,) * 2)
    PieceCache(tmp_path, quota_bytes=40).keep(ONE)
    assert {path.name for path in tmp_path.iterdir()} == {"notes.txt", young.name, address_of(ONE).hex()}
