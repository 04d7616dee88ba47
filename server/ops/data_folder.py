"""Whether a server can keep its data in a folder, looked at before anything is made.

Called by the command line before it reads what is in there. Makes nothing, also not the folder.
"""

import os
from pathlib import Path

from protocol.errors import OpenlijnError

_ANOTHER = "or name another folder with --data"


class DataFolderUnusable(OpenlijnError):
    """A server cannot keep its data there; says why, and what to do."""


def check_data_folder(directory: Path) -> None:
    """Nothing, when data can be read and written there, or the folder can be made.

    Raises DataFolderUnusable.
    """
    if os.path.lexists(directory):
        if not directory.is_dir():
            raise DataFolderUnusable(f"{directory} is no folder: move it away, {_ANOTHER}")
        if not os.access(directory, os.R_OK | os.W_OK | os.X_OK):
            raise DataFolderUnusable(
                f"this user may not read and write in {directory}: give it the right, {_ANOTHER}"
            )
        return
    above = next(each for each in directory.absolute().parents if os.path.lexists(each))
    if not above.is_dir():
        raise DataFolderUnusable(f"there can be no folder {directory}, for {above} is a file: {_ANOTHER[3:]}")
    if not os.access(above, os.W_OK | os.X_OK):
        raise DataFolderUnusable(
            f"this user may not make {directory} in {above}: make it and give this user the right, {_ANOTHER}"
        )
