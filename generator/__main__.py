"""`python -m generator` is `annual-report`."""

from generator.cli import main

if __name__ == "__main__":
    main()
