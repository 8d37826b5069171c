from k2bench.apis.odata.expression.engine.symbols import (
    CLASSES,
    HIDDEN,
    LETTER,
    VISIBLE,
    WORD,
    exactly,
    symbols,
    with_case,
)


def test_ascii_stands_for_itself_and_the_rest_for_classes() -> None:
    assert symbols("a eq 'x'") == "a eq 'x'"
    assert symbols("é中ⅷ") == LETTER * 3
    assert symbols("\u0301٣‿\u200d") == WORD * 4  # Mn, Nd, Pc, Cf
    assert symbols("€’") == VISIBLE * 2
    assert symbols("\u00a0\u2028\ue000") == HIDDEN * 3


def test_one_symbol_for_each_character() -> None:
    text = "😀 é" * 100 + "a" * 300
    assert len(symbols(text)) == len(text)


def test_what_is_too_long_for_a_name_is_no_part_of_one() -> None:
    alphabet = symbols("a" * 128 + "b1é")
    assert alphabet[127] in CLASSES["WORDCHAR"]
    for symbol in alphabet[128:]:
        assert symbol not in CLASSES["WORDCHAR"]
        assert symbol in CLASSES["STRINGCHAR"]
    assert alphabet[129] in CLASSES["DIGIT"]
    assert alphabet[128] in with_case("B")
    assert alphabet[128] not in exactly("B")


def test_a_search_word_has_no_brackets_quotes_semicolons_or_blanks() -> None:
    assert not CLASSES["SEARCHCHAR"] & set("()\"'; \t\n" + HIDDEN)
    assert set("&#%<|" + VISIBLE) <= CLASSES["SEARCHCHAR"]
