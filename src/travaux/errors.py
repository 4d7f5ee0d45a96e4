"""The tree of errors. A message says what and where; the remedy says what to do about it.

Errors are for what stops a verb. What a verb could not understand but could pass over is a `Finding`.
"""

from __future__ import annotations


class TravauxError(Exception):
    """Root of every error that a person can do something about; the command line shows it as one line."""

    def __init__(self, message: str, *, at: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.at}: " if self.at else ""
        return f"{place}{self.message} {self.remedy}".rstrip()


class NotPermitted(TravauxError):
    """The person who asks may not do this."""


class UnreadableInput(TravauxError):
    """The bytes given are not a document of the record that a reader knows."""


class NotXml(UnreadableInput):
    """A file that calls itself XML and is not."""


class HostileXml(UnreadableInput):
    """XML that names outside files, multiplies entities, or nests beyond all reason."""


class NoDocuments(UnreadableInput):
    """Well-formed input, but no document in it."""


class UnknownLook(UnreadableInput):
    """Plain text that has none of the looks a document is known to have."""


class UnknownProvision(TravauxError):
    """An address that leads nowhere in the draft it is asked of."""


class UnreadableAddress(TravauxError):
    """Words that are not an address."""


class UnreadableReading(TravauxError):
    """Words that a person gives as the reading of a passage, and that are not understood as an instruction."""


class UnknownDocument(TravauxError):
    """No document, or no draft, of that name in the file."""


class UnknownFormat(TravauxError):
    """A format that there is none of, or that cannot hold what is to be written in it."""


class UnknownEntry(TravauxError):
    """Nobody and no abbreviation of that name in the registers of the file."""


class TakenName(TravauxError):
    """A document whose id belongs to another text in the file; the first one stays."""


class FileTrouble(TravauxError):
    """A negotiation's file, or the place for it, cannot be used."""


class NewerFile(FileTrouble):
    """A negotiation's file written by a later version of the program."""


class ReadOnlyPlace(FileTrouble):
    """The place of a negotiation's file does not take writing."""


class FullDisk(FileTrouble):
    """The disk took no more; what was stored before stays."""


class OfficeTrouble(TravauxError):
    """What an office must say of itself before a file is served to its people is missing."""


class UnwritableText(TravauxError):
    """A text that the format asked for cannot hold."""


class UncountableDate(TravauxError):
    """A period that leads out of the calendar."""


class UnreadableRegister(TravauxError):
    """A register of instruments and events that does not say what one must say, or cites what is not there."""


class UnknownInstrument(TravauxError):
    """No instrument, or no party to it, of that name in the register."""


class ClearanceRefused(TravauxError):
    """An act on a package in clearance that is not this office's to do, or not yet."""


class LibraryTrouble(TravauxError):
    """A library of agreements, or the place for it, cannot be used."""


class EmptyQuery(TravauxError):
    """Words to look for that hold no word."""
