"""The house keeps its shape: every source file has its tests where one looks for them, and says what it is.

Files that have none stand in `without_tests.txt` beside this file. That list only shrinks: an entry that
could go is a failure too.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.law

ROOT = Path(__file__).parents[1]
HOUSES = ("protocol", "server", "console")
LIST = "tests/without_tests.txt"

MOST_WITHOUT_TESTS = 38
"""So many files may stand on the list. Whoever takes some off it lowers this; nobody raises it."""

IN_LIST = re.compile(r" *([a-z]\w*(?:[,;] +[a-z]\w*)*)(?:  +\S.*|,?)")
"""A line of a docstring that lists rooms: names, then two blanks and what they are, or nothing."""


def _sources(root: Path) -> Iterator[Path]:
    for house in HOUSES:
        yield from sorted((root / house).rglob("*.py"))


@cache
def _parsed(path: Path) -> ast.Module:
    """Parsed once: several rules read every file of the house."""
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


def rooms(package: Path) -> set[str]:
    """What lies in a package: its modules and its packages."""
    modules = {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    return modules | {path.parent.name for path in package.glob("*/__init__.py")}


def listed_names(docstring: str) -> list[set[str]]:
    """The names of each paragraph that stand where rooms stand: at the head of a line, or before a colon."""
    blocks = []
    for block in docstring.split("\n\n"):
        found: set[str] = set()
        for line in block.splitlines():
            listing = IN_LIST.fullmatch(line)
            if listing:
                found |= set(re.split(r"[,;] +", listing[1]))
                found |= set(re.findall(r"; (\w+):", line))
        blocks.append(found)
    return blocks


def unnamed_rooms(root: Path) -> dict[str, set[str]]:
    """Rooms that the docstring of their package does not name, by package."""
    found = {}
    for init in (path for path in _sources(root) if path.name == "__init__.py"):
        docstring = ast.get_docstring(_parsed(init)) or ""
        named = set(re.findall(r"`(\w+)`", docstring)).union(*listed_names(docstring))
        if missing := rooms(init.parent) - named:
            found[init.parent.relative_to(root).as_posix()] = missing
    return found


def gone_rooms(root: Path) -> dict[str, set[str]]:
    """Names that stand among rooms in a docstring and are none, by package."""
    found = {}
    for init in (path for path in _sources(root) if path.name == "__init__.py"):
        there = rooms(init.parent)
        blocks = listed_names(ast.get_docstring(_parsed(init)) or "")
        if gone := set[str]().union(*(block - there for block in blocks if block & there)):
            found[init.parent.relative_to(root).as_posix()] = gone
    return found


LONG_LINES = 100
FLOW = (
    *(ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.With, ast.AsyncWith, ast.Match),
    *(ast.Await, ast.comprehension, ast.IfExp, ast.BoolOp),
)
"""What a declaration has no need of: whoever chooses, repeats or waits does something that can be wrong."""


def does_something(path: Path) -> bool:
    """True for a file with a function that does more than to name, to join or to pass on."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    made = (node for node in ast.walk(_parsed(path)) if isinstance(node, functions))
    return any(isinstance(inner, FLOW) for node in made for inner in ast.walk(node))


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


def test_the_list_of_files_without_tests_only_shrinks() -> None:
    """The number beside it is what it has come down to."""
    assert len(listed(ROOT)) <= MOST_WITHOUT_TESTS


def test_no_long_file_on_the_list_does_more_than_declare() -> None:
    """What chooses, repeats or waits in over a hundred lines has tests where one looks for them."""
    long = [ROOT / name for name in listed(ROOT) if _lines(ROOT / name) > LONG_LINES]
    assert [path.relative_to(ROOT).as_posix() for path in long if does_something(path)] == []


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("body", "does"),
    [
        ("return self.number", False),
        ("return (self.one, *self.others)", False),
        ("return 1 if self.number else 2", True),
        ("for each in self.others: each.go()", True),
        ("return [each.name for each in self.others]", True),
        ("return self.one and self.other", True),
    ],
)
def test_a_declaration_neither_chooses_nor_repeats(tmp_path: Path, body: str, does: bool) -> None:
    """Wherever in the file it stands; a table outside of functions may be made in any way."""
    path = tmp_path / "some.py"
    path.write_text(
        f"TABLE = {{n: n for n in (1, 2)}}\nclass A:\n    def f(self) -> object:\n        {body}\n"
    )
    assert does_something(path) is does


def test_every_package_names_all_its_rooms() -> None:
    """Whoever opens a folder reads in its docstring what lies in it, and where to look."""
    assert unnamed_rooms(ROOT) == {}


def test_no_package_names_a_room_that_is_gone() -> None:
    """A renamed file is renamed in the docstring of its package as well."""
    assert gone_rooms(ROOT) == {}


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


@pytest.mark.parametrize(
    ("docstring", "unnamed", "gone"),
    [
        ("Rooms: `hall`, `attic` (old things).", set(), set()),
        ("Of a hall and an attic, in prose.", {"hall", "attic"}, set()),
        ("hall    where one enters\nattic   old things", set(), set()),
        ("hall, attic\n        from below to above", set(), set()),
        ("hall    where one enters; attic: old things", set(), set()),
        ("hall    where one enters\ncellar  cold", {"attic"}, {"cellar"}),
        ("`hall`, `attic`\n\nmelder  the caller", set(), set()),
    ],
)
def test_rooms_are_named_where_rooms_stand(
    tmp_path: Path, docstring: str, unnamed: set[str], gone: set[str]
) -> None:
    """In backticks, at the head of a line, before a colon; a word in a sentence names nothing by chance."""
    house = tmp_path / "server"
    (house / "attic").mkdir(parents=True)
    (house / "__init__.py").write_text(f'"""The house.\n\n{docstring}\n"""')
    (house / "attic/__init__.py").write_text('"""Old things."""')
    (house / "hall.py").write_text('"""Where one enters."""')
    assert unnamed_rooms(tmp_path) == ({"server": unnamed} if unnamed else {})
    assert gone_rooms(tmp_path) == ({"server": gone} if gone else {})
