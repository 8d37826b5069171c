import pytest

from k2bench.assets import asset_path, read_text


def test_a_resource_is_found_and_read() -> None:
    assert asset_path("icons/key.svg").is_file()
    assert "currentColor" in read_text("icons/key.svg")


@pytest.mark.parametrize("name", ["icons/none.svg", "../pyproject.toml", "icons"])
def test_what_is_no_resource_is_refused(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        asset_path(name)
