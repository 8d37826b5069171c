"""`python -m k2bench.demo`: starts the tenant in this process."""

import sys

from k2bench.demo.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
