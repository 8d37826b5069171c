"""Filters of every form, written in many ways, for property tests."""

from hypothesis import strategies as st

blank = st.sampled_from([" ", " ", " ", "  ", "\t"])
no_blank = st.sampled_from(["", "", "", " ", "  "])
path = st.sampled_from(["Name", "Supplier/Address/City", "$it/Preis", "Ns.Type/Größe", "a", "and1"])
literal = st.sampled_from(
    [
        *("'O''Neil'", "' and '", "')('", "5", "-3.5", "null", "true", "2024-12-31"),
        *("Ns.Color'Red'", "01234567-89ab-cdef-0123-456789abcdef", "duration'PT5M'"),
        *("{{n}}", "'{{n}}'"),
    ]
)
word = st.sampled_from(["eq", "ne", "gt", "GE", "Lt", "le"])
exotic = st.sampled_from(
    [
        *("Active", "not Active", "not not Active", "5 lt Price", "Price add 1 gt 5"),
        *("contains(tolower(Name),'x')", "Items/any()", "isof(Ns.Type)", "Name eq @p"),
        *("Items/any(i:i/Price gt 5 and i/Stock lt 3)", "Items/all(i:Price gt 5)"),
        *("case(a:b)", "geo.length(Line) gt 5", "(a eq b) eq true", "x eq Supplier/Id"),
        *("[1,2] eq Numbers", "Keys/1 eq 5"),
    ]
)


@st.composite
def plain(draw: st.DrawFn, of: str = "") -> str:
    """A condition, perhaps with `not`; `of` goes before its path."""
    name = of + draw(path).removeprefix("$it/" if of else "")
    form = draw(st.sampled_from(["compare", "function", "in", "has"]))
    if form == "compare":
        text = f"{name}{draw(blank)}{draw(word)}{draw(blank)}{draw(literal)}"
    elif form == "function":
        function = draw(st.sampled_from(["contains", "StartsWith", "endswith"]))
        gaps = [draw(no_blank) for _ in range(3)]
        text = f"{function}({gaps[0]}{name}{gaps[1]},{gaps[2]}{draw(literal)})"
    elif form == "in":
        inner = f"{draw(no_blank)},{draw(no_blank)}".join(
            draw(st.lists(literal.filter(lambda each: each[:2] != "{{"), min_size=1, max_size=3))
        )
        text = f"{name} in{draw(blank)}({draw(no_blank)}{inner})"
    else:
        text = f"{name}{draw(blank)}has Ns.Color'Red,Green'"
    if draw(st.sampled_from([False, False, True])):
        return f"not{draw(blank)}({text})"
    return text


@st.composite
def lambdas(draw: st.DrawFn) -> str:
    """A condition within a collection."""
    inner = draw(plain("i/") | st.just("i eq 'x'") | st.just("not (i in (1,2))"))
    operator = draw(st.sampled_from(["any", "all", "Any"]))
    text = f"Items/{operator}({draw(no_blank)}i{draw(no_blank)}:{draw(no_blank)}{inner})"
    return draw(st.sampled_from(["", "not "])) + text


leaf = plain() | lambdas() | exotic


@st.composite
def bracketed(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A text in brackets, which may be doubled or negated."""
    text = f"({draw(no_blank)}{draw(inner)}{draw(blank)})"
    return draw(st.sampled_from([text, text, f"({text})", f"not {text}"]))


@st.composite
def joined(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """Texts with `and` and `or` between them."""
    text = draw(inner)
    for each in draw(st.lists(inner, min_size=1, max_size=3)):
        word = draw(st.sampled_from(["and", "or", "AND"]))
        text += f"{draw(blank)}{word}{draw(blank)}{each}"
    return text


filters = st.recursive(
    leaf, lambda inner: joined(bracketed(inner) | leaf) | bracketed(inner), max_leaves=8
)
