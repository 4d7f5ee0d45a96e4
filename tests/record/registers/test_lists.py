"""Lists of persons and abbreviations are read from TEI and from plain text, every word of them kept."""

from __future__ import annotations

import pytest

from travaux.record.read import opened, read
from travaux.record.register import Register
from travaux.record.registers.plain_lists import plain_register

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><idno type="frus">v01</idno></teiHeader><text>
<front>
 <div type="section" xml:id="preface"><head>Preface</head><p><hi rend="strong">Not a person,</hi> a word</p></div>
 <div type="section" xml:id="persons"><head>List of Persons</head><pb n="XX"/>
  <p>Editor’s Note: All titles are of Halvern.</p>
  <list type="names">
   <item><hi rend="strong"><persName xml:id="p_A1">Astley, Colm</persName>,</hi> Counselor until May 1963</item>
   <pb n="XXI"/>
   <item><hi rend="strong"><persName xml:id="p_K1">Kerrow, Commander Tobias (Toby Kerr)</persName></hi>, Naval
     Attaché; adviser to <persName corresp="#p_A1">Astley</persName></item>
   <item><hi rend="strong"><persName xml:id="p_S1">Shade, Peter</persName>,</hi> pseudonym for
     <persName corresp="#p_A1">Colm Astley</persName></item>
   <item><hi rend="strong"><persName xml:id="p_T1">Toby</persName>,</hi> see Tobias Kerrow</item>
  </list></div>
 <div type="section" xml:id="terms"><head>Abbreviations and Terms</head><list type="terms">
   <item><hi rend="strong"><term xml:id="t_G1">GOC</term>,</hi> Government of Corvany</item>
   <item><hi rend="strong"><term xml:id="t_F1">FEC (FECOM)</term></hi> Far Eastern Command</item>
   <item><hi rend="strong">WD,</hi> Western Department<note n="1">Since 1960.</note></item>
  </list></div>
</front>
<body><div type="document" xml:id="d1" n="1"><head>1. Letter</head><p>Astley told the GOC.</p></div></body>
</text></TEI>"""


@pytest.fixture(scope="module")
def register() -> Register:
    made = opened(VOLUME.encode(), name="v.xml").register()
    assert made is not None
    return made


def test_a_volume_gives_its_documents_and_its_register(register: Register) -> None:
    assert [document.id for document in read(VOLUME.encode(), name="v.xml")] == ["v01/d1"]
    assert register.id == "v01"


def test_persons_have_their_ids_names_offices_and_place(register: Register) -> None:
    astley, kerrow, *_ = register.persons
    assert (astley.id, astley.name, astley.offices[0].until) == ("p_A1", "Astley, Colm", "1963-05")
    assert (astley.printed.page, kerrow.printed.page) == ("XX", "XXI")
    assert kerrow.titles == ("Commander",)
    assert {"Tobias Kerrow", "Toby Kerr"} <= set(kerrow.aliases)
    assert [office.title for office in kerrow.offices] == ["Naval Attaché", "adviser to Astley"]


def test_a_pseudonym_and_a_see_lead_to_the_person(register: Register) -> None:
    assert {person.name: person.same_as for person in register.persons if person.same_as} == {
        "Shade, Peter": "p_A1",
        "Toby": "p_K1",
    }


def test_abbreviations_have_their_meanings_and_other_forms(register: Register) -> None:
    assert [(each.short, each.aliases, each.meaning) for each in register.abbreviations] == [
        ("GOC", (), "Government of Corvany"),
        ("FEC", ("FECOM",), "Far Eastern Command"),
        ("WD", (), "Western Department"),
    ]


def test_the_words_of_an_entry_are_kept_and_remarks_are_no_entries(register: Register) -> None:
    assert register.persons[0].printed.words == "Astley, Colm, Counselor until May 1963"
    assert register.remarks == ("Editor’s Note: All titles are of Halvern.",)


def test_a_volume_without_lists_has_no_register() -> None:
    bare = VOLUME[: VOLUME.index("<front>")] + VOLUME[VOLUME.index("<body>") :]
    assert opened(bare.encode(), name="v.xml").register() is None


LISTS = """List of Persons

Note: Invented.

Astley, Colm, Counselor of Embassy, until May 1963
de Rohan, Luc, Jr., Prime Minister
Frieda, Queen of Corvany
Kerrow, Commander Tobias, Naval Attaché

Abbreviations and Symbols

GOC, Government of Corvany
WD: Western Department"""


@pytest.mark.parametrize("parted", ["\n", "\n\n"])
def test_a_plain_list_is_read_whether_blank_lines_part_its_entries_or_not(parted: str) -> None:
    words = LISTS if parted == "\n" else LISTS.replace("\n\n", "\n").replace("\n", "\n\n")
    made = plain_register(words.splitlines(), id="lists")
    assert made is not None
    assert [person.name for person in made.persons] == [
        "Astley, Colm",
        "de Rohan, Luc, Jr.",
        "Frieda",
        "Kerrow, Commander Tobias",
    ]
    assert [each.short for each in made.abbreviations] == ["GOC", "WD"]
    assert made.remarks == ("Note: Invented.",)


def test_a_file_that_is_a_list_has_no_document() -> None:
    reading = opened(LISTS.encode(), name="lists.txt")
    assert (reading.total, list(reading.documents)) == (0, [])
    register = reading.register()
    assert register and register.id == "lists"


@pytest.mark.parametrize(
    "words",
    [
        "Persons\n\nThe Minister received the Ambassador at noon.",
        "7. Telegram From the Embassy\n\nPersons\n\nAstley, Colm, Counselor",
        "Astley, Colm, Counselor",
        "Persons",
        "",
    ],
)
def test_any_other_text_is_no_list(words: str) -> None:
    assert plain_register(words.splitlines(), id="x") is None
