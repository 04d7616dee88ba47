"""One fault stays where it happens: runs something that may fail, writes the fault to the log, and goes on.

Used round each panel and round each key and event of the screen. The same fault in the same place is logged
once until that place works again, so that ten pictures a second do not fill a disk.
"""

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


class Guard:
    """What failed last, by place."""

    def __init__(self) -> None:
        self._fault_by_place: dict[str, str] = {}

    def runs(self, place: str, deed: Callable[[], object]) -> bool:
        """Do it. False when it failed; the fault is in the log then, with its traceback."""
        try:
            deed()
        except Exception as error:
            fault = repr(error)
            if self._fault_by_place.get(place) != fault:
                self._fault_by_place[place] = fault
                log.exception("%s failed", place)
            return False
        self._fault_by_place.pop(place, None)
        return True
