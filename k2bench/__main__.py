"""The one entrance: the demo server, a helper process, or the window.

Qt is imported for the window only.
"""

import os
import sys


def main() -> None:
    """Run what the command line asks for, and end the process with its exit code."""
    argv = sys.argv[1:]
    if "--serve-demo" in argv:
        from k2bench.demo.command import main as serve

        argv.remove("--serve-demo")
        code = serve(argv)
    elif argv == ["--json-path"]:
        from k2bench.workbench.json_path_worker import main as filter_json

        code = filter_json()
    else:
        from k2bench.app import run

        code = run(argv)
    _end(code)


def _end(code: int) -> None:
    # A DNS query that hangs in a thread of the executor would hold a normal exit for seconds.
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a GUI script on Windows has none
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
