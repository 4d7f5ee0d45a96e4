"""`travaux mandate`: what the negotiator may and must do on a day, and on whose authority."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from travaux.actions.authorize import authorize
from travaux.actions.decisions_told import decisions_told
from travaux.actions.mandate import Beside, about, beside, directives_of, overview, wholly_on
from travaux.actions.mandate import mandate as mandate_of
from travaux.cli import directing, terminal
from travaux.cli import mandate_asked as asked
from travaux.cli.asked import OnDay, day_of
from travaux.cli.decisions import bound_data, told_lines
from travaux.cli.directing import Settling, settle
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import counted, in_words, short
from travaux.desk import file, shelf
from travaux.desk.mandates import Approval, Told
from travaux.mandate.authority_said import Decided, Part, Request
from travaux.mandate.directives_said import Directive, Directives, Standing
from travaux.mandate.on import Granted, Mandate, Undated, Wording
from travaux.mandate.say import Sheet, say
from travaux.mandate.spent import Spent
from travaux.mandate.subject import Subject
from travaux.text.parse import parse


def mandate(
    path: asked.File,
    on: OnDay = None,
    issue: asked.Issue = "",
    article: asked.Article = "",
    confirmed: asked.Confirmed = False,
    found: asked.Found = False,
    confirm: asked.Confirm = "",
    reject: asked.Reject = "",
    correct: asked.Correct = "",
    enter: asked.Enter = None,
    take_back: asked.TakeBack = "",
    act: asked.ToAct = None,
    object_: asked.Object = None,
    when: asked.When = None,
    limit: asked.Limit = None,
    fallback: asked.Fallback = None,
    denied: asked.Denied = None,
    allowed: asked.Allowed = None,
    document: asked.Document = "",
    decide: asked.Decide = None,
    addition: asked.Addition = "",
    by: asked.By = "",
    as_json: asked.AsJson = False,
) -> None:
    """Tell what may be said, put and accepted on a day, under which condition, and by which words of which message."""
    open_followed(path)
    with file.troubles(path):
        otherwise = Told(act=act, object=object_, condition=when, limit=limit, fallback=fallback, denied=denied,
                         allowed=allowed)  # fmt: skip
        settling = Settling(
            confirm=confirm, reject=reject, correct=correct, enter=enter, take_back=take_back, told=otherwise
        )
        if settling.asked or otherwise != Told():
            _put(settle(settling))
            return
        day = day_of(on)
        if decide is not None:
            _put(_decided(decide, addition, by, day if on else None))
            return
        if (found or document) and as_json:
            print(json_text(_found_data(document)))
            return
        if found or document:
            _put(_found() if found else directing.directives(document))
            return
        held = mandate_of(day, confirmed=confirmed)
        asked_on = about(held, issue)
        subject = asked_on.subject if asked_on else None
        sheet = say(held, about=subject, address=parse(article) if article else None)
        more, whole = beside(sheet, asked_on), wholly_on(sheet, asked_on)
        decisions = decisions_told(held.requests, on=day)
    if as_json:
        on_it = [{"document": each.document, "by": each.by.value, "at": str(each.at)} for each in whole]
        print(json_text({**_as_data(sheet, more), "wholly": on_it, "told": [bound_data(each) for each in decisions]}))
    else:
        as_a_whole = [f"  {each.document} is on it as a whole: {each.by.value} ({each.at})." for each in whole]
        _put([*_lines(sheet, subject, more), *as_a_whole, *told_lines(decisions)])


def _decided(decide: tuple[str, str, Decided], addition: str, by: str, on: datetime.date | None) -> Iterator[str]:
    document, number, decided = decide
    authorize(Approval(document=document, number=number, decided=decided, addition=addition, approver=by, on=on))
    yield f"Kept: recommendation {number} of {document} {decided.value}."


def _put(lines: Iterator[str] | list[str]) -> None:
    console = terminal.output()
    for line in lines:
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _lines(sheet: Sheet, subject: Subject | None, more: Sequence[Beside]) -> Iterator[str]:
    held = sheet.mandate
    on = f" on {sheet.about}" if sheet.about else ""
    yield f"Mandate{on}, {in_words(held.on)}"
    if subject is not None and not subject.issues:
        yield "  No issue of that name is entered: this is what has these words."
    if subject is not None and len(subject.issues) > 1:
        yield f"  With what is below it: {', '.join(issue.name for issue in subject.issues[1:])}"
    yield from _authority(held)
    for heading, directives in sheet.lines:
        yield heading.value
        for each in directives:
            yield from _directive(each)
    if sheet.wordings:
        yield "Words authorised"
        yield from (f"  {_wording(each)}" for each in sheet.wordings)
    yield from _spent(sheet.spent)
    yield from _undated(sheet.undated)
    if not sheet.lines and not sheet.wordings:
        yield "  No directive in force speaks of it." if sheet.about else "  No directive is in force."
    for document in sorted(sheet.filed):
        yield f"  {document} has no day of its own, and counts from the one by which it is filed."
    for one in more:
        yield f"  {one.document} speaks of it too, and orders {counted(one.directives, 'thing')} not told here."
    if sheet.gone:
        yield "No longer in force"
    for gone in sheet.gone:
        yield from _directive(gone.directive)
        yield f"    {gone.rule.value}: {gone.by.at}, {in_words(gone.by.date)}"


def _authority(held: Mandate) -> Iterator[str]:
    if not held.authority:
        yield "  No decision that gives authority is in the file by this day."
    for each in held.authority:
        yield f"  {_granted(each)}"
        if each.is_decided_later:
            yield f"    That is the day of the request; the decision has none. {_to_say_when(each)}"


def _spent(spent: Sequence[Spent]) -> Iterator[str]:
    """Orders to be carried out once, that are done or past."""
    if spent:
        yield "To be carried out once, and done or past"
    for each in spent:
        yield from _directive(each.directive)
        if each.by is not None:
            said = f": “{short(each.words)}”" if each.words else ""
            yield f"    {each.why.value} by {each.by}, {in_words(each.day)}{said}"
        else:
            yield f"    {each.why.value}: {in_words(each.day)}; nothing read reports it as done"


def _undated(undated: Undated) -> Iterator[str]:
    """What counts from no day, and how to enter one."""
    if not undated:
        return
    yield "Undated: counts from no day until a day is entered"
    for each in undated.authority:
        yield f"  {_granted(each)}"
        yield f"    {_to_say_when(each)}"
    for directive in undated.directives:
        yield from _directive(directive)
    yield from (f"  {_wording(wording)}" for wording in undated.wordings)


def _to_say_when(each: Granted) -> str:
    one = each.recommendation
    return f"To say since when: --decide {each.request.document} {one.number} '{one.decided.value}' --on DATE"


def _granted(each: Granted) -> str:
    one = each.recommendation
    grants = ", ".join(grant.value for grant in one.grants)
    added = f", with the addition “{one.addition.words}”" if one.addition else ""
    by = f" by {one.by}" if one.by else ""
    return (
        f"Authority ({grants}): recommendation {one.number} of {each.request.document}, approved{by}, "
        f"{in_words(each.since)}{added}"
    )


def _directive(each: Directive) -> Iterator[str]:
    """A directive in two lines: what is to be done, and from where."""
    marks = [each.standing.value] if each.standing is Standing.PROPOSED else []
    marks += [f"fallback {each.fallback}"] if each.fallback else []
    marks += ["not to be done"] if each.denied else []
    said = short(each.object.words) if each.object else short(each.words)
    yield f"  {each.act.value}: {said}{' [' + ', '.join(marks) + ']' if marks else ''}"
    for name, what in (("when", each.condition), ("not beyond", each.limit), ("by", each.deadline)):
        if what is not None:
            day = f" ({in_words(datetime.date.fromisoformat(each.due))})" if name == "by" and each.due else ""
            yield f"    {name}: {short(what.words)}{day}"
    yield f"    {each.at}, {in_words(each.date)}"


def _wording(each: Wording) -> str:
    place = str(each.address) if each.address else "Words"
    if each.in_part:
        place += ", words that come into it" if each.address else ", to come into a text"
    step = f", fallback {each.fallback}" if each.fallback else ""
    when = f", when {short(each.condition, 50)}" if each.condition else ""
    return f"{place}{step}{when}: “{short(each.words)}” ({each.at}, {in_words(each.date)})"


def _found() -> Iterator[str]:
    """The documents that tell somebody what to do or ask for authority, and what is open in them."""
    rows = overview()
    directives = findings = 0
    for row, told, request in rows:
        directives, findings = directives + len(told.found), findings + len(told.findings)
        yield f"{row.ident}  {in_words(row.date)}  {short(row.title, 70)}"
        if told.found or told.findings:
            more = f", {len(told.possible)} more to look at" if told.possible else ""
            yield f"  {counted(len(told.found), 'directive')}, {len(told.findings)} not understood{more}"
        if request is not None:
            yield from _request(request)
    yield from told_lines(decisions_told([request for _, _, request in rows if request is not None]))
    yield f"{counted(directives, 'directive')} in {counted(len(rows), 'document')}, {findings} not understood."


def _request(request: Request) -> Iterator[str]:
    for one in request.recommendations:
        added = f" (“{one.addition.words}”)" if one.addition else ""
        yield f"  recommendation {one.number}, {one.decided.value}{added}: {short(one.words.words, 70)}"
    missing = [part.value for part in request.missing if part is not Part.CONCURRENCES]
    if missing:
        yield f"  says nothing under a heading of its own on: {', '.join(missing)}"


def _found_data(document: str) -> Json:
    """The documents that tell what to do or ask for authority; with `document`, that one alone."""
    if document:
        row = shelf.row(document)
        return _told_data(row.ident, *directives_of(row))
    return {"documents": [_told_data(row.ident, told, request) for row, told, request in overview()]}


def _told_data(document: str, told: Directives, request: Request | None) -> Json:
    asked_for = request.recommendations if request else ()
    return {
        "document": document,
        "directives": [_directive_data(each) for each in told.found],
        "not_understood": [{"at": str(each.at), "message": each.message} for each in told.findings],
        "possible": [str(at) for at in told.possible],
        "recommendations": [
            {
                "number": each.number, "words": each.words.words, "at": str(each.words.at),
                "decided": each.decided.value, "addition": each.addition.words if each.addition else None,
                "by": each.by or None, "on": each.on.isoformat() if each.on else None,
            }
            for each in asked_for
        ],
    }  # fmt: skip


def _as_data(sheet: Sheet, more: Sequence[Beside]) -> Json:
    return {
        "on": sheet.mandate.on.isoformat(),
        "about": sheet.about or None,
        "authority": [_granted(each) for each in sheet.mandate.authority],
        "directives": [_directive_data(each) for _, directives in sheet.lines for each in directives],
        "wordings": [_wording_data(each) for each in sheet.wordings],
        "spent": [
            {
                "directive": _directive_data(each.directive), "why": each.why.value,
                "by": str(each.by) if each.by else None,
                "day": each.day.isoformat() if each.day else None,
            }
            for each in sheet.spent
        ],
        "undated": {
            "authority": [_granted(each) for each in sheet.undated.authority],
            "directives": [_directive_data(each) for each in sheet.undated.directives],
            "wordings": [_wording_data(each) for each in sheet.undated.wordings],
        },
        "filed": sorted(sheet.filed),
        "beside": [{"document": each.document, "directives": each.directives} for each in more],
        "gone": [
            {"at": str(each.directive.at), "by": str(each.by.at), "rule": each.rule.value}
            for each in sheet.gone
        ],
    }  # fmt: skip


def _wording_data(each: Wording) -> Json:
    return {
        "address": str(each.address) if each.address else None,
        "words": each.words,
        "at": str(each.at),
        "date": each.date.isoformat() if each.date else None,
        "fallback": each.fallback,
        "condition": each.condition or None,
        "in_part": each.in_part,
    }


def _directive_data(each: Directive) -> Json:
    parts = {name: getattr(each, name) for name in ("object", "wording", "condition", "limit", "deadline")}
    return {
        "at": str(each.at),
        "act": each.act.value,
        **{name: said.words if said else None for name, said in parts.items()},
        "addresses": [str(address) for address in each.addresses],
        "due": each.due or None,
        "fallback": each.fallback,
        "denied": each.denied,
        "allowed": each.allowed,
        "addressee": each.addressee or None,
        "date": each.date.isoformat() if each.date else None,
        "standing": each.standing.value,
    }
