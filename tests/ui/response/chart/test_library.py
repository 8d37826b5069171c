import subprocess
import sys


def test_loading_makes_no_object_of_a_thread_and_takes_the_window_none_of_its_time() -> None:
    code = (
        "import sys, threading\n"
        "from PySide6.QtCore import QObject\n"
        "from PySide6.QtWidgets import QApplication\n"
        "import gc\n"
        "app = QApplication([])\n"
        "from k2bench.ui.response.chart.library import load\n"
        "assert 'pyqtgraph' not in sys.modules\n"
        "steps = []\n"
        "lane = threading.Thread(target=lambda: steps.extend(load()))\n"
        "lane.start(); lane.join()\n"
        "assert len(steps) > 1 and 'pyqtgraph' in sys.modules\n"
        "made = [each for each in gc.get_objects() if isinstance(each, QObject)]\n"
        "assert made == [app], made\n"
        "assert app.allWidgets() == []\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "QObject" not in done.stderr
    assert "QPixmap" not in done.stderr
