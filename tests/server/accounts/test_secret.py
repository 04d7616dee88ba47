"""Where a secret comes from, and what is refused."""

from pathlib import Path

import pytest

from server.accounts.secret import SecretProblem, read_secret


def test_a_file_goes_before_the_environment_and_that_before_a_prompt(tmp_path: Path) -> None:
    """What was named goes first; a person is asked last."""
    path = tmp_path / "secret"
    path.write_text("of-file\nrest\n")
    path.chmod(0o600)
    environ = {"OPENLIJN_SECRET": "of-environment"}
    assert read_secret(path, environ, lambda: "typed") == "of-file"
    assert read_secret(None, environ, lambda: "typed") == "of-environment"
    assert read_secret(None, {}, lambda: "typed") == "typed"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_file_that_others_can_read_or_write_is_refused(tmp_path: Path, mode: int) -> None:
    """A secret that others know is none."""
    path = tmp_path / "secret"
    path.write_text("s")
    path.chmod(mode)
    with pytest.raises(SecretProblem) as caught:
        read_secret(path, {}, None)
    assert (caught.value.key, caught.value.args_by_name) == ("secret-file-shared", {"path": str(path)})


def test_what_cannot_be_had_is_named(tmp_path: Path) -> None:
    """No file, an empty file, nobody to ask."""
    empty = tmp_path / "empty"
    empty.touch(0o600)
    for path, key in (
        (tmp_path / "none", "secret-file-unreadable"),
        (empty, "secret-file-empty"),
        (None, "secret-missing"),
    ):
        with pytest.raises(SecretProblem) as caught:
            read_secret(path, {}, None)
        assert caught.value.key == key
