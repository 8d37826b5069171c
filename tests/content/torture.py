"""The 318 files of JSONTestSuite (test_parsing, by Nicolas Seriot, MIT), byte for byte.

`y_...` is JSON, `n_...` is none, `i_...` a parser may take or refuse. Their licence is
in the archive.
"""

import tarfile
from pathlib import Path

ARCHIVE = Path(__file__).with_name("json_test_suite.tar.xz")


def _read() -> dict[str, bytes]:
    cases = {}
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None and member.name.endswith(".json"):
                cases[member.name.removesuffix(".json")] = file.read()
    return cases


CASES = _read()
EMPTY = [name for name, data in CASES.items() if not data]
