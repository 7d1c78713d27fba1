"""What Python reads first in a program under test: packages that only developers have are not there, as at users'."""

import os
import sys

vars(sys)["modules"].update(dict.fromkeys(os.environ["WITHOUT"].split(",")))
