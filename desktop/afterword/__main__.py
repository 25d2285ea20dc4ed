"""`python -m afterword`."""

from __future__ import annotations

import sys

from afterword.cli import main

if __name__ == "__main__":
    sys.exit(main())
