"""What people do with a text that others must agree to: open a package, send it round, answer, settle, decide, send it.

Each is one act in the log of the package, kept in one transaction; the rules are those of `clearance.routing`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.amend.bare import bare
from travaux.amend.operations import Instruction
from travaux.amend.trees import StoredInstruction, stored_instruction
from travaux.clearance import entries
from travaux.clearance.changes import as_change, from_text
from travaux.clearance.entries import Answer, Entry, Verdict
from travaux.clearance.package import Kind, Package, Stage, part_hash
from travaux.clearance.routing import after, routing
from travaux.clearance.standing import Routing
from travaux.desk import file, journal, packages, shelf
from travaux.desk.access.decide import sees_all
from travaux.desk.access.portions import require_whole
from travaux.desk.access.viewer import current
from travaux.errors import ClearanceRefused, TakenName, UnknownEntry, UnknownProvision, UnreadableReading
from travaux.mandate import authority
from travaux.text.draft import Draft
from travaux.text.locate import locate
from travaux.text.parse import parse
from travaux.text.whole import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a package is to be. Its text is that of the draft or document of the file whose id is `subject`, or else
    `words`. Where no `recommendations` are given an approver decides on those of a document that asks for authority."""

    id: str
    kind: Kind
    route: tuple[Stage, ...]
    drafter: str
    title: str = ""
    approver: str = ""
    recommendations: tuple[str, ...] = ()
    subject: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an office, the person in it where that is known, and the text that they had before them, by its SHA-256
    or the first signs of that (`seen`; "" where nobody says)."""

    office: str
    person: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an act says: reasons or additions in `words`; a change of the text, in formal English (`change`) or as the
    whole text is to be (`text`); why it is decided while required clearances are missing (`despite`)."""

    words: str = ""
    change: str = ""
    text: str = ""
    despite: str = ""


NOTHING = Said()


def open_package(plan: Plan, *, person: str = "") -> Routing:
    """Make a package and keep it. Raises TakenName where its id is taken, UnknownEntry where the plan makes no sense,
    UnknownDocument where its text is not in the file, and FileTrouble when the file takes no writing."""
    ident = plan.id.strip()
    _require_office(plan.drafter)
    text = _text(plan, ident)
    _require_places(plan.route, text)
    try:
        package = Package(
            id=ident,
            kind=plan.kind,
            title=plan.title.strip() or text.title or ident,
            text=text,
            route=plan.route,
            drafter=plan.drafter,
            approver=plan.approver,
            recommendations=plan.recommendations or _asked(plan),
            subject=plan.subject,
        )
    except ValueError as error:
        raise UnknownEntry(f"It cannot be routed: {error}.", remedy="Change the route.") from None
    opened = entries.Opened(by=plan.drafter, person=_person(person), made_at=timezone.now(), package=package)
    permit("clear")
    with file.writing():
        key = packages.free_key(ident)
        if key is None:
            raise TakenName(f"There is a package {ident}.", remedy="Give this one another name.")
        row = packages.keep(opened, package=key)
        journal.enter("opened for clearance", journal.On("package", key), journal.row(row))
    return routing([opened])


def circulate(package: str, by: Actor) -> Routing:
    """Send it on its way."""
    return _act(package, by, lambda _, who: entries.Circulated(**who))


def reply(package: str, by: Actor, answer: Answer, said: Said = NOTHING) -> Routing:
    """Answer for an office.

    Raises UnreadableReading where the change is not understood or does not fit, ClearanceRefused where the office is
    not asked, does not say why it objects, or gives a change with an answer that takes none.
    """

    def made(state: Routing, who: entries.Who) -> Entry:
        if answer is not Answer.WITH_CHANGES and _gives_change(said):
            raise ClearanceRefused(
                f"A change is given, and the answer “{answer.value}” would leave it out.",
                at=package,
                remedy="Concur with the change, or take it out.",
            )
        proposed = _change(state, said) if answer is Answer.WITH_CHANGES else None
        if answer is Answer.OBJECTS and not said.words.strip():
            raise ClearanceRefused("An objection has a reason.", at=package, remedy="Say why.")
        return entries.Replied(**who, answer=answer, words=said.words.strip(), change=proposed)

    return _act(package, by, made)


def settle_change(package: str, by: Actor, number: int, *, accepted: bool, words: str = "") -> Routing:
    """Take a proposed change in, or decline it; those that say the same get the same answer."""
    return _act(
        package, by, lambda _, who: entries.Settled(**who, change=number, accepted=accepted, words=words.strip())
    )


def revise(package: str, by: Actor, text: str, *, words: str = "") -> Routing:
    """Put another text in the place of the one before."""

    def made(state: Routing, who: entries.Who) -> Entry:
        return entries.Revised(**who, text=_typed(text, state), words=words.strip())

    return _act(package, by, made)


def hand_over(package: str, by: Actor, to: str) -> Routing:
    """Give the file to another who has a part in it."""
    return _act(package, by, lambda _, who: entries.HandedOver(**who, to=to))


def remind(package: str, by: Actor, office: str) -> Routing:
    """Remind an office that owes a reply."""
    return _act(package, by, lambda _, who: entries.Reminded(**who, office=office))


def recall(package: str, by: Actor, *, words: str = "") -> Routing:
    """Call it back to the drafter."""
    return _act(package, by, lambda _, who: entries.Recalled(**who, words=words.strip()))


def decide_on(package: str, by: Actor, recommendation: int, verdict: Verdict, said: Said = NOTHING) -> Routing:
    """Decide on a recommendation, with 0 on the text. A modification is words that are added, or a change of the
    text. Raises NotPermitted where whoever is logged in is of the approver's office and no approver, ClearanceRefused
    where the verdict would leave out what is said with it, or required clearances are missing and it is not said why it
    is decided all the same."""
    permit("approve")

    def made(state: Routing, who: entries.Who) -> Entry:
        _require_fitting(package, verdict, said)
        changed = _change(state, said) if _gives_change(said) else None
        if verdict is Verdict.MODIFIED and changed is None and not said.words.strip():
            raise ClearanceRefused("A modification says what is modified.", at=package, remedy="Say what is added.")
        return entries.Decided(
            **who, recommendation=recommendation, verdict=verdict, words=said.words.strip(), change=changed,
            despite=said.despite.strip(),
        )  # fmt: skip

    return _act(package, by, made)


def send(package: str, by: Actor, *, as_document: str = "") -> Routing:
    """Mark it as sent. Raises ClearanceRefused, which names what is missing, while anything is."""
    return _act(package, by, lambda _, who: entries.Sent(**who, as_document=as_document.strip()))


def _act(package: str, by: Actor, make: Callable[[Routing, entries.Who], Entry]) -> Routing:
    """One act: it is held against the log as it is within the transaction, so that of two at once one is refused."""
    _require_office(by.office)
    permit("clear")
    with file.writing():
        key, state = packages.keyed(package)
        _require_seen(state, by.seen, package)
        entry = make(state, entries.Who(by=by.office, person=_person(by.person), made_at=timezone.now()))
        done = after(state, entry)
        row = packages.keep(entry, package=key)
        journal.enter(_SAID[type(entry)], journal.On("package", key), journal.row(row))
    return packages.as_known(done, package)


#: What an act is called in the journal.
_SAID: dict[type[Entry], str] = {
    entries.Circulated: "circulated",
    entries.Replied: "replied on",
    entries.Settled: "settled a change of",
    entries.Revised: "revised",
    entries.HandedOver: "handed over",
    entries.Reminded: "reminded on",
    entries.Recalled: "recalled",
    entries.Decided: "decided on",
    entries.Sent: "sent",
}


def _require_office(office: str) -> None:
    """Whoever is logged in acts for their own offices alone; the one person at the machine for any."""
    if not office.strip():
        raise ClearanceRefused("Nobody was named who acts.", remedy="Say for which office.")
    if not sees_all() and office.casefold() not in {each.casefold() for each in current().offices}:
        raise ClearanceRefused(f"You do not act for {office}.", remedy="Someone of that office does.")


def _require_seen(state: Routing, seen: str, package: str) -> None:
    """Nobody clears, decides on or sends words that came in while they were looking at others."""
    if seen and not part_hash(state.text).startswith(seen.casefold()):
        raise ClearanceRefused(
            f"The text is another than the one you had before you: {part_hash(state.text)[:12]}, not {seen[:12]}.",
            at=package,
            remedy="Read what changed, and act again.",
        )


def _require_places(stages: tuple[Stage, ...], text: Draft) -> None:
    """An office clears words that are there: of none its clearance would stand whatever became of the text."""
    for seat in (seat for stage in stages for seat in stage):
        for address in seat.of:
            try:
                locate(text, parse(address))
            except UnknownProvision as error:
                raise UnknownProvision(error.message, at=f"the route, {seat.office}", remedy=error.remedy) from None


def _gives_change(said: Said) -> bool:
    return bool(said.change.strip() or said.text.strip())


def _require_fitting(package: str, verdict: Verdict, said: Said) -> None:
    """Nothing that the approver wrote is left out by the verdict it came with."""
    left_out = _gives_change(said) if verdict is Verdict.DISAPPROVED else _gives_change(said) or said.words.strip()
    if verdict is Verdict.DISAPPROVED and said.despite.strip():
        raise ClearanceRefused(
            "What is disapproved needs no clearance.", at=package, remedy="Give the reason as words, or approve."
        )
    if verdict is not Verdict.MODIFIED and left_out:
        raise ClearanceRefused(
            f"Words or a change stand beside the decision, and “{verdict.value}” would leave them out.",
            at=package,
            remedy="Approve with the modification, or take them out.",
        )


def _person(named: str) -> str:
    """Who acts: whoever is logged in, by no other name than their own; at the machine whoever is named."""
    who = current()
    return who.name or who.key if who.key else named.strip()


def _change(state: Routing, said: Said) -> StoredInstruction:
    document = f"{state.package.id}/reply-{len(state.log)}"
    if said.text.strip() and said.change.strip():
        raise ClearanceRefused(
            "A change is given in words and as a text, and one of them would be left out.",
            at=state.package.id,
            remedy="Give one of them.",
        )
    if said.text.strip():
        proposed: Instruction = from_text(_typed(said.text, state), document=document, on=state.text)
    else:
        proposed = as_change(said.change, document=document, on=state.text)
    return stored_instruction(proposed)


def _typed(words: str, state: Routing) -> Draft:
    if not words.strip():
        raise UnreadableReading("There is no text.", remedy="Give all of it as it is to be.")
    return whole(bare(words, id=f"{state.package.id}/{len(state.log) + 1}"))


def _asked(plan: Plan) -> tuple[str, ...]:
    """The recommendations of the document that a package is of, where it asks its approver for authority."""
    if not plan.approver or not shelf.idents_seen({plan.subject}):
        return ()
    request = authority.read(shelf.document(plan.subject))
    return tuple(one.words.words for one in request.recommendations) if request else ()


def _text(plan: Plan, ident: str) -> Draft:
    if plan.subject and plan.subject in {row.ident for row in shelf.drafts()}:
        return shelf.draft(plan.subject)
    if plan.subject:
        require_whole(shelf.row(plan.subject))
        return whole(shelf.document(plan.subject))
    if not plan.words.strip():
        raise UnknownEntry("The package has no text.", remedy="Name a draft or a document, or give the words.")
    return whole(bare(plan.words, id=f"{ident}/1"))
