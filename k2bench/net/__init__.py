"""The only room that opens sockets."""

import sys

# httpx tries to load its own command line: with click, rich and pygments 9 MB and 70 ms.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
