"""What a person is told when a backup cannot be made or put back: raised by every file of this room."""

from protocol.errors import OpenlijnError


class BackupProblem(OpenlijnError):
    """A backup was not made or not put back, and nothing of it was left behind: what, where, what to do."""
