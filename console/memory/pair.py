"""What one run keeps of one history: its wishes and what is typed, in a pair of files of that history alone.

Takes both from `run_memory`. As long as the disk takes nothing all of it lies here in memory, `trouble`
tells, and `try_again` writes it once there is room. It never lies with another history, where it might be
sent.
"""

from pathlib import Path

from attrs import frozen

from console.memory.folders import make_private
from console.memory.outbox_file import OutboxFile, Owner
from console.memory.typed import NOTHING, Typed
from console.memory.typed_file import SUFFIX as TYPED
from console.memory.typed_file import TypedFile
from console.memory.unwritable import unwritable
from console.texts.trouble import Trouble
from protocol.session.outbox import Wish


@frozen
class _Files:
    """The two of them, the wishes under their lock."""

    wishes: OutboxFile
    typed: TypedFile


class Pair:
    """The wishes without an answer and the last state of what is typed."""

    def __init__(self, folder: Path, owner: Owner) -> None:
        """The files are made at once if the disk takes them. Raises nothing."""
        self._folder = folder
        self._owner = owner
        self._files: _Files | None = None
        self._refused: Trouble | None = None
        self._wishes: dict[int, Wish] = {}
        """Those for which there is no file yet."""

        self.typed = NOTHING
        """The last state that was to be kept, written or not."""

        self._make()

    @property
    def path(self) -> Path | None:
        """The file of wishes; None as long as there is none."""
        return None if self._files is None else self._files.wishes.path

    @property
    def trouble(self) -> Trouble | None:
        """Why not everything is on the disk; None when it is."""
        if self._files is None:
            return self._refused
        return self._files.wishes.trouble or self._files.typed.trouble

    @property
    def kept(self) -> tuple[int, int]:
        """How many wishes and how many texts are on the disk."""
        if self._files is None:
            return 0, 0
        return len(self._files.wishes.kept), len(self._files.typed.typed.texts)

    def put(self, wish: Wish) -> None:
        """Remember a wish until its answer."""
        self._make()
        if self._files is None:
            self._wishes[wish.id] = wish
        else:
            self._files.wishes.put(wish)

    def answered(self, id: int) -> None:
        """Its answer came, or somebody forgets it."""
        self._wishes.pop(id, None)
        if self._files is not None:
            self._files.wishes.answered(id)

    def keep_typed(self, typed: Typed) -> None:
        """This is what is typed now."""
        self.typed = typed
        self._make()
        if self._files is not None:
            self._files.typed.put(typed)

    def try_again(self) -> None:
        """There may be room now: write what is not on the disk."""
        if self.trouble is None:
            return
        self._make()
        if self._files is not None:
            self._files.wishes.try_again()
            self._files.typed.put(self.typed)

    def close(self) -> None:
        """The end of this run. The files stay only for what is unanswered or unsent."""
        self.try_again()
        files = self._files
        if files is None:
            return
        if not files.wishes.waiting and files.typed.typed.empty and files.typed.trouble is None:
            files.wishes.remove()
        files.wishes.let_go()

    def abandon(self) -> None:
        """Let go of the files as they are, as a death would."""
        if self._files is not None:
            self._files.wishes.let_go()

    def _make(self) -> None:
        """The files, if there are none and the disk takes them, with all that waited for them."""
        if self._files is not None:
            return
        try:
            make_private(self._folder)
            wishes = OutboxFile(self._folder, self._owner)
        except OSError as error:
            self._refused = unwritable(error, self._folder)
            return
        self._files = _Files(wishes, TypedFile(wishes.path.with_suffix(TYPED)))
        for wish in self._wishes.values():
            wishes.put(wish)
        self._wishes = {}
        self._files.typed.put(self.typed)
