"""The defaults that people rely on."""

from k2bench.net.options import ExchangeOptions
from k2bench.net.tls import TlsSetting


def test_a_k2_list_may_take_longer_than_the_library_waits():
    options = ExchangeOptions()
    assert options.read_timeout == 100
    assert options.connect_timeout == 10


def test_certificates_are_verified_unless_asked_otherwise():
    assert ExchangeOptions().tls == TlsSetting(verify=True, ca_file="")
    assert hash(ExchangeOptions()) == hash(ExchangeOptions())
