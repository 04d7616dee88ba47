"""The golden files, which are the law of the language as text, reviewed like code.

Each lies here as `<name>.txt`, is written from the code by a reader beside it (`wire`, `fields`, `sights`,
`permissions`, `verbs`, `keys`) and is compared with it by `test_golden.py`. A difference is a decision that
somebody has to take: the failing test says which. `python -m tests.golden` shows every difference, and on
`--write` writes the files anew; nothing else ever writes them.
"""

import difflib
from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import frozen

from tests.golden import fields, keys, permissions, sights, verbs, wire

FOLDER = Path(__file__).parent
WRITE = "python -m tests.golden --write"


@frozen(kw_only=True)
class Golden:
    """One file."""

    name: str
    read: Callable[[], str]
    """From the code, as it should stand there."""

    asks: str
    """What somebody has to decide before it is written anew."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return FOLDER / f"{self.name}.txt"

    def difference(self) -> str:
        """What differs, as a diff from the file to the code; empty for nothing."""
        kept = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        read = self.read().splitlines()
        names = (f"golden/{self.path.name}", "the code")
        lines = difflib.unified_diff(kept.splitlines(), read, *names, lineterm="", n=2)
        return "\n".join(lines)

    def write(self) -> None:
        """Puts what the code says into the file."""
        self.path.write_text(self.read(), encoding="utf-8")


GOLDEN = (
    Golden(
        name="wire",
        read=wire.text,
        asks=(
            "The shape of what travels and of what the journal keeps is another one. Decide: is it "
            "only a new tag, or a new field at the end with a default? Then older journals read on; "
            "consoles of before do not know it, so it belongs to a new version "
            "(protocol.wire.VERSION, once per release). Is a tag given to another class, a field "
            "moved, retyped, taken away, narrowed, or its default another? Then what was written "
            "before reads as something else: take it back, append a new word beside the old one, or "
            "write a migration and a fixture of the version that ends here."
        ),
    ),
    Golden(
        name="fields",
        read=fields.text,
        asks=(
            "A fact alters other fields of the board than it did. Decide: does it name that field, or "
            "does it wipe what another verb said of it? A fact changes the fields that it names and "
            "no others. A fold of a fact that was released stays as it is, for old journals say with "
            "it what they said: append a new fact instead."
        ),
    ),
    Golden(
        name="sights",
        read=sights.text,
        asks=(
            "Somebody comes to see what was not for them, or sees it no longer. Decide for each line: "
            "who must know this, and who must not (the contact line is for who is on it, a partner "
            "sees what it was invited to and no reasons in police words)? Then mend "
            "server.sight.visibility, or let it stand."
        ),
    ),
    Golden(
        name="permissions",
        read=permissions.text,
        asks=(
            "Another role may wish for something, or read it. Decide for each line: whose work is "
            "that, and is it said in protocol.permissions with its reason?"
        ),
    ),
    Golden(
        name="verbs",
        read=verbs.text,
        asks=(
            "What people have in their fingers is another word, or is read otherwise. Decide: does "
            "the old verb stay as a further one, and do the texts and the help say the new one in "
            "both languages?"
        ),
    ),
    Golden(
        name="keys",
        read=keys.text,
        asks=(
            "A key does something else than hands have learnt. Decide: does HANDS.md allow it, and "
            "does the help say so?"
        ),
    ),
)


def stray(names: Iterable[str]) -> set[str]:
    """Files of text here that no reader writes."""
    return {path.stem for path in FOLDER.glob("*.txt")} - set(names)
