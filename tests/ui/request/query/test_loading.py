import subprocess
import sys

from k2bench.ui.request.query.loading import load


def test_nothing_is_loaded_until_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "import k2bench.ui.request.query.controller as controller\n"
        "from k2bench.ui.request.query.loading import load\n"
        "heavy = 'k2bench.apis.odata.expression.parser'\n"
        "assert heavy not in sys.modules\n"
        "assert 'k2bench.apis.odata.metadata.index' not in sys.modules\n"
        "assert list(load())\n"
        "assert heavy in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_it_can_be_loaded_again() -> None:
    assert set(load()) == {None}
