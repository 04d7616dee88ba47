"""How a unit signed on is kept for the next time."""

from pathlib import Path

import pytest

from console.memory.last_sign_on import FILE_NAME, KeptDuty
from protocol.commands.units import SignOnUnit
from protocol.model.means import Means
from protocol.model.text import Name

WISH = SignOnUnit(
    call_sign=Name("12.05"), means=Means.BICYCLE, crew=1, team=Name("Noord"), skills=(Name("pools"),)
)


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    """For this world and this call sign, and for no other."""
    KeptDuty(tmp_path).keep("Waterstad", WISH)
    kept = KeptDuty(tmp_path)
    assert kept.of("Waterstad", "12.05") == WISH
    assert (kept.of("Waterstad", "12.06"), kept.of("Elders", "12.05")) == (None, None)


def test_several_units_share_the_file(tmp_path: Path) -> None:
    """One does not push out another; the newest of one counts."""
    kept = KeptDuty(tmp_path)
    kept.keep("Waterstad", WISH)
    kept.keep("Waterstad", SignOnUnit(call_sign=Name("12.06")))
    kept.keep("Waterstad", SignOnUnit(call_sign=Name("12.05"), crew=2))
    assert kept.of("Waterstad", "12.05") == SignOnUnit(call_sign=Name("12.05"), crew=2)
    assert kept.of("Waterstad", "12.06") == SignOnUnit(call_sign=Name("12.06"))


def test_the_file_is_for_its_user_alone(tmp_path: Path) -> None:
    """Nobody else on the laptop reads who works where."""
    KeptDuty(tmp_path).keep("Waterstad", WISH)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        '{"Waterstad/12.05": null}',
        '{"Waterstad/12.05": 3}',
        '{"Waterstad/12.05": {"means": "BICYCLE"}}',
        '{"Waterstad/12.05": {"means": "RAKET", "crew": 1, "team": "", "skills": [], "autonomy": "X"}}',
    ],
)
def test_what_makes_no_sense_is_as_if_nothing_was_kept(tmp_path: Path, text: str) -> None:
    """It costs a question, and the next answer is kept again."""
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    kept = KeptDuty(tmp_path)
    assert kept.of("Waterstad", "12.05") is None
    kept.keep("Waterstad", WISH)
    assert kept.of("Waterstad", "12.05") == WISH


def test_without_a_place_to_keep_it_nothing_breaks(tmp_path: Path) -> None:
    """A full or broken disk must not stop the work."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    kept = KeptDuty(tmp_path / "file")
    kept.keep("Waterstad", WISH)
    assert kept.of("Waterstad", "12.05") is None
