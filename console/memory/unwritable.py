"""Why the disk does not take what is to be kept, as a trouble that the screen can say.

Made by each file of this room from the system's error. A folder that can only be read is named, for somebody
can do something about it; everything else is said in the system's own words. Does nothing itself.
"""

import errno
from pathlib import Path

from console.texts.trouble import Trouble

_ONLY_TO_BE_READ = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def only_to_be_read(error: OSError) -> bool:
    """True when the system lets nobody write there, or not this user."""
    return error.errno in _ONLY_TO_BE_READ


def unwritable(error: OSError, folder: Path) -> Trouble:
    """What was to be kept in `folder` lives in memory alone."""
    if only_to_be_read(error):
        return Trouble(key="state-read-only", args={"folder": str(folder)})
    return Trouble(key="state-unwritable", args={"why": error.strerror or str(error)})
