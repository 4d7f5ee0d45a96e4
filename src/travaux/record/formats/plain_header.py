"""Finds the heading of a plain text: file line, number and title. It does not read on into the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.record import file_number
from travaux.record.document import Kind
from travaux.record.formats.plain_body import Line, is_dateline, is_page
from travaux.record.heading import kind_of
from travaux.record.marking import marking
from travaux.record.parties import parties

#: '28. Telegram From ...'
NUMBERED = re.compile(r"(?P<number>\d+[A-Za-z]?)\. (?P<title>\S.*)")
_NUMBER_LINE = re.compile(r"No\. ?(?P<number>\d+[A-Za-z]?)\.?")
_SALUTATION = re.compile(
    r"(?i)(?:my )?dear\b(?:[^.:]|(?<=mr|dr)\.|(?<=mrs)\.|(?<=\b[a-z])\.){0,60}[:,]|"
    r"(?:Mr\. |Madam )?(?:Excellency|Sir|Gentlemen)\s*[:,]"
)
_MESSAGE = re.compile(r"\s*(?:[A-Z]\w* )?\d{1,5}\. \S")
#: A telegram's own number, or an airgram's, before its first words; articles and paragraphs begin with 1.
NUMBERED_MESSAGE = re.compile(r"(?:(?:[A-Z]\w* )?\d{2,5}|[A-Z]{1,3}[-–]\d+)\. \S")
_WITHHELD = re.compile(r"\[[^\[\]]*not declassified[^\[\]]*\]")
#: Words that title what is no letter, telegram or memorandum.
_OTHER_TITLES = re.compile(
    r"(?:Editorial Note|Notes? (?:of|on)|Record of|Summary of|Address by|Remarks|Statement|Resolution|Draft|"
    r"Talking Points|Transcript|Press|National (?:Security|Intelligence)|Extract|Excerpt|Résumé|Aide|Annex|Briefing|"
    r"Agreed|Joint|Proclamation|Circular|Intelligence|Staff|Background|Study|Position|Policy|Special|Essay|Speech)\b"
)
#: Words that open a line of the body, however much it looks like a heading without a number.
_NO_TITLE = re.compile(
    r"(?:(?:Those )?[Pp]resent|Participants?|Subj(?:ect)?|Ref(?:erence)?s?|Re|From|To) ?:|"
    r"(?:For|In|On|At|See|During|After|Following)\b"
)
#: The headings of the first volumes: 'Mr. Rook to Mr. Pell.'
_TITLED = (
    r"(?:Messrs?|Mrs?|Dr|M|Gen|General|Admiral|Captain|Consul|Minister|President|Lord|Sir|Earl|Count|Baron|Marquis|"
    r"Prince|Chevalier|Viscount|Se[ñn]or|Don|Sr|Secretary|Governor|The)\b\.?"
)
_FROM_TO = re.compile(rf"(?:No\. \d+[a-z]?\.\s+)?{_TITLED} [^.:;]{{2,60}}? to (?:the )?{_TITLED} [^:;.]{{2,60}}\.")
_FILES = re.compile(r"\b(?:[Ff]iles?|[Ll]ot|Library|papers)\b|\d/\d|^\d{3}\.\d")
_LOT = re.compile(r"\b[Ll]ot \d\d|(?<!for the )(?<!for )[Ff]iles\b|^\d{3}\.\d")
_SENTENCE = re.compile(
    r"(?<!undated)(?<=[a-z]{3})[.:;,]$|[a-z]{4}\. [A-Z]|\d\. [A-Z][a-z]+ [a-z]{3,}|"
    r" (?:was|were|is|are|has|have|had|will|would) [a-z]"
)
_MARK = re.compile(r"(?:(?<=[^\W\d])|(?<=[.”)]) ?)\d{1,2}$|(?<= )[01]$|[*†]$")
_END_OF_TEXT = re.compile(r"[.!?:;)\]”\"][”’)\]\"'\d]*$")
_CODE = re.compile(r"[{}<>=|\\#@~]|(?<!_)_(?!_)")
_LONGEST_TITLE, _LONGEST_FILE_LINE = 400, 90
_FEWEST_WORDS, _MOST_CODE = 12, 0.01


@dataclass(frozen=True, slots=True)
class Top:
    """Where the heading stands: the lines of file number and title, and the line after them."""

    file_line: int | None = None
    title_line: int | None = None
    number: str | None = None
    end: int = 0

    @property
    def title_lines(self) -> range:
        return range(0) if self.title_line is None else range(self.title_line, self.end)


def top_of(lines: Sequence[Line]) -> Top | None:
    """The heading of a text; None where its first lines are none."""
    first = next((place for place, line in enumerate(lines) if not is_page(line.words)), None)
    if first is None:
        return None
    if _is_file_line(lines, first):
        return _title(lines, first + 1, file_line=first)
    return _title(lines, first, file_line=None)


def is_letter(lines: Sequence[Line]) -> bool:
    """Whether a text opens with a salutation, or with place and date."""
    first = next((line.words for line in lines if not is_page(line.words)), "")
    return _SALUTATION.match(first) is not None or is_dateline(first)


def is_message(words: str) -> bool:
    """Whether a text without a heading is a message's body: it has passages withheld, or a number and pages."""
    return _WITHHELD.search(words) is not None or (_MESSAGE.match(words) is not None and "[Page " in words)


def opens_as_message(words: str) -> bool:
    """Whether a text opens as telegrams and airgrams do: a number that begins no list, and running words."""
    first = words.lstrip().partition("\n")[0]
    return NUMBERED_MESSAGE.match(first) is not None and len(first.split()) >= _FEWEST_WORDS


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether a text is for the most part sentences, and no list, table or program."""
    words = [len(line.words.split()) for line in lines]
    spoken = sum(count for line, count in zip(lines, words, strict=True) if _END_OF_TEXT.search(line.words))
    signs = sum(len(_CODE.findall(line.words)) for line in lines)
    return spoken >= _FEWEST_WORDS and 2 * spoken > sum(words) and signs <= _MOST_CODE * sum(words)


def _is_file_line(lines: Sequence[Line], place: int) -> bool:
    """A short line by itself over a numbered heading, or a file number over any heading."""
    words = _MARK.sub("", lines[place].words)
    if len(words) > _LONGEST_FILE_LINE or place + 1 >= len(lines) or not lines[place + 1].apart:
        return False
    following = lines[place + 1].words
    sure = file_number.in_line(words) is not None or file_number.kind_in_line(words) is not None
    numbered = NUMBERED.match(following)
    if _NUMBER_LINE.fullmatch(following) or (numbered and may_be_title(numbered["title"])):
        return sure or not NUMBERED.match(words)
    if not sure and (NUMBERED.match(words) or (kind_of(words) is not Kind.OTHER and not _LOT.search(words))):
        return False
    return (sure or may_be_file_line(words)) and may_be_title(following)


def may_be_file_line(words: str) -> bool:
    """Whether a line names files, a lot or a library, as the line over a heading of older volumes does."""
    return len(words) <= _LONGEST_FILE_LINE and _FILES.search(words) is not None


def is_filed(words: str) -> bool:
    """Whether a line is a file number, or names the kind of document behind one, or files or a lot."""
    sure = file_number.in_line(words) is not None or file_number.kind_in_line(words) is not None
    return sure or may_be_file_line(words)


def _title(lines: Sequence[Line], place: int, *, file_line: int | None) -> Top | None:
    words = lines[place].words
    end = _end_of_paragraph(lines, place)
    number = _NUMBER_LINE.fullmatch(words)
    if _FROM_TO.fullmatch(without_mark(" ".join(line.words for line in lines[place:end]))):
        # The first volumes count their papers otherwise than their documents: 'No. 214.' is part of the heading.
        return Top(file_line, place, None, end)
    if number and end > place + 1:
        return Top(file_line, place, number["number"], end)
    numbered = NUMBERED.match(words)
    if numbered and may_be_title(numbered["title"]):
        return Top(file_line, place, numbered["number"], end)
    if file_line is not None or is_title(" ".join(line.words for line in lines[place:end])):
        return Top(file_line, place, None, end)
    return None


def _end_of_paragraph(lines: Sequence[Line], place: int) -> int:
    """Past the title's lines; a dateline or marking that follows without a blank line is none of them."""
    end = place + 1
    if _NUMBER_LINE.fullmatch(lines[place].words) and end < len(lines) and not lines[end].apart:
        end += 1
    while end < len(lines) and not lines[end].apart and not is_dateline(lines[end].words):
        if marking(lines[end].words) or len(lines[end].words) > _LONGEST_TITLE:
            break
        end += 1
    return end


def is_title(words: str) -> bool:
    """Whether a line is worded as headings are: it names a kind of document, or who writes to whom."""
    words = without_mark(words)
    if _FROM_TO.fullmatch(words):
        return True
    sides = parties(words, opens_with_kind=False)
    named = bool(sides.sender and sides.addressee) and words[:1].isupper()
    known = kind_of(words) is not Kind.OTHER or _OTHER_TITLES.match(words) is not None
    return may_be_title(words) and (named or known) and _NO_TITLE.match(words) is None


def may_be_title(words: str) -> bool:
    """Whether a line could be a heading by its form: in title case, and no sentence."""
    words = without_mark(words)
    return len(words) <= _LONGEST_TITLE and not _SENTENCE.search(words) and _in_title_case(words)


def without_mark(words: str) -> str:
    """A line of the heading without the mark of the note on it."""
    return _MARK.sub("", words.strip()).strip()


def _in_title_case(words: str) -> bool:
    long = [word for word in words.split() if len(word) > 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) >= 0.5 * len(long)
