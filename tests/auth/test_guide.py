from k2bench.auth.guide import GUIDE_URL, LINKS, SUPPORT_URL, WORKFLOW_ACCOUNT, WORKFLOW_NOTE
from k2bench.core.url import origin_of


def test_the_links_are_those_of_nintex() -> None:
    assert [url for _, url in LINKS] == [SUPPORT_URL, GUIDE_URL]
    for url in (SUPPORT_URL, GUIDE_URL):
        origin = origin_of(url)
        assert origin.scheme == "https"
        assert origin.host.endswith(".nintex.com")


def test_the_account_is_in_the_note() -> None:
    assert WORKFLOW_ACCOUNT in WORKFLOW_NOTE
