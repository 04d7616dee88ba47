"""What goes wrong inside a task group comes out as it is, when it is one thing."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_error_as_itself() -> Iterator[None]:
    """Unwraps a group of one error; a group of several stays a group."""
    try:
        yield
    except BaseExceptionGroup as group:
        if len(group.exceptions) == 1:
            raise group.exceptions[0] from None
        raise
