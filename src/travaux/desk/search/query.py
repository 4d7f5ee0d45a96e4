"""What is looked for, as a tree. It can be shown in words and turned into a question to the index."""

from __future__ import annotations

from dataclasses import dataclass

# So many words may stand between two words that are near each other, where no number is given.
NEAR = 10


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that stand together; with `prefix`, the last of them may go on."""

    words: str
    prefix: bool = False

    def __post_init__(self) -> None:
        if not any(map(str.isalnum, self.words)):
            raise ValueError("a term has a letter or a figure")


@dataclass(frozen=True, slots=True)
class Near:
    """Terms with at most `distance` words between them, in whatever order."""

    terms: tuple[Term, ...]
    distance: int = NEAR


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of `of`, and none of `without`."""

    of: tuple[Node, ...]
    without: tuple[Node, ...] = ()

    def __post_init__(self) -> None:
        if not self.of:
            raise ValueError("what is left out is left out of something")


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of `of`."""

    of: tuple[Node, ...]


Node = Term | Near | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, None where there is no word in what was typed; `remarks` say what was left out of it."""

    wanted: Node | None = None
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return in_words(self.wanted) if self.wanted else ""


def in_words(node: Node) -> str:
    """The tree as people say it.

    >>> in_words(AllOf((Term("treaty"), Near((Term("area"), Term("Ryukyus"))))))
    'all of: treaty, area near Ryukyus'
    """
    match node:
        case Term():
            return _term(node)
        case Near(terms, distance):
            between = " near " if distance == NEAR else f" within {distance} words of "
            return between.join(map(_term, terms))
        case AnyOf(of):
            return f"any of: {_listed(of)}"
        case AllOf(of, without):
            wanted = _listed(of) if len(of) == 1 else f"all of: {_listed(of)}"
            if not without:
                return wanted
            joint = " but not " if len(of) == len(without) == 1 else "; none of: "
            return wanted + joint + _listed(without)


def terms(node: Node) -> tuple[Term, ...]:
    """Every term of the tree."""
    match node:
        case Term():
            return (node,)
        case Near(near):
            return near
        case AnyOf(of):
            return tuple(term for each in of for term in terms(each))
        case AllOf(of, without):
            return tuple(term for each in (*of, *without) for term in terms(each))


def _listed(nodes: tuple[Node, ...]) -> str:
    return ", ".join(f"({in_words(node)})" if isinstance(node, AllOf | AnyOf) else in_words(node) for node in nodes)


def _term(term: Term) -> str:
    words = f"“{term.words}”" if " " in term.words else term.words
    return f"{words}…" if term.prefix else words
