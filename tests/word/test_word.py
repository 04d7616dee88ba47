"""A word that is scaffolded has its whole place in the house; where a person must think is marked."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.word import __main__ as program
from tests.word.edits import THINK
from tests.word.spec import Spec

ROOT = Path(__file__).parents[2]
WORDS = ("incidents", "NoteAccess", "AccessNoted", "access", "toegang", "access")
_CHECK = """
from protocol.commands.incidents import NoteAccess
from protocol.facts.incidents import AccessNoted
from protocol.wire.tags import COMMANDS, FACTS
from tests.completeness.test_places import forgotten
from tests.completeness.places import PLACES
from tests.completeness.not_shown import NOT_SHOWN
from tests.completeness.test_words import lacks_of_command, lacks_of_fact
assert not [*lacks_of_command(NoteAccess), *lacks_of_fact(AccessNoted)]
assert NoteAccess.tag == max(COMMANDS) and AccessNoted.tag == max(FACTS)
for place in PLACES:
    print(place.name, *(line.split()[0] for line in forgotten(place, dict(NOT_SHOWN[place.name]))))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house with one word more."""
    root = tmp_path_factory.mktemp("house")
    no_caches = shutil.ignore_patterns("__pycache__", "fixtures", "__snapshots__")
    for name in ("protocol", "server", "console", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=no_caches)
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    assert program.main(WORDS, root) == 0
    return root


def _python(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *args], cwd=root, capture_output=True, text=True, timeout=120, check=False
    )


def test_it_lacks_nothing_and_each_place_that_does_not_show_it_is_named(house: Path) -> None:
    """Tag, permission, sight, fold, decision, verb and texts are there; where it shows, a person decides."""
    done = _python(house, "-c", _CHECK)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "board row access",
        "board filter access",
        "melding panel access",
        "archive search access",
        "unit list",
    ]


def test_its_own_test_passes(house: Path) -> None:
    """It says what holds for every such word, until somebody writes what holds for this one."""
    done = _python(house, "-m", "pytest", "-q", "tests/server/decide/test_incidents_access.py")
    assert done.returncode == 0, done.stdout


def test_what_a_person_must_think_about_is_marked_in_every_file(house: Path) -> None:
    """In each that it wrote, and in none that it did not."""
    changed = {
        path.relative_to(house).as_posix()
        for name in ("protocol", "server", "console", "tests/server")
        for path in (house / name).rglob("*.*")
        if path.suffix in (".py", ".ftl") and THINK in path.read_text(encoding="utf-8")
    }
    assert len(changed) == 11
    assert "server/sight/visibility.py" in changed


def test_no_mark_is_left_in_the_house() -> None:
    """What was scaffolded is thought about before it is brought in."""
    left = [
        path.relative_to(ROOT).as_posix()
        for name in ("protocol", "server", "console", "tests")
        for path in (ROOT / name).rglob("*")
        if path.suffix in (".py", ".ftl") and path.parent.name != "word"
        if f"{THINK}:" in path.read_text(encoding="utf-8")
    ]
    assert left == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (WORDS[:5], "python -m tests.word NOUN COMMAND FACT PART VERB ENGLISH"),
        (("incidents", "note_access", *WORDS[2:]), "'note_access' is no wish"),
        (("moons", *WORDS[1:]), "not there: protocol/commands/moons.py"),
    ],
)
def test_words_that_are_no_spec_are_refused(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    assert program.main(words, tmp_path) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_noun_whose_verbs_stand_elsewhere_is_known() -> None:
    """The timeline's verbs are those of lines."""
    spec = Spec(noun="timeline", command="Ask", fact="Asked", part="c", verb="d", english="e")
    assert spec.missing(ROOT) == []
