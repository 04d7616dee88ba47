"""How a unit signed on is kept for the next time, in the folder of its account and world."""

from pathlib import Path

import pytest

from console.memory.last_sign_on import FILE_NAME, KeptDuty
from protocol.commands.units import SignOnUnit
from protocol.model.means import Means
from protocol.model.text import Name

WISH = SignOnUnit(
    call_sign=Name("12.05"), means=Means.BICYCLE, crew=1, team=Name("Noord"), skills=(Name("pools"),)
)


def _in(folder: Path | None) -> KeptDuty:
    return KeptDuty(lambda: folder)


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    """For this call sign and no other, and in the folder of this world and no other."""
    _in(tmp_path).keep(WISH)
    kept = _in(tmp_path)
    assert kept.of("12.05") == WISH
    assert kept.of("12.06") is None
    (tmp_path / "elders").mkdir()
    assert _in(tmp_path / "elders").of("12.05") is None


def test_it_goes_to_the_world_of_the_moment(tmp_path: Path) -> None:
    """Before any welcome there is none: nothing is read and nothing is kept."""
    folders: list[Path | None] = [None]
    kept = KeptDuty(lambda: folders[-1])
    kept.keep(WISH)
    assert kept.of("12.05") is None
    folders.append(tmp_path)
    assert kept.of("12.05") is None
    kept.keep(WISH)
    assert kept.of("12.05") == WISH


def test_several_units_share_the_file(tmp_path: Path) -> None:
    """One does not push out another; the newest of one counts."""
    kept = _in(tmp_path)
    kept.keep(WISH)
    kept.keep(SignOnUnit(call_sign=Name("12.06")))
    kept.keep(SignOnUnit(call_sign=Name("12.05"), crew=2))
    assert kept.of("12.05") == SignOnUnit(call_sign=Name("12.05"), crew=2)
    assert kept.of("12.06") == SignOnUnit(call_sign=Name("12.06"))


def test_the_file_is_for_its_user_alone(tmp_path: Path) -> None:
    """Nobody else on the laptop reads who works where."""
    _in(tmp_path).keep(WISH)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        '{"12.05": null}',
        '{"12.05": 3}',
        '{"12.05": {"means": "BICYCLE"}}',
        '{"12.05": {"means": "RAKET", "crew": 1, "team": "", "skills": [], "autonomy": "X"}}',
    ],
)
def test_what_makes_no_sense_is_as_if_nothing_was_kept(tmp_path: Path, text: str) -> None:
    """It costs a question, and the next answer is kept again."""
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    kept = _in(tmp_path)
    assert kept.of("12.05") is None
    kept.keep(WISH)
    assert kept.of("12.05") == WISH


def test_without_a_place_to_keep_it_nothing_breaks(tmp_path: Path) -> None:
    """A full or broken disk must not stop the work."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    kept = _in(tmp_path / "file")
    kept.keep(WISH)
    assert kept.of("12.05") is None
