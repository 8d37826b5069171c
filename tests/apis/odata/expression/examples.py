"""Values of query options, right and wrong, after OData URL Conventions 4.01, section 5.1."""

from k2bench.apis.odata.expression import ExpressionError, RuleName, parse

VALID = {
    "filter": """
true
Shipped
Total eq 2.5
Customer/Address/City ne 'Bern'
Total gt -3 and Total le +7e2 or not Shipped
TOTAL EQ 1 AND NOT Shipped Or Total LT 3
Name eq 'O''Neil / 100% <ok>'
Name eq ''
Größe gt 3 and 数量 lt ⅷ
Note eq null
Color has Shop.Color'Red,Blue,-3'
Color has 'Red'
Color eq Shop.Color'Red'
Name in ('Milk','Cheese')
Name in ( 'Milk' , 'Cheese' )
Name in ()
Name in (Name)
Name in ["Milk","Cheese"]
Name in OtherNames
Price add 2.45 mul 3 eq 5.00
Price divby 2 div 2 mod 2 sub 1 ge 0
-Price lt - (Cost add 1)
(4 add 5) mod (4 sub 1) eq 0
( ( true ) )
concat(concat(City,', '), Country) eq 'Berlin, Germany'
contains(Name,'x') and startswith(Name,'x') and endswith(Name,'x')
indexof( Name , 'x' ) eq 1
substring(Name,1) eq 'x' or substring(Name,1,2) eq 'x'
MATCHESPATTERN(Name,'^A.*e$')
now() gt mindatetime() and now( ) lt maxdatetime()
totaloffsetminutes(At) eq 60 and fractionalseconds(At) lt 0.1
geo.distance(Here,There) lt 10 and geo.length(Line) gt 1
geo.intersects(Here,geography'SRID=4326;Polygon((1 1,1 2,2 2,1 1),(3 3,3 4,3 3))')
hassubset(Tags,["a","b"]) and hassubsequence([1,2,3],[2,3])
case(X gt 0:1,X lt 0:-1,true:0) eq 1
case( X gt 0 : 'a' , true : 'b' ) eq 'a'
cast(Edm.String) eq 'x'
cast(Price,Edm.Int32) eq 3
cast(Items,Collection(Shop.Item)) eq Others
isof(Shop.Special) and isof(Boss,Manager)
Shop.Special/Discount gt 3
Boss/Shop.Manager/Budget gt 3
Items/any()
Items/any( )
Items/any(i:i/Price gt 3 and i/Tags/all(t:t ne 'x'))
Items/ANY( i : i/Price gt 3 )
Items/Shop.Special/any()
Items/$count gt 3
Items/$count($filter=Price gt 3;$search=red OR "dark blue") gt 3
Items/$filter(Price gt 3)/$count gt 1
Items/$filter(Price gt 3)/any(i:true)
Items(3)/Name eq 'x'
Items(Order=1,Line='a')/Name eq 'x'
Items(@key)/Name eq 'x'
Items/3/Name eq 'x'
$it/Name eq $this/Name
$root/Items(3)/Name eq Name
$root/Best(Year=2020)/Name eq Name
Shop.Similar(To=Name,Depth=2 add 1,Like={"a":[1,"b",Name]})
Items/Shop.Newest()/Name eq 'x'
Name eq @name and @p/Street eq 'x'
Price/@Shop.Currency#main eq 'EUR'
@Core.Messages/any(m:m/severity eq 'error')
At eq 2020-02-29T12:34:56.789Z or At eq -12345-01-01T00:00+02:00
Day gt 2020-02-29 and Time le 23:59:60.123456789012
Id eq 01234567-89ab-CDEF-0123-456789abcdef
Span gt duration'-P6DT23H59M59.9999S' or Span lt 'PT1S'
Bytes eq binary'Zm9vYg==' or Bytes eq binary'Zm9vYg' or Bytes eq binary''
Place eq geometry'SRID=0;GeometryCollection(Point(1 2 3 4),MultiLineString((1 1,2 2)))'
Price eq INF or Price eq -INF or Price eq NaN or Flag eq TRUE
Address eq {"Street":"NE 40th","Tags":[true,null,{"a":1.5}]}
[First,Last] in [["John","Doe"],["Jane","Smith"]]
[ ] eq {} and {"say":"\\"hi\\" \\u00e9"} ne [ 1 , 2 ]
a add b in (1,2) eq c
-b in (1,2) add c
""",
    "orderby": """
Name
Name asc
Name\tdesc
Name asc,Rating,Released DESC
Price mul Amount desc,length(Name)
Items/$count desc
Price gt 3 asc
Address/@Shop.Rank#main
""",
    "select": """
*
Name,Rating
Address/Street
Address/Shop.Big/Street,Shop.Special/Discount
Shop.*
Shop.Refresh,Shop.Similar(To,Depth),Similar(To)
Address($select=Street,City)
Tags($filter=startswith($this,'x');$top=5;$skip=0;$count=true;$orderby=$it;$search=blue;@c=15)
Tags(filter=true;TOP=5)
@Core.Messages($top=5),Address/@Core.Messages
""",
    "expand": """
Items
Items,Customer/$ref,Boss/$count
Items($expand=Product($select=Name,Price);$select=Amount;@c=15)
items(expand=product;levels=max;Count=TRUE)
Items($levels=4;$filter=Amount gt 3;$orderby=Amount desc;$top=3;$skip=1;$count=false)
Items($compute=Amount mul Price as Total,1 as One;$search=NOT (red AND "dark blue"))
Items($search='not a ( search')
Items/$ref($filter=Amount gt 3;$top=1)
Items/$count($filter=Amount gt 3;$search=red)
Items/Shop.Special($select=Discount)
Shop.Special/Discounts
Address/Country,Address/Shop.Big/Country/$ref
*
*/$ref,*($levels=2),Address/*
$value,Photo
@Shop.Extra,@Shop.Extra/Items($top=2)
""",
}

INVALID = {
    "filter": """
|0
 true|1
true |5
Name e|6
Name eq|7
Name eq 'x|10
Name = 'x'|5
Name eq "x"|8
Name eq ‘x’|8
Name eqq 1|7
Name eq 1)|9
(Name eq 1|10
Name eq 1 an d|12
Name in (Name,Other)|13
Name in (1,|11
Name eq ('a','b')|12
Name has Red|12
b in (1,2) eq c|11
not(Shipped)|11
contains(Name)|13
substring('a',1,2,3)|17
now(Name)|8
cast(1,2)|7
Shop.Color|10
Shop.Color eq 1|10
2020-13-01 eq Day|6
2020-02-32 eq Day|9
24:00:00 eq Time|2
01234g67-89ab-cdef-0123-456789abcdef eq Id|5
1. eq 2|2
.5 eq 2|0
1e eq 2|2
binary'Zg=' eq b|10
duration'P1Y' eq d|11
Shop.Color'Red,' eq c|15
geography'SRID=0;Point(1)' eq g|24
{'a':1} eq o|1
{"a":1,} eq o|7
[1,] eq o|3
a{b|1
a#b eq 1|1
""",
    "orderby": """
|0
Name up|5
Name, Other|6
Name asc desc|8
Name,|5
""",
    "select": """
|0
Name,|5
Name, Other|5
*/Name|1
Name($top=x)|10
Name($levels=3)|5
Name($top=1,$skip=2)|11
Shop.*/Name|6
""",
    "expand": """
|0
Items(|6
Items()|6
Items($levels=04)|14
Items($levels=0)|14
Items($top=1,$skip=2)|12
Items/$ref($levels=4)|11
Items/$ref($select=Name)|11
Items/$ref($expand=Name)|11
Items/$count($count=true)|13
Items($filtre=a)|6
Items($search=re(d)|16
*($top=1)|2
""",
}


def valid() -> list[tuple[str, str]]:
    """Rule and text."""
    return [(rule, text) for rule, texts in VALID.items() for text in texts[1:-1].split("\n")]


def invalid() -> list[tuple[str, str, int]]:
    """Rule, text, and where it is wrong."""
    rows = [(rule, row) for rule, rows in INVALID.items() for row in rows[1:-1].split("\n")]
    return [(rule, *_split(row)) for rule, row in rows]


def _split(row: str) -> tuple[str, int]:
    text, _, position = row.rpartition("|")
    return text, int(position)


def parsed(rule: RuleName, text: str) -> int | None:
    """What the parser says: the position of the error, None if there is none."""
    try:
        parse(rule, text)
    except ExpressionError as error:
        return error.position
    return None
