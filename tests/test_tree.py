"""The house keeps its shape: every source file has its tests where one looks for them, and says what it is.

Files that have none stand in `without_tests.txt` beside this file. That list only shrinks: an entry that
could go is a failure too.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSES = ("protocol", "server", "console")
LIST = "tests/without_tests.txt"


def _sources(root: Path) -> Iterator[Path]:
    for house in HOUSES:
        yield from sorted((root / house).rglob("*.py"))


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _needs_tests(path: Path) -> bool:
    """Every file but an `__init__` that only explains and gathers."""
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return path.name != "__init__.py" or any(isinstance(each, defined) for each in _parsed(path).body)


def _has_tests(root: Path, source: Path) -> bool:
    """At the mirrored path: `test_<name>.py`, or one of several `test_<name>_<about>.py`; a package's own
    functions are tested in `test_<package>.py` inside its folder.
    """
    name = source.parent.name if source.name == "__init__.py" else source.stem
    folder = root / "tests" / source.parent.relative_to(root)
    return (folder / f"test_{name}.py").exists() or any(folder.glob(f"test_{name}_*.py"))


def untested(root: Path) -> set[str]:
    """Source files without tests, as paths from the root."""
    return {
        source.relative_to(root).as_posix()
        for source in _sources(root)
        if _needs_tests(source) and not _has_tests(root, source)
    }


def listed(root: Path) -> list[str]:
    """The exceptions, without blank lines and remarks."""
    lines = (root / LIST).read_text(encoding="utf-8").splitlines()
    return [line for line in map(str.strip, lines) if line and not line.startswith("#")]


def without_docstring(root: Path) -> list[str]:
    """Modules that do not say what they are, and tests that do not say what they hold."""
    found = []
    for path in (*_sources(root), *sorted((root / "tests").rglob("*.py"))):
        module, where = _parsed(path), path.relative_to(root).as_posix()
        if ast.get_docstring(module) is None:
            found.append(where)
        for node in ast.walk(module) if path.name.startswith("test_") else ():
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if node.name.startswith("test_") and ast.get_docstring(node) is None:
                found.append(f"{where}: {node.name}")
    return found


def test_every_source_file_has_its_tests_or_is_listed() -> None:
    """Write tests/<path>/test_<name>.py; the list is for what has none yet."""
    assert sorted(untested(ROOT) - set(listed(ROOT))) == []


def test_every_listed_file_is_there_and_still_without_tests() -> None:
    """Take out of without_tests.txt what is found here."""
    assert sorted(set(listed(ROOT)) - untested(ROOT)) == []
    assert len(set(listed(ROOT))) == len(listed(ROOT))


def test_every_module_and_every_test_opens_with_a_docstring() -> None:
    """A test says which behaviour it holds, in a sentence."""
    assert without_docstring(ROOT) == []


def test_there_is_no_init_under_tests() -> None:
    """Two test files of the same name live side by side without it."""
    assert sorted((ROOT / "tests").rglob("__init__.py")) == []


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small tree with one file of each kind."""
    files = {
        "protocol/__init__.py": '"""Only words."""',
        "protocol/tested.py": '"""Has tests."""',
        "protocol/apart.py": '"""Has tests in two files."""',
        "protocol/bare.py": "x = 1",
        "protocol/fold/__init__.py": '"""Does something."""\ndef fold() -> None: ...',
        "server/later.py": '"""Has none yet."""',
        "tests/protocol/test_tested.py": '"""Tests."""\nasync def test_it() -> None: ...',
        "tests/protocol/test_apart_one.py": '"""Tests."""\nclass T:\n    def test_that(self) -> None: ...',
        "tests/protocol/test_fold.py": '"""In the wrong place."""',
        LIST: "# not yet\nserver/later.py\n\nserver/gone.py\n",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def test_a_file_without_tests_is_found(house: Path) -> None:
    """Whether listed or not; a package with functions of its own too."""
    assert untested(house) == {"protocol/bare.py", "protocol/fold/__init__.py", "server/later.py"}
    assert listed(house) == ["server/later.py", "server/gone.py"]
    (house / "tests/protocol/fold").mkdir()
    (house / "tests/protocol/test_fold.py").rename(house / "tests/protocol/fold/test_fold.py")
    assert untested(house) == {"protocol/bare.py", "server/later.py"}


def test_what_does_not_say_what_it_is_is_found(house: Path) -> None:
    """Modules, test functions and test methods."""
    assert without_docstring(house) == [
        "protocol/bare.py",
        "tests/protocol/test_apart_one.py: test_that",
        "tests/protocol/test_tested.py: test_it",
    ]
