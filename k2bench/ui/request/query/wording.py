"""What the page *Query* says, apart from the names of its fields."""

NO_SERVICE = "No OData service of this environment begins so: the options go out as they stand."
NO_METADATA = "Names and types are suggested once the explorer has read this service."
NO_SET = "The metadata does not say what rows this URL gives: the options are texts."
SEARCH = "Words to search for: milk AND NOT sour"
APPLY = "groupby((Category),aggregate(Price with sum as Total))"
HINTS = {
    "$select": "all columns",
    "$filter": "Price gt 10 and contains(Name,'milk')",
    "$orderby": "Name,Price desc",
    "$expand": "Category($select=Name)",
    "$search": SEARCH,
    "$apply": APPLY,
}
