"""Which directives of a mandate speak of a proposal: those that give something much like it, and those that forbid it.

Much like it: so many of the telling words of the shorter of both are the same. That the same is meant a person says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from travaux.amend.quotes import quotations
from travaux.errors import UnreadableAddress
from travaux.mandate.crossed import crossed, other_label, other_part, other_way
from travaux.mandate.directives_object import addresses_in
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.figures import beyond, bounds, differ, figures, spelled
from travaux.mandate.given import given
from travaux.mandate.likeness import PLACES, likeness, telling
from travaux.mandate.narrower import recounted, restricted, verb_left_out
from travaux.mandate.on import Mandate, is_outermost, path, provision
from travaux.mandate.sense import (
    Sense,
    is_against,
    is_unlike,
    of_object,
    of_order,
    refuses,
    senses,
    undoes,
    without_sense,
)
from travaux.mandate.things import alike, kind_left_out, names_all, says_more, things, unnamed, widens
from travaux.text.address import Address
from travaux.text.parse import parse
from travaux.text.sentences import sentences

GIVES = frozenset({Act.PROPOSE, Act.ACCEPT, Act.SEEK, Act.INTRODUCE, Act.ASSURE, Act.CLEAR, Act.UNAFFECTED})
#: So much of the telling words of a proposal must be those of what a directive is on.
_SPEAKS_OF = 0.6
_OURS = frozenset((Act.PROPOSE, Act.INTRODUCE, Act.RAISE))
#: So much, where both name the same provision.
_NEAR = 0.5
#: Who forbids a thing forbids all of it.
_WHOLLY = ("all", "every", "any", "each")
#: Said of a provision that is taken as it is.
_AS_IT_IS = frozenset("draft drafted worded written stand whole itself".split())
_HOWEVER = re.compile(r"(?i)\b(?:however|nevertheless|nonetheless|still|though|on the other hand)\b")
_OPPOSITION = re.compile(
    r"(?i)\b(?:opposition|objections?|resistance|reservations?|refusal|veto|ban|prohibition) (?:to|on|of|against)\b"
)
_BY_WHEN = re.compile(r"(?i) (?:within|by|before|until|(?:not|no) later than) [^,;.]{2,40}(?:, \d{4})?")
_LESS = re.compile(r"(?i)\b(?:less|more|fewer|other|further|anything (?:beyond|but)) than\b|\bshort of\b")
#: A text that is proposed, and not a few words that name a thing.
_TEXT = re.compile(r"[.;]”?\s*$|\b(?:shall|undertakes?|agrees? (?:that|to)|will be)\b")


def forbidding(mandate: Mandate, proposal: str, address: Address | None) -> Directive | None:
    """The newest directive that tells not to do this, or to prevent it, that our side refuses it, or to leave alone
    what it would change; None where a later one, or one of that day, that gives something is more like it."""
    each = banning(mandate, proposal, address)
    if each is None or (each.object is not None and _is_named(each, proposal, address)):
        return each
    free = [one for one in giving(mandate, proposal, address) if is_same(one, proposal)]
    return None if any(_is_before(one, each, mandate, proposal) for one in free) else each


def banning(mandate: Mandate, proposal: str, address: Address | None) -> Directive | None:
    """The same, whatever else gives it."""
    for each in _against(mandate):
        if _is_named(each, proposal, address):
            return each
        said = (proposal[first:last] for first, last in sentences(proposal))
        if not any(speaks_of(each, one, address) for one in said):
            continue
        forbids = _is_on_figures(each, proposal) and _forbids(each, proposal)
        if forbids and not _is_lifted(each, mandate, proposal):
            free = giving(mandate, proposal, address) if each.denied and each.act in _OURS else ()
            if not any(one.act is Act.ACCEPT and is_same(one, proposal) for one in free):
                return each  # what our side is not to propose it may accept
    return None


def _is_named(ban: Directive, proposal: str, address: Address | None) -> bool:
    """Whether a ban is on all of a provision that a proposal is for."""
    named = ban.object.words if ban.object is not None and is_against(ban) else ""
    return bool(named) and _is_on_all(named, address) and _is_of_sense(ban, proposal)


def _is_before(one: Directive, ban: Directive, mandate: Mandate, proposal: str) -> bool:
    """Whether what one gives goes before a ban: it is of a later day, or a fallback told behind it, and as like what is
    proposed; or of that day and more like it."""
    given, banned = one.date or mandate.on, ban.date or mandate.on
    ours, theirs = like(one, proposal), like(ban, proposal)
    behind = one.document == ban.document and one.at.start > ban.at.start
    if given > banned or (behind and (one.fallback or one.condition is not None or _HOWEVER.search(one.words))):
        return ours >= theirs
    return given == banned and ours > theirs


def _is_lifted(ban: Directive, mandate: Mandate, proposal: str) -> bool:
    """Whether a later order takes back our opposition to what is proposed, or gives a thing that it is a kind of: then
    a person says what is left of the ban."""
    since = ban.date or mandate.on
    for each in mandate.directives:
        if (each.date or mandate.on) <= since or is_against(each) or each.denied:
            continue
        said = on_what(each)
        if each.act is Act.DISCRETION and names_all(proposal, each.words):
            return True
        back = _OPPOSITION.search(said)
        if (
            back is not None
            and each.act in GIVES
            and Sense.REMOVED in of_order(each, said)
            and names_all(said[back.end() :], proposal)
        ):
            return True
        wider = names_all(said, proposal) and not names_all(proposal, said)
        if each.act is Act.ACCEPT and wider and not of_order(each, said):
            return True
    return False


def _forbids(directive: Directive, proposal: str) -> bool:
    """Whether what speaks of a proposal and is against something is against that: to oppose the deletion of an article
    is not against the article; to leave it as it is is against its deletion."""
    if directive.act is Act.UNAFFECTED and not directive.denied:
        return undoes(proposal) and not undoes(on_what(directive))
    if not is_against(directive):
        return _is_that_deed(directive, proposal)
    return refuses(directive) or (_is_of_sense(directive, proposal) and not _is_narrower(directive, proposal))


def _is_that_deed(directive: Directive, proposal: str) -> bool:
    """Whether a proposal is to do the very thing that an order tells not to do: 'disclose our fallback'."""
    before = directive.words.partition(directive.object.words)[0] if directive.object else ""
    verb = telling(before) - telling(on_what(directive))
    return directive.denied and bool(verb & telling(proposal))


def _is_narrower(directive: Directive, proposal: str) -> bool:
    """Whether what is forbidden is another kind, or one kind, of what is proposed: a permanent commission, and not a
    temporary one."""
    if _TEXT.search(proposal):
        return False
    said = on_what(directive)
    if widens(said, proposal) not in ("", *_WHOLLY) or kind_left_out(said, proposal):
        return True
    return says_more(said, proposal) and bool(unnamed(said, proposal))


def _against(mandate: Mandate) -> Iterator[Directive]:
    """The directives that are against something, the newest first."""
    for each in reversed(mandate.directives):
        if each.object is not None and (is_against(each) or each.denied or each.act is Act.UNAFFECTED):
            yield each


def _is_on_figures(directive: Directive, proposal: str) -> bool:
    """Whether what is forbidden is a proposal's figure: 'not less than five years' forbids four, and neither five nor
    six; 'fourteen is not acceptable' forbids fourteen. Also where neither names one."""
    forbidden, named = beyond(directive.words), figures(proposal)
    if forbidden is not None and named:
        return any(forbidden.has(each) for each in named)
    return not differ(figures(on_what(directive)), named)


def _is_on_all(said: str, address: Address | None) -> bool:
    """Whether words are the name alone of a provision that an address is of, or is in: 'Article V'."""
    try:
        named = path(parse(re.sub(r"(?i)^(?:the )?(?:proposed |draft )?", "", said)))
    except UnreadableAddress:
        return False
    return address is not None and path(address)[: len(named)] == named


def giving(mandate: Mandate, proposal: str, address: Address | None) -> list[Directive]:
    """The directives that allow or order something that a proposal is much the same as, the newest first."""
    free = (each for each in reversed(mandate.directives) if each.act in GIVES and not is_against(each))
    return [each for each in free if not each.denied and speaks_of(each, proposal, address)]


def goes_beyond(directive: Directive, proposal: str) -> str:
    """The first provision that a proposal names and an order does not, nor has within what it names; '' for none."""
    ours = [path(each) for each in directive.addresses]
    others = (each for each in addresses_in(proposal) if not any(path(each)[: len(one)] == one for one in ours))
    return str(next(others, "")) if ours else ""


def left_out(directive: Directive, proposal: str) -> str:
    """What keeps an order narrow and a proposal leaves out, or counts otherwise; '' for nothing."""
    said = on_what(directive)
    before, _, behind = directive.words.partition(directive.object.words) if directive.object else ("", "", "")
    said = said.removesuffix(" only") if behind.lstrip().startswith(("if", "when", "after")) else said
    word = restricted(said, proposal) or (verb_left_out(before, said, proposal) if before else "")
    if word:
        return f"not so: {word}"
    told = directive.object.words if directive.object and not directive.stands_for else said
    other = other_part(told, proposal) or other_label(said, proposal) or other_way(said, proposal)
    return other or recounted(said, proposal) or crossed(said, proposal)


def speaking(mandate: Mandate, proposal: str, address: Address | None) -> Directive | None:
    """The newest directive that speaks of a proposal, whatever it says of it."""
    told = (each for each in reversed(mandate.directives) if each.object is not None)
    return next((each for each in told if speaks_of(each, proposal, address)), None)


def is_same(directive: Directive, proposal: str) -> bool:
    """Whether what an order is on is meant in the sense of a proposal, not taken away nor set against another."""
    return directive.object is None or not is_unlike(directive, *_parts(directive), proposal)


def _is_of_sense(directive: Directive, proposal: str) -> bool:
    """The same of what is against something. The words of a text say nothing of it as a whole: against it is all that
    is against what it names, but not what is against taking that away."""
    ours = of_order(directive, on_what(directive))
    if _TEXT.search(proposal):
        return not ours & {Sense.REMOVED, Sense.CHANGED}
    if Sense.CHANGED in ours - senses(proposal) or _is_bounded(directive, proposal):
        return False
    quoted = next(iter(quotations(on_what(directive))), None)
    if quoted is not None and _plain(on_what(directive)[quoted.first : quoted.last]) not in _plain(proposal):
        return False  # those words alone are told of
    return is_same(directive, proposal)


def _is_bounded(directive: Directive, proposal: str) -> bool:
    """Whether only less, or more, than what a proposal names is told of: 'not less than a full withdrawal'."""
    bound = _LESS.search(on_what(directive))
    return bound is not None and _LESS.search(proposal) is None and not figures(proposal)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip("“”\"'‘’.,; ").casefold()


def _parts(directive: Directive) -> tuple[str, str]:
    return of_object(directive, _said(directive))


def speaks_of(directive: Directive, proposal: str, address: Address | None) -> bool:
    """Whether what a directive is on has so much of a proposal's telling words that it speaks of that."""
    if _is_elsewhere(directive, proposal, address):
        return False
    same = address is not None and any(provision(each) == provision(address) for each in directive.addresses)
    return like(directive, proposal) >= (_NEAR if same else _SPEAKS_OF)


def _is_elsewhere(directive: Directive, proposal: str, address: Address | None) -> bool:
    """Whether both name provisions, and none of one is, or is in, one of the other: 'the last sentence of Article VI'
    says nothing of that of Article V."""
    against = frozenset(addresses_in(_parts(directive)[1]))
    theirs = _outermost((*addresses_in(proposal), *((address,) if address else ())))
    ours = _outermost(each for each in directive.addresses if each not in against)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _outermost(addresses: Iterable[Address]) -> frozenset[str]:
    """The articles, or other outermost provisions, that addresses are in; a paragraph alone may be of any."""
    return frozenset(provision(each) for each in addresses if is_outermost(each))


def like(directive: Directive, proposal: str) -> float:
    """How much of a proposal is what a directive is on, from 0 to 1."""
    said = on_what(directive)
    if _is_same_deed(directive, proposal) or (things(said) and things(said) == things(proposal)):
        return 1.0
    if _is_all_of(directive, said, proposal):
        return 1.0
    # A figure, or the name of a provision, alone says nothing of what it is on.
    if len(telling(said) - PLACES) < 2:
        return 1.0 if _is_all_said(directive, proposal) else likeness(said, proposal)
    return max(likeness(said, proposal), likeness(spelled(said), spelled(proposal)), alike(said, proposal))


def _is_all_of(directive: Directive, said: str, proposal: str) -> bool:
    """Whether both are on all of the same provisions, or an order on more of them, and name nothing else: 'Article 5 as
    drafted'."""
    named = {path(each) for each in addresses_in(proposal)}
    nothing_else = not things(proposal) and not things(said) - _AS_IT_IS
    return bool(named) and nothing_else and named <= {path(each) for each in directive.addresses}


def _is_same_deed(directive: Directive, proposal: str) -> bool:
    """Whether both take away, or change, the same provisions: 'drop Article IX', 'deletion of Article IX'."""
    named = {path(each) for each in addresses_in(proposal)}
    deed = senses(proposal)
    if not named or not deed or deed != of_order(directive, on_what(directive)):
        return False
    rest = telling(without_sense(proposal)) - PLACES
    return named == {path(each) for each in directive.addresses} and rest <= telling(directive.words)


def _is_all_said(directive: Directive, proposal: str) -> bool:
    """Whether an order has all telling words of a proposal, and the provisions that it names: 'drop Article IX'."""
    named = {path(each) for each in addresses_in(proposal)}
    words = telling(proposal) - PLACES
    enough = len(words) >= (1 if named else 2)
    return enough and named <= {path(each) for each in directive.addresses} and words <= telling(directive.words)


def on_what(directive: Directive) -> str:
    """What an order is on, in its words; of words put in the place of others, or set against them, those that come."""
    return _parts(directive)[0]


def _said(directive: Directive) -> str:
    if directive.object is None:
        return ""
    told = given(directive)
    is_change = directive.wording is not None and (told is None or told.said != directive.wording)
    return (told.said.words if told else "") if is_change else directive.stands_for or _with_deadline(directive)


def _with_deadline(directive: Directive) -> str:
    """What an order is on, with the time by which that is to be where it is told right behind it: 'withdrawal within
    ninety days'."""
    words = directive.object.words if directive.object else ""
    behind = _BY_WHEN.match(directive.words.partition(words)[2]) if words and directive.deadline else None
    return f"{words}{behind.group()}" if behind else words


def strange(directive: Directive, proposal: str) -> list[str]:
    """The figures of a proposal that an order does not name, nor leaves room for: 'up to six' has room for four."""
    room = None if directive.denied else bounds(directive.words)
    named = figures(directive.words) - (figures(_parts(directive)[1]) - figures(on_what(directive)))
    return sorted(each for each in figures(proposal) - named if room is None or not room.has(each))
