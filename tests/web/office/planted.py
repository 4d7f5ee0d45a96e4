"""A negotiation in which words are planted: in documents above a level, on a list, for named eyes, and in a portion.

Every planted word begins with the stem of its document, which stands nowhere else.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from travaux.actions.build import build
from travaux.actions.decide import decide
from travaux.actions.enrol import enrol
from travaux.actions.mark import mark_portion
from travaux.actions.remark import Cites, remark
from travaux.actions.withhold import Ground, withhold
from travaux.actions.withhold import found as found_in
from travaux.amend.decide import Verdict
from travaux.desk import file, shelf
from travaux.desk.access.marking import LIMITED, Level, Marking, read
from travaux.desk.access.viewer import Role
from travaux.desk.people.people import Told, keep, keep_office

#: The words of which no other document has one, by the stem of their document.
FIELDS = ("title", "sender", "addressee", "place", "body", "note", "source", "drafter", "signed")


@dataclass(frozen=True)
class Sealed:
    """A document with planted words: its stem, its number, how it is marked in its source note, and its body."""

    stem: str
    number: int
    printed: str
    body: str

    @property
    def id(self) -> str:
        return f"accord/d{self.number}"


SECRET = Sealed(
    "zqalpha",
    41,
    "Secret; Priority",
    "<p>Re draft treaty. In Article 2, replace “Fares are free” with “Fares are zqalphawords”.</p>"
    "<p>The drafters are to revise Article 3 in the sense of zqalphasense discussed. [5 lines not declassified]</p>",
)
LIMITED_ONE = Sealed(
    "zqbeta",
    42,
    "Confidential; Limit Distribution",
    "<p>Our own text follows.</p><p>Draft Zqbeta Treaty</p><p>Article 1</p><p>The zqbetaferry runs at night.</p>"
    "<p>Article 2</p><p>Fares are zqbetahigh.</p>",
)
EYES = Sealed(
    "zqgamma", 43, "Secret; Eyes Only for the Ambassador", "<p>The Minister says zqgammafloor, see telegram 41.</p>"
)
INSIDE = Sealed("zqdelta", 44, "Official Use Only; No Distribution Outside Department", "<p>The zqdeltaoffice met.</p>")
TOP = Sealed("zqeta", 46, "Top Secret; Nodis", "<p>Nobody is to know of zqetafleet.</p>")
SEALED = (SECRET, LIMITED_ONE, EYES, INSIDE, TOP)
PORTION, PORTION_STEM = "our floor is zqepsilonsum per ferry", "zqepsilon"
STEMS = (*(each.stem for each in SEALED), PORTION_STEM)

_OPEN = """
<div type="document" xml:id="d1" n="1"><head>1. Letter From Ost to Vey<note n="1" xml:id="d1fn1" type="source">Source: Files, 1.
Unclassified.</note></head><dateline><placeName>Port Ost</placeName>, <date when="1961-03-14">March 14, 1961</date></dateline>
<p>Dear Anna: Our draft follows.</p><p>Draft Ferry Treaty</p><p>Article 1</p><p>The ferry runs twice a day.</p>
<p>Article 2</p><p>Fares are free.</p><p>Sincerely,</p></div>
<div type="document" xml:id="d2" n="2"><head>2. Telegram From the Embassy in Vey to the Ministry<note n="1" xml:id="d2fn1"
type="source">Source: Files, 2. Unclassified.</note></head>
<dateline><placeName>Vey</placeName>, <date when="1961-04-09">April 9, 1961</date></dateline>
<p>13. Re draft treaty. In Article 1, replace “twice” with “four times”. See telegram 141 from Ostport, April 2.</p></div>
<div type="document" xml:id="d45" n="45"><head>45. Memorandum From Brand to Ost<note n="1" xml:id="d45fn1" type="source">
Source: Files, 45. Unclassified.</note></head><dateline><placeName>Port Ost</placeName>, <date when="1961-04-11">April 11,
1961</date></dateline><p>The pier is to be mended, and our floor is zqepsilonsum per ferry. The harbour is calm.</p></div>
"""


def _sealed(each: Sealed) -> str:
    stem = each.stem
    return f"""<div type="document" xml:id="d{each.number}" n="{each.number}"><head>{each.number}. Telegram From
{stem}sender to {stem}addressee on {stem}title<note n="1" xml:id="d{each.number}fn1" type="source">Source: Files,
{stem}source. {each.printed}. Drafted by {stem}drafter.</note></head><opener><seg>1{each.number}. </seg></opener><dateline>
<placeName>{stem}place</placeName>, <date when="1961-04-02">April 2, 1961</date></dateline>
<p>Of Document 1<note n="2" xml:id="d{each.number}fn2">A {stem}note.</note>: {stem}body.</p>{each.body}
<closer><signed>{stem}signed</signed></closer></div>"""


def _volume(documents: str, front: str = "") -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>{front}</front><body>{documents}</body></text></TEI>'


_LISTS = """<div xml:id="persons"><head>Persons</head><list><item><hi rend="strong"><persName xml:id="p_ZP1">Zqetaperson,
Anna</persName>,</hi> zqetaoffice until 1961</item></list></div>"""
_REGISTER = """
[[instrument]]
id = "ferry"
title = "Ferry Treaty"
kind = "treaty"
parties = ["Ost", "Vey"]
document = "accord/d1"
words = "The ferry runs twice a day."

[[event]]
id = "signed"
instrument = "ferry"
kind = "signature"
date = 1961-03-14
document = "accord/d1"
words = "Our draft follows."

[[instrument]]
id = "zqalpha"
title = "Zqalphatreaty"
kind = "treaty"
parties = ["Ost", "Zqalphaparty"]
document = "accord/d41"
words = "zqalphabody"

[[event]]
id = "zqalphaact"
instrument = "zqalpha"
kind = "signature"
date = 1961-04-02
document = "accord/d41"
words = "zqalphabody"
"""

MADE_AT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
PASSWORD = "a long and winding pier"


def _told(key: str, level: Level, roles: set[Role], *, names: str = "", lists: str = "", office: str = "") -> Told:
    return Told(
        key=key,
        name=key.capitalize(),
        level=level,
        roles=frozenset(roles),
        names=frozenset(filter(None, [names])),
        lists=frozenset(filter(None, [lists])),
        offices=frozenset(filter(None, [office])),
    )


#: Each kind of person.
PEOPLE = (
    _told("reader", Level.UNCLASSIFIED, {Role.READER}),
    _told("keeper", Level.UNCLASSIFIED, {Role.KEEPER}),
    _told("drafter", Level.CONFIDENTIAL, {Role.DRAFTER}, lists=LIMITED),
    _told("negotiator", Level.SECRET, {Role.NEGOTIATOR}),
    _told("clearer", Level.CONFIDENTIAL, {Role.CLEARER}, office="Department"),
    _told("approver", Level.TOP_SECRET, {Role.APPROVER}),
    _told("ambassador", Level.SECRET, {Role.READER, Role.NEGOTIATOR}, names="the Ambassador"),
)


def make(path: Path, folder: Path) -> None:
    """Make the file at `path`, with all that people do in one."""
    folder.mkdir()
    (folder / "accord.xml").write_text(_volume(_OPEN + "".join(map(_sealed, SEALED[:-1]))), encoding="utf-8")
    (folder / "zqeta-sealed.xml").write_text(_volume(_sealed(TOP), _LISTS), encoding="utf-8")
    report = build([folder], out=path)
    assert not report.troubles
    file.open_file(path)
    mark_portion(found_in(shelf.document("accord/d45"), PORTION), Marking(Level.SECRET))
    for each in SEALED[:-1]:
        row = shelf.row(each.id)
        assert row.marking and read(row.marking.tree) != Marking(), each.printed
    secret = shelf.document(SECRET.id)
    changed = next(step.instruction.at for step in shelf.steps_of(shelf.row(SECRET.id)))
    decide(changed, Verdict.CONFIRMED)
    vague = found_in(secret, "The drafters are to revise Article 3 in the sense of zqalphasense discussed.")
    decide(vague, Verdict.REJECTED)
    remark("accord/d1/draft", "Article 1", "Zqbetareason.", cites=Cites(LIMITED_ONE.id, "zqbetaferry"))
    ground = Ground(reason="zqgammareason", authority="zqgammaauthority", date=datetime.date(1961, 5, 1))
    withhold(found_in(shelf.document(EYES.id), "zqgammafloor"), ground)
    enrol(_REGISTER.encode(), name="register.toml")
    with file.writing():
        keep_office("Department", party="Ost", lists=["department"])
        for told in PEOPLE:
            keep(told, made_at=MADE_AT)
    file.close()


def hidden_from(told: Told) -> tuple[str, ...]:
    """The stems of the words that a person may not see."""
    sees = {
        "zqalpha": told.level >= Level.SECRET,
        "zqbeta": told.level >= Level.CONFIDENTIAL and LIMITED in told.lists,
        "zqgamma": told.level >= Level.SECRET and "the Ambassador" in told.names,
        "zqdelta": told.level >= Level.OFFICIAL_USE and "Department" in told.offices,
        "zqepsilon": told.level >= Level.SECRET,
        "zqeta": False,
    }
    return tuple(stem for stem in STEMS if not sees[stem])
