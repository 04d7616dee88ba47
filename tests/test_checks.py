"""`python -m tests` runs every check and hides no failure; `--fast` finds each law wherever it stands."""

import sys
import threading
from pathlib import Path

import pytest

from tests import __main__ as command
from tests.checks import FORMAT, IMPORT_LAW, LINT, TYPES, Check, Outcome, law_files, laws, side_by_side

pytestmark = pytest.mark.law


def a_check(name: str, code: str) -> Check:
    """A check that is a line of Python."""
    return Check(name, (sys.executable, "-c", code))


def test_a_check_that_fails_stops_no_other() -> None:
    """What it said is kept, on either stream; those behind it in its lane run all the same."""
    lanes = [
        [a_check("bad", "import sys; print('why', file=sys.stderr); sys.exit(3)"), a_check("next", "")],
        [a_check("beside", "print('fine')")],
    ]
    told: list[Outcome] = []
    outcomes = side_by_side(lanes, told.append)
    assert [(each.name, each.well, each.said) for each in outcomes] == [
        ("bad", False, "why\n"),
        ("next", True, ""),
        ("beside", True, "fine\n"),
    ]
    assert sorted(each.name for each in told) == ["bad", "beside", "next"]


def test_lanes_run_beside_each_other(tmp_path: Path) -> None:
    """Each of the two waits for what the other writes; one after the other neither would end."""
    wait = "from pathlib import Path\nPath({!r}).touch()\nwhile not Path({!r}).exists(): pass"
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    lanes = [[a_check("one", wait.format(one, two))], [a_check("two", wait.format(two, one))]]
    outcomes: list[Outcome] = []
    thread = threading.Thread(
        target=lambda: outcomes.extend(side_by_side(lanes, lambda _: None)), daemon=True
    )
    thread.start()
    thread.join(60)
    assert [each.well for each in outcomes] == [True, True]


def test_a_law_is_found_by_its_mark(tmp_path: Path) -> None:
    """In any folder; a file without one is not even collected."""
    (tmp_path / "deep").mkdir()
    law = tmp_path / "deep/test_law.py"
    law.write_text("import pytest\npytestmark = pytest.mark.law\n")
    (tmp_path / "test_other.py").write_text("def test_it(): ...\n")
    assert law_files(tmp_path) == [law]
    assert str(law) in laws(tmp_path).command
    assert str(tmp_path / "test_other.py") not in laws(tmp_path).command


@pytest.mark.parametrize(("words", "also"), [(["--fast"], ["laws"]), ([], ["tests"])])
def test_fast_leaves_out_the_tests_that_are_no_laws(
    monkeypatch: pytest.MonkeyPatch, words: list[str], also: list[str]
) -> None:
    """Everything else runs either way, each once."""
    ran: list[str] = []

    def note(lanes: list[list[Check]], _: object) -> list[Outcome]:
        names = [check.name for lane in lanes for check in lane]
        ran.extend(names)
        return [Outcome(name, True, 0.0, "") for name in names]

    monkeypatch.setattr(command, "side_by_side", note)
    monkeypatch.setattr(command, "_tests", lambda _: ran.append("tests"))
    assert command.main(words) == 0
    assert sorted(ran) == sorted([*(each.name for each in (FORMAT, LINT, TYPES, IMPORT_LAW)), *also])


@pytest.mark.parametrize("failing", ["format", "types", "laws"])
def test_the_status_is_1_when_anything_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str
) -> None:
    """And the last line names it."""

    def fail(lanes: list[list[Check]], told: object) -> list[Outcome]:
        return [Outcome(check.name, check.name != failing, 0.0, "") for lane in lanes for check in lane]

    monkeypatch.setattr(command, "side_by_side", fail)
    assert command.main(["--fast"]) == 1
    assert capsys.readouterr().out.endswith(f"failed: {failing}\n")
