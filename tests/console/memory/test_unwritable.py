"""Why nothing can be kept is said so that somebody can do something about it."""

import errno
from pathlib import Path

import pytest

from console.memory.unwritable import only_to_be_read, unwritable
from console.texts.texts import Texts


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_folder_that_can_only_be_read_is_named(number: int) -> None:
    """In both languages; whoever looks after the machine finds it by that."""
    error = OSError(number, "whatever")
    assert only_to_be_read(error)
    for language, words in (("nl", "de map is alleen te lezen"), ("en", "the folder is read-only")):
        said = unwritable(error, Path("/state/anna")).sentence(Texts(language, strict=True))
        assert words in said
        assert said.endswith("/state/anna")


def test_a_full_disk_is_another_matter(tmp_path: Path) -> None:
    """It is said in the system's words, and passes."""
    error = OSError(errno.ENOSPC, "No space left on device")
    assert not only_to_be_read(error)
    assert unwritable(error, tmp_path).args == {"why": "No space left on device"}
