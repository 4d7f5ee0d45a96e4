"""A negotiation in which words are planted: in documents above a level, on a list, for named eyes, and in a portion.

Every planted word begins with the stem of its document, which stands nowhere else.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from travaux.actions.build import build
from travaux.actions.clear import Actor, Plan, circulate, open_package
from travaux.actions.decide import decide
from travaux.actions.enrol import enrol
from travaux.actions.mark import mark_portion
from travaux.actions.people import set_password
from travaux.actions.remark import Cites, remark
from travaux.actions.take_positions import From, Refusal, dismiss_proposals, take_positions
from travaux.actions.tell_positions import tell_positions
from travaux.actions.withhold import Ground, withhold
from travaux.amend.decide import Verdict
from travaux.clearance.package import Kind
from travaux.clearance.route import route
from travaux.cli.app import run
from travaux.desk import file, positions, shelf
from travaux.desk.access.marking import LIMITED, Level, Marking, read
from travaux.desk.access.viewer import Role
from travaux.desk.people.people import Told, keep, keep_office
from travaux.mandate.issue import folded
from travaux.record.quoted import found as found_in

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
    "zqgamma",
    43,
    "Secret; Eyes Only for the Ambassador",
    "<p>The Minister says zqgammafloor, see telegram 41.</p>"
    "<p>You should oppose any zqgammachange of Article 1. If they insist, you may accept zqgammafares.</p>",
)
INSIDE = Sealed("zqdelta", 44, "Official Use Only; No Distribution Outside Department", "<p>The zqdeltaoffice met.</p>")
TOP = Sealed("zqeta", 46, "Top Secret; Nodis", "<p>Nobody is to know of zqetafleet.</p>")
SEALED = (SECRET, LIMITED_ONE, EYES, INSIDE, TOP)
PORTION, PORTION_STEM = "our floor is zqepsilonsum per ferry", "zqepsilon"
#: The documents of which it is noted who saw them, by the stems of their words.
NOTED = {SECRET.stem: SECRET.id, EYES.stem: EYES.id, TOP.stem: TOP.id, PORTION_STEM: "accord/d45"}
#: Why a reference is not settled, as it is told where all documents that it may mean are seen: nobody here sees them
#: all, and how many there are tells of the others.
COUNTED = "5 documents fit as well"
STEMS = (*(each.stem for each in SEALED), PORTION_STEM)


def _sealed(each: Sealed) -> str:
    stem = each.stem
    head = f"{each.number}. Telegram From {stem}sender to {stem}addressee on {stem}title"
    source = f"Source: Files, {stem}source. {each.printed}. Drafted by {stem}drafter."
    return f"""<div type="document" xml:id="d{each.number}" n="{each.number}">
<head>{head}<note n="1" xml:id="d{each.number}fn1" type="source">{source}</note></head>
<opener><seg>1{each.number}. </seg></opener>
<dateline><placeName>{stem}place</placeName>, <date when="1961-04-02">April 2, 1961</date></dateline>
<p>Of Document 1<note n="2" xml:id="d{each.number}fn2">A {stem}note.</note>, to Anna Rook: {stem}body.</p>{each.body}
<closer><signed>{stem}signed</signed></closer></div>"""


def _volume(documents: str, front: str = "") -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>{front}</front><body>{documents}</body></text></TEI>'


def _list(ident: str, name: str, told: str) -> str:
    """A list of persons with one of them."""
    entry = f'<hi rend="strong"><persName xml:id="p_{ident}">{name}</persName>,</hi> {told}'
    return f'<div xml:id="persons"><head>Persons</head><list><item>{entry}</item></list></div>'


_HERE = Path(__file__).parent / "record"
MADE_AT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
#: Who can log in, and by which password.
WITH_PASSWORD = ("reader", "keeper")
PASSWORD = "a long and winding pier"


#: Each kind of person.
PEOPLE = (
    Told(key="reader", name="Reader"),
    Told(key="keeper", name="Keeper", roles=frozenset({Role.KEEPER})),
    Told(
        key="drafter",
        name="Drafter",
        level=Level.CONFIDENTIAL,
        roles=frozenset({Role.DRAFTER}),
        lists=frozenset({LIMITED}),
    ),
    Told(key="negotiator", name="Negotiator", level=Level.SECRET, roles=frozenset({Role.NEGOTIATOR})),
    Told(
        key="clearer",
        name="Clearer",
        level=Level.CONFIDENTIAL,
        roles=frozenset({Role.CLEARER}),
        offices=frozenset({"Department"}),
    ),
    Told(key="approver", name="Approver", level=Level.TOP_SECRET, roles=frozenset({Role.APPROVER})),
    Told(key="ambassador", name="Envoy", level=Level.SECRET, names=frozenset({"the Ambassador"})),
)


def make(path: Path, folder: Path) -> None:
    """Make the file at `path`, with all that people do in one."""
    folder.mkdir()
    shown = (_HERE / "open.xml").read_text(encoding="utf-8")
    known, sealed = _list("RA1", "Rook, Anna", "Counselor"), _list("ZP1", "Zqetaperson, Anna", "zqetaoffice until 1961")
    volume = _volume(shown + "".join(map(_sealed, SEALED[:-1])), known)
    (folder / "accord.xml").write_text(volume, encoding="utf-8")
    (folder / "zqeta-sealed.xml").write_text(_volume(_sealed(TOP), sealed), encoding="utf-8")
    agreement = _HERE.parents[3] / "examples" / "two-languages" / "agreement-en.txt"
    assert run(["library", "add", str(agreement), "--library", str(path.with_suffix(".library"))]) == 0
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
    enrol((_HERE / "register.toml").read_bytes(), name="register.toml")
    take_positions((_HERE / "issues.toml").read_bytes(), name="issues.toml")
    _dismiss_a_proposal()
    for ident, subject in (("zqbetapackage", f"{LIMITED_ONE.id}/draft"), ("zqepsilonpackage", "accord/d45")):
        plan = Plan(
            id=ident,
            kind=Kind.INSTRUCTION,
            route=route("Department"),
            drafter="Ferry Desk",
            title=ident.capitalize(),
            subject=subject,
        )
        open_package(plan)
        circulate(plan.id, Actor("Ferry Desk"))
    with file.writing_aside():
        keep_office("Department", party="Ost", lists=["department"])
        for told in PEOPLE:
            keep(told, made_at=MADE_AT)
    for key in WITH_PASSWORD:
        set_password(key, PASSWORD)
    file.close()


def _dismiss_a_proposal() -> None:
    """Have what a caption tells in a secret document be on no issue."""
    (issue,) = tell_positions(positions.register()).issues
    at = next(one.at for one in issue.passages if one.at.document == SECRET.id)
    refusal = Refusal(issue=folded(issue.name), reason="zqalphareason")
    dismiss_proposals(refusal, [From(at.document, span=(at.start, at.end))])


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
