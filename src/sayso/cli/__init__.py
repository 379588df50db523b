"""The command line: one file a command, a thin skin over a function of the package."""
