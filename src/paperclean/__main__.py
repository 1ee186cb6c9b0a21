"""`python -m paperclean`."""

import sys

from paperclean.cli import main

sys.exit(main())
