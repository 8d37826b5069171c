"""Where files live: the platform's folders, or one folder for everything."""

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "K2BENCH_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """`config` is kept for ever; `cache` may be emptied between two starts."""

    config: Path
    cache: Path


def places(config_dir: str | None = None) -> Places:
    """One folder for everything when `config_dir` or `K2BENCH_HOME` names it (portable mode)."""
    home = config_dir or os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root, root / "cache")
    import platformdirs  # not needed in portable mode

    return Places(
        platformdirs.user_config_path("k2bench", appauthor=False, roaming=True),
        platformdirs.user_cache_path("k2bench", appauthor=False),
    )
