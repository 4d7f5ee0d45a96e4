"""Files of Akoma Ntoso that other programs wrote: their structure is kept, and no word of them is lost."""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from tests.exchange.papers import faults

from travaux.exchange.akn.names import AKN
from travaux.exchange.receive import receive
from travaux.findings import Finding
from travaux.record.read import read
from travaux.text.draft import Draft, Provision, words_of

FERRY = Path(__file__).parents[1] / "cases" / "exchange" / "akn_of_others" / "ferry.xml"


def _told(provision: Provision, depth: int = 0) -> list[str]:
    words = f"{words_of(provision.label)}|{words_of(provision.content)}"
    below = [line for child in provision.children for line in _told(child, depth + 1)]
    return [f"{'  ' * depth}{provision.kind.value} {provision.number}: {words}", *below]


def _draft(content: bytes = b"") -> Draft:
    return receive(content or FERRY.read_bytes(), name="ferry.xml").paper.draft


def _codes(content: bytes) -> list[str]:
    findings: tuple[Finding, ...] = receive(content, name="ferry.xml").findings
    return [finding.code for finding in findings]


def test_the_structure_is_read_as_it_is_marked() -> None:
    told = [line for provision in _draft().provisions for line in _told(provision)]

    assert told == (FERRY.parent / "tree.txt").read_text(encoding="utf-8").splitlines()


def test_the_case_is_valid_and_gives_no_finding() -> None:
    assert faults(FERRY.read_bytes()) == []
    assert _codes(FERRY.read_bytes()) == []


def test_no_word_outside_the_metadata_is_lost_or_added() -> None:
    root = etree.fromstring(FERRY.read_bytes())
    for element in [*root.iter(f"{{{AKN}}}meta"), *root.iter(f"{{{AKN}}}del")]:
        tail = element.tail or ""
        element.clear()
        element.tail = tail
    letters = "".join("".join(root.itertext()).split())

    assert sorted(letters + "a") == sorted("".join(_draft().text.split()))


def test_words_marked_as_deleted_stand_in_the_text_before() -> None:
    paper = receive(FERRY.read_bytes(), name="ferry.xml").paper

    assert "sails twice a day:" in paper.draft.text
    assert paper.before is not None
    assert "sails daily:" in paper.before.text


def test_every_run_cites_its_words_in_the_document_that_the_file_is() -> None:
    (document,) = read(FERRY.read_bytes(), name="ferry.xml")

    for provision in _draft().walk():
        for run in provision.line:
            assert (
                document.passage(run.origin) == run.words
                or run.words == f"{run.origin.note} {document.passage(run.origin)}"
            )


def test_a_note_stands_beside_the_text_of_the_document() -> None:
    (document,) = read(FERRY.read_bytes(), name="ferry.xml")
    (note,) = document.notes

    assert (note.mark, note.text) == ("a", "It has sailed since 1802.")
    assert document.text[: note.offset].endswith("the age of the ferry")


def test_a_file_that_is_not_valid_is_read_and_the_faults_are_told() -> None:
    broken = FERRY.read_bytes().replace(b'<chapter eId="chp_I">', b'<chapter eId="chp I">')

    assert _codes(broken) == ["not-valid"]
    assert _draft(broken).text == _draft().text


def test_images_and_elements_of_other_standards_are_told() -> None:
    with_image = FERRY.read_bytes().replace(b"<p>bees;</p>", b'<p>bees;<img src="bee.png"/></p>')

    assert _codes(with_image) == ["not-read"]
