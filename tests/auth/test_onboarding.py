import random
from urllib.parse import quote_plus

from k2bench.auth.onboarding import LENGTH, generate_secret
from k2bench.auth.secret_advice import advice_on


def test_a_generated_secret_survives_every_way() -> None:
    choose = random.Random(7).choice
    seen = set()
    for _ in range(500):
        text = generate_secret(choose).reveal()
        assert len(text) == LENGTH < 100
        assert quote_plus(text) == text
        assert text[0].isalpha()
        seen.add(text)
    assert len(seen) == 500


def test_a_generated_secret_needs_no_advice() -> None:
    assert all(advice_on(generate_secret()) == () for _ in range(50))
