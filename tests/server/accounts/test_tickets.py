"""Tickets: back in without the secret, as long as account, key and time allow."""

import stat
from pathlib import Path
from time import time

import pytest
from attrs import evolve
from itsdangerous import URLSafeTimedSerializer

from protocol.model.role import Role
from server.accounts.accounts import Account, Accounts
from server.accounts.tickets import FILE_NAME, VALID_S, Tickets
from tests.server.accounts_file import with_accounts

HISTORY = "5c1d9f0e2b7a4438"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    """Anna and Ben."""
    with_accounts(tmp_path, {"anna": Role.CENTRALIST, "ben": Role.OPCO})
    return Accounts(tmp_path)


def _anna(accounts: Accounts) -> Account:
    return accounts.all()["anna"]


def test_a_ticket_opens_for_whom_it_was_made(tmp_path: Path, accounts: Accounts) -> None:
    """Also after a restart of the server."""
    ticket = Tickets(tmp_path, accounts, HISTORY).make(_anna(accounts))
    assert Tickets(tmp_path, accounts, HISTORY).check(ticket) == _anna(accounts)


def test_a_ticket_falls_with_the_secret(tmp_path: Path, accounts: Accounts) -> None:
    """A new secret, or no account any more."""
    tickets = Tickets(tmp_path, accounts, HISTORY)
    ticket = tickets.make(_anna(accounts))
    stale = tickets.make(evolve(_anna(accounts), hash="another-hash"))
    assert tickets.check(stale) is None
    accounts.remove("anna")
    assert tickets.check(ticket) is None


def test_a_ticket_of_another_server_is_nothing(tmp_path: Path, accounts: Accounts) -> None:
    """Every data directory has a key of its own."""
    (tmp_path / "elders").mkdir()
    ticket = Tickets(tmp_path / "elders", accounts, HISTORY).make(_anna(accounts))
    assert Tickets(tmp_path, accounts, HISTORY).check(ticket) is None


def test_a_ticket_belongs_to_the_history_it_was_made_in(tmp_path: Path, accounts: Accounts) -> None:
    """Behind a copy that was put back it opens nothing: whoever comes in gives the secret again."""
    ticket = Tickets(tmp_path, accounts, HISTORY).make(_anna(accounts))
    assert Tickets(tmp_path, accounts, "0d4f6a9c11e2b357").check(ticket) is None


@pytest.mark.parametrize("spoil", ["", "x", "a.b.c", "\udcff", "é", "k" * 3_000])
def test_rubbish_is_no_ticket(tmp_path: Path, accounts: Accounts, spoil: str) -> None:
    """Nor is a ticket with anything behind it."""
    tickets = Tickets(tmp_path, accounts, HISTORY)
    assert tickets.check(spoil) is None
    assert tickets.check(tickets.make(_anna(accounts)) + "x") is None


def test_a_ticket_is_good_for_a_shift_and_its_overrun(
    tmp_path: Path, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And void after a day."""
    tickets = Tickets(tmp_path, accounts, HISTORY)
    ticket = tickets.make(_anna(accounts))
    made_at = int(time())
    now = "itsdangerous.timed.TimestampSigner.get_timestamp"
    monkeypatch.setattr(now, lambda self: made_at + VALID_S - 5)
    assert tickets.check(ticket) is not None
    monkeypatch.setattr(now, lambda self: made_at + VALID_S + 5)
    assert tickets.check(ticket) is None


def test_the_key_is_readable_by_its_owner_alone(tmp_path: Path, accounts: Accounts) -> None:
    """Whoever reads it can come in as anybody."""
    Tickets(tmp_path, accounts, HISTORY)
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("rest", [b"", b"half a key"])
def test_half_a_key_is_not_used(tmp_path: Path, accounts: Accounts, rest: bytes) -> None:
    """A full disk at the first start may leave one; tickets signed with it could be forged by anybody."""
    (tmp_path / FILE_NAME).write_bytes(rest)
    tickets = Tickets(tmp_path, accounts, HISTORY)
    forged = URLSafeTimedSerializer(rest, salt=f"ticket/{HISTORY}").dumps(["anna", _anna(accounts).stamp])
    assert tickets.check(forged) is None
    assert Tickets(tmp_path, accounts, HISTORY).check(tickets.make(_anna(accounts))) is not None
