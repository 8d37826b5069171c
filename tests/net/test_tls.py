"""SSL contexts: one per setting, and how they judge."""

import ssl
import threading

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.net import tls
from k2bench.net.tls import TlsContexts, TlsSetting, unverified


def test_a_context_is_made_once_per_setting():
    contexts = TlsContexts()
    assert contexts.get(TlsSetting(), True) is None
    made = contexts.make(TlsSetting(), True)
    assert contexts.make(TlsSetting(), True) is made
    assert contexts.get(TlsSetting(), True) is made
    assert contexts.make(TlsSetting(), False) is not made
    assert contexts.make(TlsSetting(verify=False), True) is not made


def test_threads_that_ask_together_get_the_same():
    contexts, got = TlsContexts(), []
    threads = [
        threading.Thread(target=lambda: got.append(contexts.make(TlsSetting(), True)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 4
    assert len(set(map(id, got))) == 1


def test_certificates_and_names_are_checked():
    context = TlsContexts().make(TlsSetting(), True)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_without_verification_nothing_is_checked():
    context = TlsContexts().make(TlsSetting(verify=False), True)
    assert context.verify_mode is ssl.CERT_NONE
    assert not context.check_hostname
    assert unverified().verify_mode is ssl.CERT_NONE


def test_a_ca_file_is_trusted_besides_the_system(authority):
    plain = TlsContexts().make(TlsSetting(), True)
    extended = TlsContexts().make(authority.setting, True)
    assert len(extended.get_ca_certs()) == len(plain.get_ca_certs()) + 1


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_a_ca_file_that_cannot_be_used_is_named(tmp_path, content):
    path = tmp_path / "company.pem"
    if content is not None:
        path.write_text(content)
    with pytest.raises(WorkbenchError, match=r"company\.pem"):
        TlsContexts().make(TlsSetting(ca_file=str(path)), True)


def test_a_machine_without_a_default_store_uses_a_known_bundle(monkeypatch, authority):
    monkeypatch.setattr(tls, "_has_default_store", lambda: False)
    monkeypatch.setattr(tls, "_LINUX_BUNDLES", ("/nowhere", authority.file))
    monkeypatch.setattr(tls.sys, "platform", "linux")
    subjects = [cert["subject"] for cert in TlsContexts().make(TlsSetting(), True).get_ca_certs()]
    assert ((("organizationName", "Test Authority"),),) in [subject[:1] for subject in subjects]


def test_a_machine_without_any_store_uses_the_shipped_one(monkeypatch):
    monkeypatch.setattr(tls, "_has_default_store", lambda: False)
    monkeypatch.setattr(tls, "_LINUX_BUNDLES", ())
    monkeypatch.setattr(tls.sys, "platform", "linux")
    assert len(TlsContexts().make(TlsSetting(), True).get_ca_certs()) > 50
