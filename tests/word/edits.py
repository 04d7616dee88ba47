"""Where in a file's text something is put. Pure; each raises ValueError where the place is not there.

Imports go before the others, sorted afterwards by the formatter.
"""

import ast
import re

THINK = "THINK"
"""Stands in what was scaffolded wherever a person has to think; a test finds what is left of it."""


def with_imports(text: str, *lines: str) -> str:
    """With these imports, one line each."""
    tree = ast.parse(text)
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    if not imports:
        raise ValueError("there are no imports to stand beside")
    return _inserted(text, imports[0].lineno - 1, [*lines])


def appended(text: str, block: str) -> str:
    """With this at the end."""
    return f"{text.rstrip()}\n\n\n{block.strip()}\n"


def before_table(text: str, name: str, block: str) -> str:
    """With this before the table of this name at the top of the module."""
    return _inserted(text, _table(text, name).lineno - 1, [*block.strip().splitlines(), "", ""])


def in_table(text: str, name: str, line: str) -> str:
    """With this as the last line inside the brackets of the table."""
    value = _table(text, name).value
    container = value.args[0] if isinstance(value, ast.Call) and value.args else value
    if not isinstance(container, ast.Dict | ast.Set | ast.Tuple | ast.List):
        raise ValueError(f"{name} is no table")
    at = _offset(text, container.end_lineno or 0, container.end_col_offset or 0) - 1
    before = text[:at].rstrip()
    comma = "" if before.endswith((",", "{", "(", "[")) else ","
    return f"{before}{comma}\n    {line}\n{text[at:]}"


def after_last(text: str, pattern: str, line: str) -> str:
    """With this line behind the last one that matches."""
    lines = text.splitlines()
    found = [index for index, each in enumerate(lines) if re.search(pattern, each)]
    if not found:
        raise ValueError(f"no line looks like {pattern}")
    return _inserted(text, found[-1] + 1, [line])


def in_class(text: str, name: str, lines: str) -> str:
    """With these as the last field of the class."""
    tree = ast.parse(text)
    [kind] = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name]
    last = max(index for index, node in enumerate(kind.body) if isinstance(node, ast.AnnAssign))
    node = kind.body[last]
    following = kind.body[last + 1] if last + 1 < len(kind.body) else node
    said = following if isinstance(following, ast.Expr) else node
    return _inserted(text, said.end_lineno or said.lineno, ["", *lines.splitlines()])


def _table(text: str, name: str) -> ast.Assign | ast.AnnAssign:
    for node in ast.parse(text).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(target, ast.Name) and target.id == name:
            return node
    raise ValueError(f"there is no table {name}")


def _offset(text: str, line: int, column_bytes: int) -> int:
    lines = text.splitlines(keepends=True)
    before = sum(map(len, lines[: line - 1]))
    return before + len(lines[line - 1].encode()[:column_bytes].decode())


def _inserted(text: str, at: int, new: list[str]) -> str:
    lines = text.splitlines()
    return "\n".join([*lines[:at], *new, *lines[at:]]) + "\n"
