"""`python -m detente` is the command line."""

from detente.cli import main

main()
