"""When the virtual environment is kept, brought up to date, or made anew."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace

import pytest


@pytest.fixture
def environment(load):
    return load("environment")


@pytest.fixture
def stamp(environment):
    return environment.Stamp("cpython 3.11.2 in /somewhere", "abc", "dev")


def test_the_same_inputs_reuse_it(environment, stamp):
    assert environment.decide(stamp, stamp) == "reuse"


def test_run_is_content_with_what_test_installed(environment, stamp):
    assert environment.decide(stamp, replace(stamp, extra="")) == "reuse"


def test_test_adds_to_what_run_installed(environment, stamp):
    assert environment.decide(replace(stamp, extra=""), stamp) == "update"


def test_changed_inputs_update_it(environment, stamp):
    assert environment.decide(stamp, replace(stamp, inputs="abd")) == "update"


def test_another_interpreter_or_folder_rebuilds_it(environment, stamp):
    assert environment.decide(stamp, replace(stamp, base="cpython 3.12.1 in /else")) == "rebuild"
    assert environment.decide(None, stamp) == "rebuild"


def test_a_stamp_survives_its_file(environment, stamp, tmp_path):
    path = tmp_path / "stamp.json"
    path.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    assert environment.read_stamp(path) == stamp


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b'{"base": "x"}', b"\xff\xfe"])
def test_a_damaged_stamp_counts_as_none(environment, tmp_path, content):
    path = tmp_path / "stamp.json"
    path.write_bytes(content)
    assert environment.read_stamp(path) is None
    assert environment.read_stamp(tmp_path / "absent.json") is None


def test_the_hash_sees_content_and_order_but_not_line_endings(environment, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"a\nb\n")
    two.write_bytes(b"c\n")
    first = environment.hash_files([one, two])
    assert first != environment.hash_files([two, one])
    one.write_bytes(b"a\r\nb\r\n")
    assert environment.hash_files([one, two]) == first
    one.write_bytes(b"a\nb\nc\n")
    assert environment.hash_files([one, two]) != first


def test_an_absent_input_counts_as_empty(environment, tmp_path):
    assert environment.hash_files([tmp_path / "absent"])


def test_children_may_write_byte_code(environment, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    variables = environment.child_env(QT_QPA_PLATFORM="offscreen")
    assert "PYTHONDONTWRITEBYTECODE" not in variables
    assert variables["QT_QPA_PLATFORM"] == "offscreen"


def test_a_failed_set_up_command_says_so(environment):
    with pytest.raises(environment.SetUpError, match="code 3"):
        environment.run(sys.executable, "-c", "raise SystemExit(3)")
