import codecs

from pytestqt.qtbot import QtBot

from k2bench.content.body_format import BodyFormat
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import snapshot


def test_utf8_is_ready_at_once(bridge: Bridge, qtbot: QtBot) -> None:
    source = BodySource(snapshot(b"{}"), (), bridge)
    with qtbot.waitSignal(source.ready, timeout=PATIENCE):
        source.prepare()
    assert source.is_ready
    assert source.data == b"{}"
    assert (source.written_in, source.notes) == (BodyFormat.JSON, ())


def test_other_encodings_are_transcoded_and_told_apart(bridge: Bridge, qtbot: QtBot) -> None:
    body = codecs.BOM_UTF16_LE + '{"a":"ü"}'.encode("utf-16-le")
    source = BodySource(snapshot(body, "text/html; charset=utf-8"), (), bridge)
    assert source.written_in is BodyFormat.JSON
    assert len(source.notes) == 2
    with qtbot.waitSignal(source.ready, timeout=PATIENCE):
        source.prepare()
    assert source.data == '{"a":"ü"}'.encode()


def test_a_dropped_one_says_nothing_more(bridge: Bridge, qtbot: QtBot) -> None:
    source = BodySource(snapshot("ä".encode("latin-1"), "a/b; charset=latin-1"), (), bridge)
    source.prepare()
    source.drop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert not source.is_ready
