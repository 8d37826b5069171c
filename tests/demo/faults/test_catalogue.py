from __future__ import annotations

from k2bench.demo.faults.catalogue import FAULTS


def test_every_fault_has_words_for_a_menu() -> None:
    for fault in FAULTS:
        assert fault.key.isidentifier()
        assert fault.title.rstrip(".") == fault.title
        assert fault.text.endswith(".")
        assert fault.apis


def test_the_faults_of_the_issue_are_all_there() -> None:
    assert {fault.key for fault in FAULTS} == {
        "latency", "unauthorized", "too_many_requests", "unavailable", "reset", "truncated_gzip",
        "slow_drip", "redirect", "next_link_loop", "next_link_elsewhere", "html_login",
        "large_metadata", "nothing_published", "clock_skew",
    }  # fmt: skip
