"""The grammar of `$filter`, `$orderby`, `$select` and `$expand`, for text as a person types it.

It says what the OData 4.01 ABNF says (OASIS, 17 September 2020), with three changes of form:

- Text is percent-decoded. A character that the ABNF lets through only percent-encoded is plain
  inside quotes; a run without quotes (a key in a path, a search word) takes what a URL may hold
  unencoded, and every visible character beyond ASCII.
- Names are names: without a schema a property, a type and a variable look alike, so rules that
  differ only in their kind of name are one rule. A literal that is also a string is a string.
- Operators chain with `>common`, which leaves precedence to the tree.

`=` is spelled out where it is used, `:=` also leaves a node in the syntax tree, `::=` may use
itself. Of several readings of one text the one written first wins. It does not know precedence.
"""

from k2bench.apis.odata.expression.functions import names_with

EXPRESSIONS = """
filter  ::= expr
orderby ::= orderItems
orderItems = orderItem *( "," orderItem )
orderItem := expr [ RWS direction ]
direction := "asc" / "desc"

RWS = 1*BLANK
BWS = *BLANK
expr := common

; >common goes on with the rest and never comes back. ^common comes back, and only after an
; operand that takes no further comparison (a list, the value of has): `a add b in (1,2) eq c` is
; a sentence, because the comparison belongs to the addition, and `b in (1,2) eq c` is none.
common ::= ( minus BWS / not RWS ) ( >common / ^common ( arithmetic / comparison ) )
         / operand [ arithmetic / comparison / logic ]
minus := "-"
not   := "not"
arithmetic = RWS arithmeticOperator RWS ( >common / ^common comparison )
comparison = RWS comparisonOperator RWS >common
           / RWS in  RWS ( list closed / >common )
           / RWS has RWS hasValue closed
closed = ! / logic
logic  = RWS logicOperator RWS >common
arithmeticOperator := "add" / "sub" / "mul" / "div" / "divby" / "mod"
comparisonOperator := "eq" / "ne" / "lt" / "le" / "gt" / "ge"
logicOperator      := "and" / "or"
in  := "in"
has := "has"

operand = literal / BWS array / BWS object / case / typeTest / method / parens / path
parens := "(" BWS expr BWS ")"
list   := "(" BWS [ literal BWS *( "," BWS literal BWS ) ] ")"
array  := "[" BWS [ jsonValue *( BWS "," BWS jsonValue ) ] BWS "]"
object := "{" BWS [ member *( BWS "," BWS member ) ] BWS "}"
member := jsonString BWS ":" BWS jsonValue
jsonValue = jsonString / expr
jsonString := DQUOTE *( JSONCHAR / "\\" ( DQUOTE / "\\" / "/" / %s"b" / %s"f" / %s"n" / %s"r"
                                        / %s"t" / %s"u" 4HEXDIG ) ) DQUOTE

case     := "case(" BWS branch BWS *( "," BWS branch BWS ) ")"
branch   := expr BWS ":" BWS expr
typeTest := typeFunction "(" BWS [ expr BWS "," BWS ] typeName BWS ")"
typeFunction := "cast" / "isof"
typeName := qualified / %s"Collection(" qualified ")"

method   := method0 "(" BWS ")"
          / method1 "(" BWS expr BWS ")"
          / method2 "(" BWS expr BWS "," BWS expr BWS ")"
          / method3 "(" BWS expr BWS "," BWS expr BWS [ "," BWS expr BWS ] ")"
"""

FUNCTIONS = f"""
method0 := {names_with(0, 0)}
method1 := {names_with(1, 1)}
method2 := {names_with(2, 2)}
method3 := {names_with(2, 3)}
"""

PATHS = """
path  := root / implicit [ "/" step ] / step
implicit := %s"$it" / %s"$this"
root   = rootVariable "/" name ( call [ next ] / [ ofCollection / "/" step ] )
rootVariable := %s"$root"

step   = [ type "/" ] ( name [ next ] / ( name / type ) call [ next ] / at [ afterAt ] )
next   = ofCollection / "/" step / "/" ( name / type ) / nothing
ofCollection = [ "/" ( name / type ) ]
               ( key [ "/" step ] / filterSegment [ ofCollection ] / counted
               / keySegments [ keySlash step ] )
counted = "/" count / "/" lambda / "/" ( name / type ) call [ next ] / "/" at [ afterAt ]
afterAt = filterSegment [ afterFilter ] / counted / "/" step / "/" type / nothing
afterFilter = filterSegment [ afterFilter ] / counted
nothing := "/"
filterSegment = "/" filterStep

name := identifier
type := identifier 1*( "." identifier )
at   := "@" qualified [ "#" identifier ]
qualified  = identifier *( "." identifier )
identifier = LETTER *WORDCHAR
call  := "(" [ BWS argument *( BWS "," BWS argument ) ] BWS ")"
argument := argumentName "=" expr
argumentName := identifier
key   := "(" keyValue ")" / "(" keyPair *( "," keyPair ) ")"
keySegments = 1*( keySlash keySegment )
keySlash := "/"
keyPair  := argumentName "=" keyValue
keyValue  = alias / keyLiteral
alias := "@" identifier
keySegment := plainKey / wildKey
plainKey = *PLAINKEYCHAR
wildKey  = *KEYCHAR
filterStep := %s"$filter" "(" expr ")"
count  := %s"$count" [ "(" countOption *( ";" countOption ) ")" ]
lambda := any "(" BWS [ variable BWS ":" BWS expr BWS ] ")"
        / all "(" BWS variable BWS ":" BWS expr BWS ")"
any := "any"
all := "all"
variable := identifier
"""

LITERALS = """
literal = null / boolean / guid / dateTimeOffset / date / timeOfDay / number / duration
        / binary / geo / enum / string
keyLiteral = boolean / guid / dateTimeOffset / date / timeOfDay / number / duration / enum
           / string
null    := %s"null"
boolean := "true" / "false"
number  := numeral
numeral  = [ SIGN ] 1*DIGIT [ "." 1*DIGIT ] [ "e" [ SIGN ] 1*DIGIT ]
         / %s"NaN" / %s"-INF" / %s"INF"
guid    := 8HEXDIG "-" 4HEXDIG "-" 4HEXDIG "-" 4HEXDIG "-" 12HEXDIG
string  := quoted
quoted   = "'" *( STRINGCHAR / "''" ) "'"
date    := day
dateTimeOffset := day "T" clock ( "Z" / SIGN hour ":" minute )
timeOfDay := clock
day   = year "-" ( "0" ONETONINE / "1" ( "0" / "1" / "2" ) ) "-"
        ( "0" ONETONINE / ( "1" / "2" ) DIGIT / "3" ( "0" / "1" ) )
year  = [ "-" ] ( "0" 3DIGIT / ONETONINE 3*DIGIT )
clock = hour ":" minute [ ":" ( minute / "60" ) [ "." 1*12DIGIT ] ]
hour  = ( "0" / "1" ) DIGIT / "2" ( "0" / "1" / "2" / "3" )
minute = ( "0" / "1" / "2" / "3" / "4" / "5" ) DIGIT
duration := "duration'" [ "-" ] "P" [ 1*DIGIT "D" ]
            [ "T" [ 1*DIGIT "H" ] [ 1*DIGIT "M" ] [ 1*DIGIT [ "." 1*DIGIT ] "S" ] ] "'"
enum     := enumType "'" enumMembers "'"
hasValue := [ enumType ] "'" enumMembers "'"
enumType  = identifier 1*( "." identifier )
enumMembers = enumMember *( "," enumMember )
enumMember  = identifier / [ SIGN ] 1*19DIGIT
binary   := "binary'" *( 4BASE64 ) [ 2BASE64 BASE64OF16 [ "=" ] / BASE64 BASE64OF8 [ "==" ] ] "'"

geo = geography / geometry
geography := "geography'" spatial "'"
geometry  := "geometry'" spatial "'"
spatial   = "SRID=" 1*5DIGIT ";" shape
shape   ::= "GeometryCollection(" shape *( "," shape ) ")"
          / "LineString" line
          / "MultiLineString(" [ line *( "," line ) ] ")"
          / "MultiPoint(" [ point *( "," point ) ] ")"
          / "MultiPolygon(" [ polygon *( "," polygon ) ] ")"
          / "Point" point
          / "Polygon" polygon
line      = "(" position 1*( "," position ) ")"
point     = "(" position ")"
polygon   = "(" ring *( "," ring ) ")"
ring      = "(" position *( "," position ) ")"
position  = numeral " " numeral [ " " numeral ] [ " " numeral ]
"""

OPTIONS = """
select ::= selectItem *( "," selectItem )
selectItem := star / allOf / selected / ( name / type ) [ parameters ]
            / ( name / type ) "/" ( selected / ( name / type ) [ parameters ] )
selected = ( name / at ) [ "(" partOption *( ";" partOption ) ")" ]
         / ( name / at ) [ "/" ( name / type ) ]
           [ "(" selectOption *( ";" selectOption ) ")" / "/" selected ]
star  := "*"
allOf := qualified ".*"
parameters := "(" argumentName *( "," argumentName ) ")"

expand ::= expandItem *( "," expandItem )
expandItem := mediaValue / expandPath
expandPath = star [ "/" ref / "(" levels ")" ]
           / ( name / at ) [ "/" ( name / type ) ] [ expandTail ]
           / ( name / type / at ) "/" expandPath
expandTail = "/" ref [ "(" refOption *( ";" refOption ) ")" ]
           / "/" countRef [ "(" countOption *( ";" countOption ) ")" ]
           / "(" expandOption *( ";" expandOption ) ")"
mediaValue := "$value"
ref := %s"$ref"
countRef := %s"$count"

countOption  = filterOption / searchOption
refOption    = countOption / orderbyOption / skipOption / topOption / inlineCount
expandOption = refOption / selectOptionItems / expandOptionItems / computeOption / levels
             / aliasOption
partOption   = refOption
selectOption = refOption / computeOption / selectOptionItems / aliasOption

filterOption  := filterName  "=" expr
orderbyOption := orderbyName "=" orderItems
skipOption    := skipName    "=" digits
topOption     := topName     "=" digits
inlineCount   := countName   "=" boolean
searchOption  := searchName  "=" BWS searchText
computeOption := computeName "=" computeItem *( "," computeItem )
selectOptionItems := selectName "=" select
expandOptionItems := expandName "=" expand
levels        := levelsName  "=" ( levelCount / levelMax )
aliasOption   := alias "=" expr
filterName  := "$filter"  / "filter"
orderbyName := "$orderby" / "orderby"
skipName    := "$skip"    / "skip"
topName     := "$top"     / "top"
countName   := "$count"   / "count"
searchName  := "$search"  / "search"
computeName := "$compute" / "compute"
selectName  := "$select"  / "select"
expandName  := "$expand"  / "expand"
levelsName  := "$levels"  / "levels"
digits     := 1*DIGIT
levelCount := ONETONINE *DIGIT
levelMax   := "max"
computeItem := expr RWS "as" RWS argumentName

searchText := search / quoted
search ::= ( "(" BWS search BWS ")" / phrase / word ) [ RWS [ ( %s"OR" / %s"AND" ) RWS ] >search ]
         / %s"NOT" RWS >search
phrase  = DQUOTE 1*PHRASECHAR DQUOTE
word    = SEARCHCHAR *( SEARCHCHAR / "'" )
"""

GRAMMAR = EXPRESSIONS + FUNCTIONS + PATHS + LITERALS + OPTIONS

LAST_RESORT = ("keySegment", "keySlash")
"""The rules that are read into a text only where no other reading is left."""

TIERS = (("plainKey", "wildKey"), ("wildKey",), ())
"""What to leave out, first, next and last: keys written as path steps, such as `/Items/1`.

OData's grammar takes nearly anything without a space for such a key, brackets and commas too. It
could read one into many a text that has a plain meaning.
"""
