import sys

from k2bench.content.case_folds import folds, spellings


def test_every_character_that_folds_is_known():
    table = folds()
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        folded = character.casefold()
        if folded != character:
            assert character in table[folded]


def test_what_a_text_may_be_written_with():
    assert spellings("kü") == {"k": ("K", "\u212a"), "ü": ("Ü",)}
    assert "ß" in spellings("strasse")["ss"]
    assert spellings("1.0") == {}
