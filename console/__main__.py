"""`python -m console` is `openlijn`."""

from console.cli.main import main

if __name__ == "__main__":
    main()
