"""Accounts: made, listed, removed, proven; secrets are kept nowhere."""

import json
import stat
from pathlib import Path

import pytest

from protocol.model.role import Role
from server.accounts.accounts import FILE_NAME, AccountProblem, Accounts
from tests.server.accounts_file import secret_of, with_accounts


@pytest.fixture
def two(tmp_path: Path) -> Accounts:
    """Anna and Ben."""
    with_accounts(tmp_path, {"anna": Role.CENTRALIST, "ben": Role.OPCO})
    return Accounts(tmp_path)


def test_a_new_account_is_proven_by_its_secret_and_by_nothing_else(tmp_path: Path) -> None:
    """The file holds a hash of it, and only its owner can read the file."""
    secret = Accounts(tmp_path / "new").add("12.03", Role.UNIT)
    path = tmp_path / "new" / FILE_NAME
    assert secret not in path.read_text("utf-8")
    assert json.loads(path.read_text("utf-8"))["12.03"]["hash"].startswith("$argon2id$")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    accounts = Accounts(tmp_path / "new")
    account = accounts.proven("12.03", secret)
    assert account is not None
    assert (account.name, account.role) == ("12.03", Role.UNIT)
    assert accounts.proven("12.03", secret + "x") is None


def test_nobody_is_proven_who_is_not_there(two: Accounts) -> None:
    """Another's secret does not help."""
    assert two.proven("carla", secret_of("anna")) is None
    assert two.proven("ben", secret_of("anna")) is None
    assert two.proven("ben", secret_of("ben")) is not None


def test_without_a_file_there_is_nobody(tmp_path: Path) -> None:
    """And nobody gets in."""
    assert Accounts(tmp_path).all() == {}
    assert Accounts(tmp_path).proven("anna", "") is None


def test_an_account_made_beside_a_running_server_works_at_once(two: Accounts, tmp_path: Path) -> None:
    """The server reads the file again when it changed."""
    assert set(two.all()) == {"anna", "ben"}
    with_accounts(tmp_path, {"carla": Role.INFO_DESK})
    assert set(two.all()) == {"carla"}


@pytest.mark.parametrize("name", ["anna", "ANNA"])
def test_a_name_is_given_once(two: Accounts, name: str) -> None:
    """Upper or lower case is the same name; the first keeps its secret."""
    with pytest.raises(AccountProblem, match=r"there is an account .* already"):
        two.add(name, Role.OPCO)
    assert two.proven("anna", secret_of("anna")) is not None


@pytest.mark.parametrize("name", ["", "  ", "a:b", "a@b", "a/b", "a\x1b[2J", "a\0", "\u202eanna", "x" * 41])
def test_a_name_must_fit_a_url_and_a_line(tmp_path: Path, name: str) -> None:
    """What is wrong is said, and nothing is written."""
    with pytest.raises(AccountProblem, match="name must"):
        Accounts(tmp_path).add(name, Role.OPCO)
    assert not (tmp_path / FILE_NAME).exists()


def test_an_account_is_removed(two: Accounts) -> None:
    """Its secret is worth nothing then; the others stay."""
    two.remove("anna")
    assert set(two.all()) == {"ben"}
    assert two.proven("anna", secret_of("anna")) is None
    with pytest.raises(AccountProblem, match="there is no account anna"):
        two.remove("anna")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b'{"anna": {}}',
        b'{"anna": {"role": 99, "hash": "x"}}',
        b"\xff\xfe",
        b'{"a/b": 1}',
        b'{"anna": {"role": 1, "hash": "x", "exercise": "ja"}}',
        b"7",
    ],
)
def test_a_file_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    """Which file, and what to do."""
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(AccountProblem, match=f"{FILE_NAME} is not an accounts file .* put a good copy back"):
        Accounts(tmp_path).all()


def test_a_secret_is_not_shown_with_its_account(two: Accounts) -> None:
    """Not even its hash: what is logged is read by many."""
    assert two.all()["anna"].hash not in repr(two.all()["anna"])


def test_a_file_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    """The directory of the fresh copy is in the way."""
    (tmp_path / FILE_NAME).with_suffix(".new").mkdir()
    with pytest.raises(AccountProblem, match="cannot be written: Is a directory"):
        Accounts(tmp_path).add("anna", Role.OPCO)


def test_a_melder_has_no_account(tmp_path: Path) -> None:
    """Whoever called comes in by a link; a name like a melder's is nobody's either."""
    with pytest.raises(AccountProblem, match="a melder comes in by a link"):
        Accounts(tmp_path).add("anna", Role.MELDER)
    with pytest.raises(AccountProblem, match="own name"):
        Accounts(tmp_path).add("Melder 417", Role.UNIT)
    assert Accounts(tmp_path).all() == {}


def test_nobody_is_called_as_the_server(tmp_path: Path) -> None:
    """What the server does by itself stands in the journal under that name."""
    with pytest.raises(AccountProblem, match="own name"):
        Accounts(tmp_path).add("Server", Role.OPCO)


def test_an_account_belongs_to_the_first_world_that_starts_with_it(tmp_path: Path) -> None:
    """From then on it carries that kind, also in a copy of the file; one made there later has it at once."""
    with_accounts(tmp_path, {"anna": Role.CENTRALIST})
    assert Accounts(tmp_path).all()["anna"].opens(True)
    assert Accounts(tmp_path).belong_to(True) == ()
    Accounts(tmp_path).add("ben", Role.OPCO, exercise=True)
    kept = Accounts(tmp_path)
    assert [(each.opens(True), each.opens(False)) for each in kept.all().values()] == [(True, False)] * 2
    before = (tmp_path / FILE_NAME).read_bytes()
    assert kept.belong_to(False) == ("anna", "ben")
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert kept.proven("anna", secret_of("anna")) is not None
