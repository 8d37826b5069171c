"""How one exchange is done."""

from dataclasses import dataclass, field

from k2bench.net.tls import TlsSetting

GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class ExchangeOptions:
    """Limits and settings of one exchange.

    Attributes:
        connect_timeout: seconds for DNS and TCP together, and again for the TLS handshake.
        read_timeout: seconds without a byte while sending, waiting or receiving.
        max_decoded_bytes: where a body that unpacks without end is stopped.
        http2: offer HTTP/2 in the TLS handshake.
        trust_env: use the proxy of the system or of the environment's variables.
        keep_alive: use a connection of the exchange before and leave one for the next (paging).
    """

    connect_timeout: float = 10.0
    read_timeout: float = 100.0
    max_decoded_bytes: int = 2 * GIB
    tls: TlsSetting = field(default_factory=TlsSetting)
    http2: bool = True
    trust_env: bool = True
    keep_alive: bool = False
