"""Akoma Ntoso out and in: valid, and the same draft again with all that came with it."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.exchange.papers import faults, papers
from tests.haste import EVERY, tries
from tests.text.instruments import agreement

from travaux.amend.operations import Instruction, SubstituteWords, Words
from travaux.amend.proceedings import Outcome, Step
from travaux.errors import HostileXml, NoDocuments, NotXml, UnreadableInput
from travaux.exchange.akn import akn
from travaux.exchange.akn.names import AKN, own
from travaux.exchange.paper import Paper, fingerprint
from travaux.exchange.receive import receive
from travaux.findings import Citation
from travaux.record.read import read
from travaux.text.draft import Draft
from travaux.text.outline import outline
from travaux.text.parse import parse

FERRY = ["Ferry Treaty", "Article 1", "1. It runs daily:", "(a) in summer;", "2. It is free.", "Article 2", "It rests."]


def _ferry() -> Draft:
    (draft,) = outline(agreement(FERRY))
    return draft


many = settings(max_examples=tries(200), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(papers)
def test_a_paper_comes_back_from_akoma_ntoso_as_it_was(paper: Paper) -> None:
    received = akn.read(akn.write(paper), name="paper.akn.xml")

    assert received.paper == paper
    assert received.findings == ()


@many
@given(papers)
def test_what_is_written_is_valid_against_the_schema(paper: Paper) -> None:
    assert faults(akn.write(paper)) == []


@many
@given(papers)
def test_every_modification_leads_to_an_element_of_the_text(paper: Paper) -> None:
    root = etree.fromstring(akn.write(paper))
    names = {f"#{element.get('eId')}" for element in root.iter() if element.get("eId")}

    for modification in root.iter(f"{{{AKN}}}passiveModifications"):
        for end in modification.iter(f"{{{AKN}}}source", f"{{{AKN}}}destination"):
            assert end.get("href") in names


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert akn.write(Paper(_ferry())) == akn.write(Paper(_ferry()))


def test_provisions_are_named_as_the_naming_convention_says() -> None:
    root = etree.fromstring(akn.write(Paper(_ferry())))

    assert [element.get("eId") for element in root.find(f".//{{{AKN}}}body").iter() if element.get("eId")] == [
        "body", "art_1", "art_1__para_1", "art_1__para_1__subpara_a", "art_1__para_2", "art_2", "art_2__para_1",
    ]  # fmt: skip


def test_the_file_says_which_text_it_holds_and_the_hash_of_its_words() -> None:
    written = akn.write(Paper(replace(_ferry(), date=datetime.date(1962, 5, 4)))).decode()

    assert '<FRBRuri value="/akn/xx/bill/treaty/1962-05-04/agreement-draft"/>' in written
    assert f'<FRBRalias name="sha256" value="{fingerprint(_ferry())}"/>' in written


def test_words_that_another_program_changed_are_told() -> None:
    written = akn.write(Paper(_ferry())).replace(b"daily", b"weekly")

    (finding,) = akn.read(written, name="ferry.akn.xml").findings

    assert finding.code == "words-changed"


def test_words_that_another_program_wrote_into_the_file_cite_the_file() -> None:
    written = re.sub(rb'<p t:from="[^"]*">It rests', b"<p>It rests", akn.write(Paper(_ferry())))

    draft = akn.read(written, name="ferry.akn.xml").paper.draft

    assert "ferry.akn.xml" in {run.origin.document for provision in draft.walk() for run in provision.line}


def test_a_file_with_a_changed_structure_is_read_as_one_of_others() -> None:
    written = akn.write(Paper(_ferry())).replace(b"</content>", b"<p>And more.</p></content>", 1)

    received = akn.read(written, name="ferry.akn.xml")

    assert received.findings[0].code == "structure-changed"
    assert "And more." in received.paper.draft.text


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b'<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act/></akomaNtoso>', UnreadableInput, "another version"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>', HostileXml, "Line 1"),
        (b"<akomaNtoso><bill>", NotXml, "Line 1"),
        (f'<akomaNtoso xmlns="{AKN}"><bill/></akomaNtoso>'.encode(), NoDocuments, "There is no text in it"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_the_cure(content: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=r"bad\.xml") as refused:
        receive(content, name="bad.xml")

    assert said in str(refused.value)


def test_what_made_a_draft_is_told_as_passive_modifications() -> None:
    change = SubstituteWords(parse("Article 1, paragraph 1"), "daily", Words("weekly", Citation("telegram", 10, 16)))
    step = Step(Instruction(Citation("telegram", 0, 40), "Put weekly.", (change,)), Outcome.APPLIED, "a", "b")

    root = etree.fromstring(akn.write(Paper(_ferry(), made_by=(step,))))

    (modification,) = root.iter(f"{{{AKN}}}textualMod")
    assert modification.get("type") == "substitution"
    assert modification.find(f"{{{AKN}}}destination").get("href") == "#art_1__para_1"
    assert [each.text for each in modification.iter(own("words"))] == ["daily", "weekly"]
    assert root.find(f".//{{{AKN}}}passiveRef").get("showAs") == "telegram"


@pytest.mark.corpus
def test_the_treaties_of_the_record_come_back_as_they_were_from_valid_files(corpus: Path) -> None:
    read_in = 0
    for path in sorted((corpus / "treaties").glob("*.txt"))[:: EVERY * EVERY]:
        try:
            documents = read(path.read_bytes(), name=path.name)
        except UnreadableInput:
            continue
        for draft in (draft for document in documents for draft in outline(document)):
            written = akn.write(Paper(draft))
            assert akn.read(written, name="treaty.akn.xml").paper == Paper(draft), path.name
            assert faults(written) == [], path.name
            (document,) = read(written, name="treaty.akn.xml")
            assert document.text == draft.text, path.name
            read_in += 1
    assert read_in
