"""Where the secret may come from, and what is said when it may not."""

import ssl
from pathlib import Path

import pytest
import trustme

from console.net.access import access, read_secret
from console.texts.texts import LANGUAGES, Texts
from console.texts.trouble import CannotGoOn
from protocol.address import Problem

URL = "ws://anna@127.0.0.1:8765"


def _key(url: str, **how: object) -> str:
    with pytest.raises(CannotGoOn) as caught:
        access(url, environ={}, **how)  # type: ignore[arg-type]
    assert all(caught.value.trouble.sentence(Texts(language, strict=True)) for language in LANGUAGES)
    return caught.value.trouble.key


def _file(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_the_secret_comes_from_the_environment() -> None:
    """OPENLIJN_SECRET serves, and is not shown when the access is printed."""
    given = access(URL, environ={"OPENLIJN_SECRET": "geheim"})
    assert (given.address.name, given.secret, given.tls) == ("anna", "geheim", None)
    assert "geheim" not in repr(given)


def test_a_named_file_wins(tmp_path: Path) -> None:
    """A file named on the command line comes before the environment, which comes before its file."""
    one, two = _file(tmp_path / "1", "een\nrest\n"), _file(tmp_path / "2", "twee")
    environ = {"OPENLIJN_SECRET": "drie", "OPENLIJN_SECRET_FILE": str(two)}
    assert access(URL, secret_file=one, environ=environ).secret == "een"
    assert access(URL, environ=environ).secret == "drie"
    assert access(URL, environ={"OPENLIJN_SECRET_FILE": str(two)}).secret == "twee"


def test_a_prompt_is_the_last_resort() -> None:
    """Somebody at the keyboard is asked, by name."""
    assert access(URL, environ={}, ask=lambda name: f"van {name}").secret == "van anna"
    assert _key(URL, ask=lambda name: "") == "secret-none"
    assert _key(URL) == "secret-none"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610])
def test_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    """Any right of group or others is too much."""
    assert _key(URL, secret_file=_file(tmp_path / "s", "x", mode)) == "secret-file-open"


def test_an_unusable_file_is_named(tmp_path: Path) -> None:
    """Missing, empty or not text: each says so."""
    assert _key(URL, secret_file=tmp_path / "none") == "secret-file-unreadable"
    assert _key(URL, secret_file=_file(tmp_path / "s", "\n")) == "secret-file-empty"
    (tmp_path / "s").write_bytes(b"\xff\xfe")
    with pytest.raises(CannotGoOn, match="secret-file-unreadable"):
        read_secret(tmp_path / "s")


@pytest.mark.parametrize(
    "url",
    ["http://a@b", "ws://127.0.0.1", "ws://anna:pw@b", "ws://anna@", "ws://anna@b:x", "ws+unix://anna@x",
     "ws://anna@b/path"],
)  # fmt: skip
def test_a_wrong_address_is_explained(url: str) -> None:
    """Each way in which an address can be wrong has its sentence, and a secret in it is not repeated."""
    key = _key(url)
    assert key.startswith("address-")


def test_every_problem_of_an_address_has_its_sentence() -> None:
    """What the protocol finds wrong with an address is said in both languages."""
    assert all(Texts(language).has(f"address-{problem}") for language in LANGUAGES for problem in Problem)


def test_certificates(tmp_path: Path) -> None:
    """--ca is for wss:// alone, and must hold certificates."""
    good = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(good)
    given = access("wss://anna@b", ca_file=good, environ={"OPENLIJN_SECRET": "x"})
    assert given.tls is not None
    assert given.tls.verify_mode is ssl.CERT_REQUIRED
    assert _key("wss://anna@b", ca_file=_file(tmp_path / "bad", "x")) == "ca-unreadable"
    assert _key("wss://anna@b", ca_file=tmp_path / "none") == "ca-unreadable"
    assert _key(URL, ca_file=good) == "ca-without-tls"
