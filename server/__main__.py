"""`python -m server` is `openlijn-server`."""

from server.cli.main import main

if __name__ == "__main__":
    main()
