"""What a node of the explorer stands for in an OData service."""

from dataclasses import dataclass

from k2bench.apis.odata.methods import Method
from k2bench.apis.odata.service import Catalogue


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a service.

    Attributes:
        tag: of the element of CSDL XML that describes it; empty: none does.
        name: as CSDL has it: qualified for types, else the plain one.
        owner: the qualified name of the type that it is a member of; empty: it is of none.
        segment: what a URL of it begins with below the root; empty: it has no URL.
        method: what is called; None: it is nothing to call.
    """

    catalogue: Catalogue
    tag: str = ""
    name: str = ""
    owner: str = ""
    segment: str = ""
    method: Method | None = None

    @property
    def plain_name(self) -> str:
        """The name without its namespace: what is typed in requests."""
        return self.name.rpartition(".")[2] if self.tag.endswith("Type") else self.name
