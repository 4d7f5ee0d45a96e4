"""A file of Akoma Ntoso that was mangled is read with findings or refused in one line; it never breaks the program."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.haste import tries
from tests.text.instruments import agreement

from travaux.errors import TravauxError
from travaux.exchange.akn import akn
from travaux.exchange.paper import Paper
from travaux.exchange.receive import receive
from travaux.record.read import read
from travaux.text.outline import outline

_OTHERS = (Path(__file__).parents[1] / "cases" / "exchange" / "akn_of_others" / "ferry.xml").read_bytes()
_LINES = ["Ferry Treaty", "Preamble", "Ardal and Sorne,", "Desiring peace,", "Article 1", "1. It runs:", "(a) daily;"]
_LINES += [
    "Article 2",
    "It rests.",
    "In witness whereof, they sign.",
    "Done at Morven.",
    "For Ardal",
    "ANNEX A",
    "Quays.",
]
(_DRAFT,) = outline(agreement(_LINES))
FILES = (akn.write(Paper(_DRAFT)), _OTHERS)


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A file in which elements went, came twice, lost an attribute or their words, or changed places."""
    root = etree.fromstring(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 4))):
        elements = [element for element in root.iter(etree.Element) if element.getparent() is not None]
        if not elements:
            break
        chosen, other = draw(st.sampled_from(elements)), draw(st.sampled_from(elements))
        parent = chosen.getparent()
        match draw(st.sampled_from(["drop", "twice", "attribute", "words", "move", "comment", "rename"])):
            case "drop":
                parent.remove(chosen)
            case "twice":
                parent.append(deepcopy(chosen))
            case "attribute" if chosen.attrib:
                name = draw(st.sampled_from(sorted(chosen.attrib)))
                chosen.set(name, draw(st.sampled_from(["", "x", "source_1 9 1", "source_1 a b", "-1"])))
            case "words":
                chosen.text = draw(st.sampled_from([None, "words", " "]))
            case "move" if chosen not in other.iterancestors() and chosen is not other:
                other.append(chosen)
            case "comment":
                chosen.append(etree.Comment(" a remark "))
            case _:
                chosen.tag = other.tag
    return etree.tostring(root)


@settings(max_examples=tries(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mangled())
def test_a_mangled_file_is_read_or_refused(content: bytes) -> None:
    for reader in (receive, read):
        try:
            reader(content, name="mangled.xml")
        except TravauxError as trouble:
            assert "mangled.xml" in str(trouble)


def test_the_files_are_sound_before_they_are_mangled() -> None:
    assert [receive(content, name="sound.xml").findings for content in FILES] == [(), ()]
