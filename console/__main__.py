"""`python -m console` is `openlijn`."""

from console.main import main

if __name__ == "__main__":
    main()
