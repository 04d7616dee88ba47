"""What a piece of text means to the eye."""

import ast
from pathlib import Path

import console
from console.paint.tone import Ground, Tone


def test_no_meaning_is_left_that_nothing_has() -> None:
    """A tone or a ground that no drawing names is taken out, with its styles."""
    folder = Path(console.__file__).parent
    named = {
        (node.value.id, node.attr)
        for path in folder.rglob("*.py")
        if path.name not in ("tone.py", "palette.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert [tone.name for tone in Tone if ("Tone", tone.name) not in named] == []
    assert [ground.name for ground in Ground if ("Ground", ground.name) not in named] == []
