"""The base of every command."""

from protocol.word import Word


class Command(Word, root=True):
    """A wish, imperative, which may be refused. Names incidents by number and units by id."""

    __slots__ = ()
