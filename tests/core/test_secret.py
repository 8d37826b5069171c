import copy
import json
import pickle

import pytest

from k2bench.core.secret import Secret

TEXT = "correct horse battery staple"


def test_only_reveal_gives_it_out() -> None:
    secret = Secret(TEXT)
    assert secret.reveal() == TEXT
    for shown in (repr(secret), str(secret), f"{secret}", f"{secret:>30}", f"{[secret]}"):
        assert TEXT not in shown
        assert "****" in shown


def test_it_is_written_nowhere() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Secret(TEXT))
    with pytest.raises(TypeError):
        copy.deepcopy(Secret(TEXT))
    with pytest.raises(TypeError):
        json.dumps(Secret(TEXT))


def test_equality_and_fingerprint_follow_the_text() -> None:
    assert Secret("a") == Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2
    assert Secret("a").fingerprint() == Secret("a").fingerprint() != Secret("b").fingerprint()
    assert not Secret("")
    assert Secret("\ud800").fingerprint()


def test_a_traceback_does_not_show_it() -> None:
    secret = Secret(TEXT)
    with pytest.raises(KeyError) as caught:
        {}[secret]
    assert TEXT not in str(caught.value)
