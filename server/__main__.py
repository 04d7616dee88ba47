"""`python -m server` is `openlijn-server`; so is this file by its path, wherever one stands."""

import sys
from pathlib import Path

HOME = str(Path(__file__).parents[1])


def run() -> None:
    """The command line, from the packages beside this one."""
    if HOME not in sys.path:
        sys.path.insert(0, HOME)
    from server.cli.main import main

    main()


if __name__ == "__main__":
    run()
