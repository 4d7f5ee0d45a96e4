"""What a file names follows the registers it holds, whichever comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.actions.build import build
from travaux.desk import file, models, shelf
from travaux.desk.registers import lookup
from travaux.desk.registers.pack import EntryKind
from travaux.errors import UnknownEntry

pytestmark = pytest.mark.usefixtures("unblocked")

ENTRY = '<item><hi rend="strong"><persName xml:id="{id}">{name}</persName>,</hi> {office}</item>'
TERM = '<item><hi rend="strong"><term xml:id="{id}">{name}</term>,</hi> {meaning}</item>'
VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><idno type="frus">{id}</idno></teiHeader><text><front>
<div xml:id="persons"><head>Persons</head><list>{persons}</list></div>
<div xml:id="terms"><head>Abbreviations</head><list>{terms}</list></div></front><body>{documents}</body></text></TEI>"""
LETTER = """<div type="document" xml:id="d{number}" n="{number}"><head>{number}. Letter From Pell to Ash</head>
<opener><dateline>Arven, <date when="{year}-05-{number:02d}">May {number}, {year}</date></dateline></opener>
<p>{words}</p></div>"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "library.travaux"


def volume(folder: Path, id: str, year: int, *, person: str = "", meaning: str = "") -> Path:
    """A volume of three letters that name Astley and the AC, with a list of one person and one abbreviation."""
    path = folder / f"{id}.xml"
    letters = [LETTER.format(number=n, year=year, words="Astley told the AC so. Astley left.") for n in (1, 2, 3)]
    persons = ENTRY.format(id="p1", name=person, office=f"Consul until {year}") if person else ""
    terms = TERM.format(id="t1", name="AC", meaning=meaning) if meaning else ""
    path.write_text(VOLUME.format(id=id, persons=persons, terms=terms, documents="".join(letters)), encoding="utf-8")
    return path


def letter(folder: Path, year: int) -> Path:
    path = folder / "letter.txt"
    words = f"7. Letter From Pell to Ash\n\nArven, May 2, {year}.\n\nDear Ash: Astley told the AC so.\n"
    path.write_text(words, encoding="utf-8")
    return path


def listing(folder: Path, *lines: str) -> Path:
    path = folder / "lists.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def named(out: Path, name: str) -> list[str]:
    """What the document of that name is linked with, each as 'register: name'."""
    file.open_file(out)
    links = lookup.links(shelf.row(name))
    told = [f"{each.entry.register}: {each.entry.name} {len(each.mentions)}" for each in links.named]
    file.close()
    return told


def test_a_volume_is_linked_with_its_own_register_alone(tmp_path: Path, out: Path) -> None:
    one = volume(tmp_path, "v1", 1961, person="Astley, Colm", meaning="Coastal Council")
    other = volume(tmp_path, "v2", 1961, person="Astley, Dora", meaning="Air Corps")
    build([one, other], out=out)
    assert named(out, "v1/d1") == ["v1: Astley, Colm 2", "v1: AC 1"]
    assert named(out, "v2/d1") == ["v2: Astley, Dora 2", "v2: AC 1"]


def test_a_text_borrows_the_register_of_the_volume_whose_time_covers_its_date(tmp_path: Path, out: Path) -> None:
    one = volume(tmp_path, "v1", 1951, person="Astley, Colm", meaning="Coastal Council")
    other = volume(tmp_path, "v2", 1961, person="Astley, Dora", meaning="Air Corps")
    build([one, other, letter(tmp_path, 1961)], out=out)
    assert named(out, "letter") == ["v2: Astley, Dora 1", "v2: AC 1"]


def test_a_register_that_comes_later_links_what_was_in_before(tmp_path: Path, out: Path) -> None:
    build([letter(tmp_path, 1961)], out=out)
    assert named(out, "letter") == []
    build([listing(tmp_path, "Persons", "Astley, Colm, Consul", "Abbreviations", "AC, Coastal Council")], out=out)
    assert named(out, "letter") == ["lists: Astley, Colm 1", "lists: AC 1"]
    file.open_file(out)
    assert shelf.overview().documents == 1


def test_a_volume_without_persons_borrows_those_and_keeps_its_abbreviations(tmp_path: Path, out: Path) -> None:
    one = volume(tmp_path, "v1", 1961, meaning="Coastal Council")
    other = volume(tmp_path, "v2", 1961, person="Astley, Dora", meaning="Air Corps")
    build([one], out=out)
    assert named(out, "v1/d1") == ["v1: AC 1"]
    build([other], out=out)
    assert named(out, "v1/d2") == ["v2: Astley, Dora 2", "v1: AC 1"]


def test_two_borrowed_persons_of_a_surname_are_not_decided(tmp_path: Path, out: Path) -> None:
    one = volume(tmp_path, "v1", 1961, person="Astley, Colm", meaning="Coastal Council")
    other = volume(tmp_path, "v2", 1961, person="Astley, Dora", meaning="Air Corps")
    build([one, other, letter(tmp_path, 1961)], out=out)
    file.open_file(out)
    links = lookup.links(shelf.row("letter"))
    (mention,) = links.undecided
    assert [links.entries[target].name for target in mention.targets] == ["Astley, Colm", "Astley, Dora"]
    assert [each.entry.register for each in links.named] == ["v1"]


def test_building_again_links_nothing_anew(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [volume(tmp_path, "v1", 1961, person="Astley, Colm", meaning="Coastal Council"), letter(tmp_path, 1961)]
    build(paths, out=out)
    monkeypatch.setattr("travaux.actions.link.keep_mentions", lambda linked: pytest.fail("linked anew"))
    build(paths, out=out)


def test_a_file_of_an_earlier_format_gets_its_lists_when_it_is_built_again(tmp_path: Path, out: Path) -> None:
    path = volume(tmp_path, "v1", 1961, person="Astley, Colm", meaning="Coastal Council")
    build([path], out=out)
    file.create_or_open(out)
    models.Register.objects.all().delete()
    models.Source.objects.update(listed=False)
    file.close()
    build([path], out=out)
    assert named(out, "v1/d1") == ["v1: Astley, Colm 2", "v1: AC 1"]


def test_entries_are_found_by_name_and_by_word_with_the_documents_that_name_them(tmp_path: Path, out: Path) -> None:
    build([volume(tmp_path, "v1", 1961, person="Astley, Colm", meaning="Coastal Council")], out=out)
    file.open_file(out)
    for words in ("astley", "Astley, Colm", "consul", "p1"):
        ((entry,),) = lookup.find(words).groups
        assert entry.name == "Astley, Colm"
    rows, total, times = lookup.documents([entry], first=1, limit=1)
    assert ([row.ident for row, _ in rows], total, times) == (["v1/d2"], 3, 6)
    assert lookup.find("coastal", kind=EntryKind.PERSON).total == 0
    assert [group[0].name for group in lookup.find("").groups] == ["Astley, Colm", "AC"]
    with pytest.raises(UnknownEntry):
        lookup.entry(99)
