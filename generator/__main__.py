"""`python -m generator` is `annual-report`."""

from generator.cli.main import main

if __name__ == "__main__":
    main()
