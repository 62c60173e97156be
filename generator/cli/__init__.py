"""The command line: options, commands, and how faults are reported."""
