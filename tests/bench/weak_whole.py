"""The server with every round of positions in one frame, whatever the link: the baseline of `weak_units`.

Takes what `python -m server` takes.
"""

import sys
from unittest.mock import patch

from server.cli.main import main

if __name__ == "__main__":
    with (
        patch("server.hub.fix_ticks.most_bytes", return_value=sys.maxsize),
        patch("server.hub.fix_ticks.SLOW_TICK_S", 3.0),
    ):
        main()
