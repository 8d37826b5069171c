"""Names for generated people: the pioneers come first, the rest is drawn from the lists."""

from __future__ import annotations

PIONEERS: tuple[tuple[str, str], ...] = (
    ("Ada", "Lovelace"),
    ("Alan", "Turing"),
    ("Grace", "Hopper"),
    ("Edsger", "Dijkstra"),
    ("Barbara", "Liskov"),
    ("Donald", "Knuth"),
    ("Katherine", "Johnson"),
    ("Edgar", "Codd"),
    ("Margaret", "Hamilton"),
    ("John", "Backus"),
    ("Frances", "Allen"),
    ("Niklaus", "Wirth"),
    ("Radia", "Perlman"),
    ("Tony", "Hoare"),
    ("Adele", "Goldberg"),
    ("Ken", "Thompson"),
    ("Jean", "Sammet"),
    ("Konrad", "Zuse"),
    ("Hedy", "Lamarr"),
    ("Dennis", "Ritchie"),
)

FIRST_NAMES: tuple[str, ...] = (
    "Aisha", "Amélie", "Anders", "Anouk", "Arjun", "Beatriz", "Björn", "Carlos", "Chiara", "Chloé",
    "Daniel", "Dmitri", "Elena", "Emre", "Fatima", "Finn", "Gabriela", "Hiroshi", "Ingrid", "Ivan",
    "Jamal", "Jana", "João", "Karin", "Kwame", "Lars", "Leila", "Lucía", "Maeve", "Marek", "Mei",
    "Miriam", "Nadia", "Naomi", "Noah", "Olga", "Omar", "Paula", "Priya", "Rafael", "Renée",
    "Sanjay", "Sofia", "Søren", "Tamara", "Thabo", "Uma", "Viktor", "Wei", "Yasmin", "Zoë",
)  # fmt: skip

LAST_NAMES: tuple[str, ...] = (
    "Abadi", "Andersson", "Bauer", "Bianchi", "Chen", "Costa", "D'Angelo", "da Silva", "Dubois",
    "Eriksen", "Fischer", "García", "Haddad", "Hansen", "Ivanova", "Jansen", "Kaya", "Kim",
    "Kowalski", "Kumar", "Lehtinen", "Lindqvist", "López", "Mbeki", "Müller", "Nakamura",
    "Ndiaye", "Nguyen", "Novák", "O'Brien", "Okafor", "Papadopoulos", "Patel", "Pereira",
    "Petrov", "Popescu", "Rossi", "Schneider", "Singh", "Smith-Jones", "Strauß", "Suzuki",
    "Tanaka", "Torres", "van den Berg", "Visser", "Weber", "Yılmaz", "Zhang", "Åkesson",
)  # fmt: skip
