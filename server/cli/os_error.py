"""What the operating system refuses, in words: which file, why, and what to do.

For errors that nobody foresaw more closely; the command line says them on one line.
"""

import errno

_ADVICE = {
    errno.ENOENT: "there is no such file or folder: look at the path",
    errno.EACCES: "this user may not do that: give it the right to the file and to the folders above it",
    errno.EPERM: "this user may not do that: give it the right to the file and to the folders above it",
    errno.EROFS: "the disk is read-only: make it writable, or choose a path on another",
    errno.ENOSPC: "the disk is full: make room",
    errno.EDQUOT: "this user's part of the disk is full: make room",
    errno.EIO: "the disk cannot be read or written: look at its health before anything else",
    errno.ENOTDIR: "a part of the path is a file where a folder should be: look at the path",
    errno.EISDIR: "it is a folder where a file should be: look at the path",
    errno.ENAMETOOLONG: "the path is too long: choose a shorter one",
    errno.EMFILE: "this process has too many files open: raise its limit (ulimit -n)",
    errno.ENFILE: "this machine has too many files open: close some programs",
}


def in_words(error: OSError) -> str:
    """A sentence without a number or a traceback."""
    advice = _ADVICE.get(error.errno or 0, f"{error.strerror or error}")
    return advice if error.filename is None else f"{error.filename}: {advice}"
