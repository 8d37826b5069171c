"""How what was installed becomes lines of constraints.txt."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[2] / "packaging" / "constraints.txt"


@pytest.fixture
def constraints(load):
    return load("constraints")


def test_ours_and_the_installers_are_left_out(constraints):
    entries = [("httpx", "0.28.1"), ("k2bench", "0.1.0"), ("pip", "26.3"), ("setuptools", "65.5")]
    text = json.dumps([{"name": name, "version": version} for name, version in entries])
    assert constraints.read_list(text) == {"httpx": "0.28.1"}


def test_versions_that_agree_need_no_marker(constraints):
    found = {11: {"zipp": "4.1", "H11": "1"}, 13: {"H11": "1"}}
    assert constraints.merge(found) == ["H11==1", "zipp==4.1"]


def test_versions_that_differ_are_told_apart_by_the_interpreter(constraints):
    found = {11: {"PySide6": "6.11.3"}, 12: {"PySide6": "6.12.0"}, 13: {"PySide6": "6.12.0"}}
    assert constraints.merge(found) == [
        'PySide6==6.11.3; python_version < "3.12"',
        'PySide6==6.12.0; python_version >= "3.12"',
    ]


def test_a_run_in_the_middle_is_bounded_on_both_sides(constraints):
    assert constraints.merge({11: {"a": "1"}, 12: {"a": "2"}, 13: {"a": "1"}}) == [
        'a==1; python_version < "3.12"',
        'a==2; python_version >= "3.12" and python_version < "3.13"',
        'a==1; python_version >= "3.13"',
    ]


def test_an_interpreter_tells_its_version_or_is_passed_over(constraints):
    assert constraints.minor_of(sys.executable) == sys.version_info[1]
    assert constraints.minor_of("no-such-interpreter") is None
    assert constraints.find_interpreters([sys.executable, "no-such-interpreter"]) == {
        sys.version_info[1]: sys.executable
    }


def test_the_file_holds_names_and_exact_versions_only():
    line = re.compile(r'[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*(; python_version [<>]=? "3\.\d+".*)?')
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    assert lines
    assert [text for text in lines if not line.fullmatch(text)] == []
