"""What is sent to have a text cleared."""

from __future__ import annotations

from ninja import Field, Schema

from travaux.clearance.package import Kind
from travaux.web.clearance.act import Deed


class PackageIn(Schema, extra="forbid"):
    """A package to be opened. Its text is that of the draft or document whose id is `subject`, or else `words`; `route`
    as on the page: "LA, Marine (Article VI) by 1963-03-04; Press?"."""

    id: str = Field(min_length=1, max_length=200)
    kind: Kind
    title: str = Field(default="", max_length=1000)
    subject: str = Field(default="", max_length=1000)
    words: str = Field(default="", max_length=400_000)
    route: str = Field(max_length=10_000)
    drafter: str = Field(max_length=200)
    person: str = Field(default="", max_length=200)
    approver: str = Field(default="", max_length=200)
    recommendations: list[str] = Field(default=[], max_length=1000)


class ActIn(Schema, extra="forbid"):
    """What is done with a package, and for which office. `words` are reasons or additions, `change` an order in formal
    English, `text` the whole text as it is to be; `despite` is why it is decided while required clearances are missing,
    which is refused without; `number` is that of a change or a recommendation (0 is the text);
    `to` is the office that is meant, or the number under which the text is sent. `seen` is the `sha256` of the text
    that was read: where it is another by now, the act is refused."""

    do: Deed
    office: str = Field(max_length=200)
    person: str = Field(default="", max_length=200)
    words: str = Field(default="", max_length=20_000)
    change: str = Field(default="", max_length=20_000)
    text: str = Field(default="", max_length=400_000)
    despite: str = Field(default="", max_length=4_000)
    number: int = Field(default=0, ge=0, le=100_000)
    to: str = Field(default="", max_length=200)
    seen: str = Field(default="", max_length=64)
