"""What a person may set for all requests, kept in the settings."""

from dataclasses import asdict, dataclass

from k2bench.store.settings import Settings

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Preferences:
    """Whole numbers, as they stand in the dialog.

    Attributes:
        largest_body: MB (of 1,048,576 bytes) of a decoded body at which it is cut off.
        body_in_memory: MB of a body above which it is kept in a file.
        request_timeout: seconds without a byte after which a request is given up.
    """

    largest_body: int = 2048
    body_in_memory: int = 32
    request_timeout: int = 100


USUAL = Preferences()
RANGES = {
    "largest_body": (1, 1024 * 1024),
    "body_in_memory": (1, 4096),
    "request_timeout": (1, 3600),
}


def preferences_of(settings: Settings) -> Preferences:
    """What is kept; the usual value where nothing, or nothing sensible, is."""
    kept = {
        name: settings.whole(name, usual, *RANGES[name]) for name, usual in asdict(USUAL).items()
    }
    return Preferences(**kept)


def keep(settings: Settings, chosen: Preferences) -> None:
    """Write down what was chosen.

    Raises:
        WorkbenchError: the file cannot be written.
    """
    for name, value in asdict(chosen).items():
        settings.set(name, value)
    settings.save()
