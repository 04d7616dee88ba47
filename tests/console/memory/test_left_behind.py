"""What an earlier run left is offered to its account, to one console at a time, until somebody decides."""

import errno
import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from console.memory.folders import address_mark, folder_of, make_private
from console.memory.left_behind import LeftBehind, left_behind
from console.memory.outbox_file import OutboxFile, Owner, answered_line
from console.memory.typed import Typed, TypedIn, TypedLine
from console.memory.typed_file import SUFFIX, TypedFile, read_typed
from protocol.address import Address, read_address
from protocol.commands.timeline import JoinLine
from protocol.session.origin import Origin
from protocol.session.outbox import Wish
from protocol.wire.frames import encode
from protocol.wire.messages import Do
from tests.console.memory.read_only import read_only
from tests.console.memory.typings import AT, EXERCISE, LIVE

ANNA = read_address("ws://anna@127.0.0.1:8765")
BEN = read_address("ws://ben@127.0.0.1:8765")
SHIFT = timedelta(hours=12)


def _wish(id: int, origin: Origin | None = EXERCISE) -> Wish:
    return Wish(id=id, command=JoinLine(incident=id), made_at=AT, origin=origin)


def _typed(text: str = "rode jas", *, hours_ago: float = 0) -> TypedLine:
    return TypedLine(typed_in=TypedIn.OPEN_LINE, number=7, text=text, at=AT - timedelta(hours=hours_ago))


def _run(
    state: Path,
    *wishes: Wish,
    lines: tuple[TypedLine, ...] = (),
    address: Address = ANNA,
    origin: Origin | None = EXERCISE,
) -> OutboxFile:
    """An earlier run, or one that is still alive as long as nobody lets go of its file."""
    folder = folder_of(state, address.name, origin)
    make_private(folder)
    file = OutboxFile(folder, Owner(account=address.name, address=address_mark(address), origin=origin))
    for wish in wishes:
        file.put(wish)
    TypedFile(file.path.with_suffix(SUFFIX)).put(Typed(origin=origin, lines=lines))
    return file


def _found(state: Path, address: Address = ANNA, keep_typed: timedelta = SHIFT) -> list[LeftBehind]:
    return left_behind(state, address, since=AT - keep_typed)


def test_wishes_and_text_of_a_dead_run_are_found(tmp_path: Path) -> None:
    """With the history that both are of."""
    _run(tmp_path, _wish(1), _wish(3), lines=(_typed(),)).let_go()
    [left] = _found(tmp_path)
    assert left.wishes == (_wish(1), _wish(3))
    assert left.typed == Typed(origin=EXERCISE, lines=(_typed(),))
    assert left.owner is not None
    assert left.owner.origin == EXERCISE


def test_a_living_console_keeps_its_own(tmp_path: Path) -> None:
    """And what one console was offered no other is, until it lets go."""
    alive = _run(tmp_path, _wish(1), lines=(_typed(),))
    assert _found(tmp_path) == []
    alive.let_go()
    [held] = _found(tmp_path)
    assert _found(tmp_path) == []
    held.let_go()
    assert len(_found(tmp_path)) == 1


def test_another_account_is_another_matter(tmp_path: Path) -> None:
    """What anna typed is not offered to ben, who works at the same machine."""
    _run(tmp_path, _wish(1), lines=(_typed(),)).let_go()
    assert _found(tmp_path, BEN) == []
    assert len(_found(tmp_path)) == 1


def test_every_world_of_the_account_is_looked_at(tmp_path: Path) -> None:
    """Oldest first; which of it is shown where is not decided here."""
    for n, origin in enumerate((EXERCISE, LIVE, None), start=1):
        _run(tmp_path, _wish(n, origin), origin=origin).let_go()
    assert sorted(wish.id for left in _found(tmp_path) for wish in left.wishes) == [1, 2, 3]


def test_what_is_sent_or_forgotten_does_not_come_back(tmp_path: Path) -> None:
    """The files go with the last of it."""
    file = _run(tmp_path, _wish(1), lines=(_typed(),))
    file.let_go()
    [left] = _found(tmp_path)
    left.forget_wishes()
    assert (left.wishes, left.empty) == ((), False)
    left.let_go()
    [left] = _found(tmp_path)
    assert (left.wishes, left.typed is not None) == ((), True)
    left.forget_typed()
    left.let_go()
    assert _found(tmp_path) == []
    assert list(file.path.parent.iterdir()) == []


def test_text_goes_before_its_wishes_too(tmp_path: Path) -> None:
    """Either may go first."""
    _run(tmp_path, _wish(1), lines=(_typed(),)).let_go()
    [left] = _found(tmp_path)
    left.forget_typed()
    left.let_go()
    [left] = _found(tmp_path)
    assert (left.wishes, left.typed) == ((_wish(1),), None)


def test_text_is_forgotten_after_a_shift_and_wishes_never(tmp_path: Path) -> None:
    """Each text by its own time; also that of others, whose console nobody starts any more."""
    old = _run(tmp_path, lines=(_typed(hours_ago=13),), address=BEN)
    both = _run(tmp_path, _wish(1), lines=(_typed("oud", hours_ago=13), _typed("nieuw", hours_ago=11)))
    for file in (old, both):
        file.let_go()
    [left] = _found(tmp_path)
    assert left.wishes == (_wish(1),)
    assert left.typed is not None
    assert left.typed.texts == ("nieuw",)
    assert list(old.path.parent.iterdir()) == []
    kept = read_typed(both.path.with_suffix(SUFFIX)).typed
    assert kept is not None
    assert kept.texts == ("nieuw",)
    left.let_go()
    [left] = _found(tmp_path, keep_typed=timedelta(0))
    assert (left.wishes, left.typed) == ((_wish(1),), None)


@pytest.mark.parametrize("spoilt", ["wishes", "typed", "owner"])
def test_what_a_later_version_wrote_is_kept_for_it(tmp_path: Path, spoilt: str) -> None:
    """It is not offered, not forgotten after a shift, and stays when the rest is forgotten."""
    file = _run(tmp_path, lines=(_typed(hours_ago=100),))
    file.let_go()
    typed = file.path.with_suffix(SUFFIX)
    if spoilt == "typed":
        typed.write_text('{"version": 99, "texts": []}\n')
    elif spoilt == "owner":
        owner = {"version": 99, "account": "anna", "address": "x", "origin": {"world": 1}}
        file.path.write_text(json.dumps(owner) + "\n")
    else:
        with file.path.open("ab") as more:
            more.write(b'{"id": 2, "at": "2026-11-21", "do": "94ffffffff"}\n')
    before = file.path.read_bytes()
    for _ in range(2):
        for left in _found(tmp_path):
            left.forget_wishes()
            left.forget_typed()
            left.let_go()
    assert file.path.read_bytes() == before
    assert typed.exists() is (spoilt == "typed")


def test_what_the_first_release_left_is_taken_over(tmp_path: Path) -> None:
    """It lay by address in one folder for everybody, and did not say in which history it was made."""
    folder = tmp_path / "outbox"
    folder.mkdir()
    row = {"id": 5, "at": AT.isoformat(), "do": encode(Do(id=5, command=JoinLine(incident=5))).hex()}
    mine = folder / f"{address_mark(ANNA)}-0123456789abcdef.wishes"
    mine.write_text(json.dumps(row) + "\n")
    bens = folder / f"{address_mark(BEN)}-0123456789abcdef.wishes"
    bens.write_text(json.dumps(row) + "\n")
    [left] = _found(tmp_path)
    assert left.wishes == (_wish(5, None),)
    assert left.owner == Owner(account="anna", address=address_mark(ANNA))
    left.forget_wishes()
    left.let_go()
    assert list(folder.iterdir()) == [bens]


def test_where_nothing_can_be_removed_it_is_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that became read-only still does not offer twice what was sent."""
    file = _run(tmp_path, _wish(1))
    file.let_go()
    [left] = _found(tmp_path)

    def refuses(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(Path, "unlink", refuses)
    left.forget_wishes()
    assert file.path.read_bytes().endswith(answered_line(1))


def test_what_lies_in_a_folder_that_can_only_be_read_is_offered(tmp_path: Path) -> None:
    """It says so, for nothing can be marked there: what is sent or forgotten is offered again."""
    file = _run(tmp_path, _wish(1), _wish(2), lines=(_typed(),))
    file.let_go()
    with read_only(tmp_path):
        [left] = _found(tmp_path)
        assert (left.read_only, left.folder) == (True, file.path.parent)
        assert (left.wishes, left.typed is not None) == ((_wish(1), _wish(2)), True)
        assert _found(tmp_path) == [], "one console at a time, here too"
        left.answered(1)
        assert left.wishes == (_wish(2),)
        left.forget_wishes()
        left.forget_typed()
        assert left.empty
        left.let_go()
        [left] = _found(tmp_path)
        assert left.wishes == (_wish(1), _wish(2))
        left.let_go()
    [left] = _found(tmp_path)
    assert not left.read_only
    left.let_go()


def test_text_in_a_folder_that_lets_nothing_go_can_be_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file can be emptied, where it is the folder alone that is closed."""
    _run(tmp_path, lines=(_typed(),)).let_go()
    [left] = _found(tmp_path)

    def refuses(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError("read-only")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuses)
        left.forget_typed()
        left.let_go()
    assert _found(tmp_path) == []


def test_a_wish_that_was_answered_is_not_offered_again(tmp_path: Path) -> None:
    """It was sent by a run that could keep nothing: what became of it is marked where it lay."""
    _run(tmp_path, _wish(1), _wish(2)).let_go()
    [left] = _found(tmp_path)
    for id in (1, 99):
        left.answered(id)
    left.let_go()
    [left] = _found(tmp_path)
    assert left.wishes == (_wish(2),)
    left.answered(2)
    left.let_go()
    assert _found(tmp_path) == []


def test_a_folder_into_which_nobody_may_look_holds_up_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The console starts without what lies there."""
    file = _run(tmp_path, _wish(1))
    file.let_go()
    real_stat, real_open = Path.stat, os.open

    def stat(path: Path, **named: bool) -> os.stat_result:
        if path.parent == file.path.parent:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_stat(path, **named)

    def opens(path: Path, *rest: int, **named: int) -> int:
        if path == file.path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_open(path, *rest, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", stat)
        patch.setattr(os, "open", opens)
        assert _found(tmp_path) == []
    assert len(_found(tmp_path)) == 1
