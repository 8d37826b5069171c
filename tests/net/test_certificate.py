"""The texts of a certificate, from Python's own reading and from the parser."""

import ssl

import pytest
import trustme

from k2bench.net.certificate import tls_info
from k2bench.net.tls import unverified


def handshake(client_context, server_context):
    """The client's side of a handshake in memory."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, to_server, server_hostname="acme.test")
    server = server_context.wrap_bio(to_server, to_client, server_side=True)
    waiting = [client, server]
    while waiting:
        side = waiting.pop(0)
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            waiting.append(side)
    return client


@pytest.fixture(scope="module")
def authority_here():
    return trustme.CA(organization_name="Test Authority", organization_unit_name="Unit")


@pytest.mark.parametrize("verify", [True, False])
def test_the_texts_of_a_connection(authority_here, verify):
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority_here.issue_cert("acme.test", common_name="acme.test").configure_cert(server)
    client = unverified()
    if verify:
        client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        authority_here.configure_trust(client)
    info = tls_info(handshake(client, server))
    assert info.version == "TLSv1.3"
    assert info.cipher.startswith("TLS_")
    assert "O=Test Authority" in info.issuer
    assert "CN=acme.test" in info.subject
    assert info.not_after.endswith(" UTC")
    assert info.not_after[4] == "-"


def test_both_ways_give_the_same_texts(authority_here):
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority_here.issue_cert("acme.test", common_name="acme.test").configure_cert(server)
    verified = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority_here.configure_trust(verified)
    assert tls_info(handshake(verified, server)) == tls_info(handshake(unverified(), server))
