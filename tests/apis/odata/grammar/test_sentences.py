import random

from tests.apis.odata.grammar.abnf_file import read_abnf
from tests.apis.odata.grammar.earley import Earley
from tests.apis.odata.grammar.sentences import Sentences

TOY = 'list = item *( "," item )\nitem = 1*3%x61-63 / "(" list ")"\n'


def test_sentences_are_sentences_and_mutations_mostly_are_not() -> None:
    rules = read_abnf(TOY)
    oracle, sentences = Earley(rules, "list"), Sentences(rules, random.Random(1))
    made = [sentences.sentence("list", (2, 4, 8)) for _ in range(200)]
    assert all(oracle.recognise(text).accepted for text in made)
    assert len(set(made)) > 50
    mutated = [sentences.mutation(text, made[0]) for text in made]
    assert sum(not oracle.recognise(text).accepted for text in mutated) > 50
    assert sum(oracle.recognise(text).accepted for text in mutated) > 20


def test_no_sentence_is_longer_than_asked_for() -> None:
    sentences = Sentences(read_abnf(TOY), random.Random(1))
    assert max(len(sentences.sentence("list", (30,), longest=20)) for _ in range(50)) <= 20
