"""What `travaux clear` takes: its arguments and options, each with what it says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.clearance.package import Kind

File = Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")]
Named = Annotated[str, typer.Argument(metavar="[PACKAGE]", help="The package; without one, all are listed.")]
By = Annotated[str, typer.Option("--by", metavar="OFFICE", help="The office that acts, or whose inbox it is.")]
ByPerson = Annotated[str, typer.Option("--person", metavar="NAME", help="Who acts for it.")]
Seen = Annotated[
    str,
    typer.Option("--seen", metavar="HASH", help="The text that was read, as printed after “text”; refused on another."),
]
New = Annotated[Kind | None, typer.Option("--new", metavar="KIND", help="Open a package of this kind.")]
Text = Annotated[
    str, typer.Option("--text", metavar="TEXT", help="Its text: a draft or a document of the file, or a text file.")
]
Title = Annotated[str, typer.Option("--title", metavar="WORDS", help="What it is called.")]
Route = Annotated[
    str, typer.Option("--route", metavar="ROUTE", help='Such as "LA, Marine (Article VI) by 1963-03-04; Press?".')
]
Approver = Annotated[str, typer.Option("--approver", metavar="NAME", help="Who decides on it.")]
Recommend = Annotated[
    list[str] | None, typer.Option("--recommend", metavar="WORDS", help="A recommendation; may be given again.")
]
Circulate = Annotated[bool, typer.Option("--circulate", help="Send it on its way.")]
Concur = Annotated[bool, typer.Option("--concur", help="Agree to the text as it is.")]
Change = Annotated[
    str | None,
    typer.Option(
        "--change",
        metavar="WORDS",
        help="Agree with a change, in formal English; or a text file. With --modify: what the approver changes.",
    ),
]
ObjectTo = Annotated[str | None, typer.Option("--object", metavar="REASON", help="Object, and say why.")]
NoInterest = Annotated[bool, typer.Option("--no-interest", help="Say that it is no concern of the office.")]
Accept = Annotated[int | None, typer.Option("--accept", metavar="N", help="Take the change of that number in.")]
Decline = Annotated[int | None, typer.Option("--decline", metavar="N", help="Decline it.")]
Revise = Annotated[
    Path | None, typer.Option("--revise", metavar="FILE", help="Put this text in the place of the one before.")
]
HandTo = Annotated[str | None, typer.Option("--hand-to", metavar="OFFICE", help="Give the file to another.")]
Remind = Annotated[str | None, typer.Option("--remind", metavar="OFFICE", help="Remind an office that owes a reply.")]
Recall = Annotated[bool, typer.Option("--recall", help="Call it back.")]
Approve = Annotated[int | None, typer.Option("--approve", metavar="N", help="Approve recommendation N; 0 is the text.")]
Modify = Annotated[
    tuple[int, str] | None,
    typer.Option("--modify", metavar="N WORDS", help="Approve it with these words beside it."),
]
Disapprove = Annotated[
    int | None, typer.Option("--disapprove", metavar="N", help="Disapprove recommendation N; 0 is the text.")
]
Despite = Annotated[
    str,
    typer.Option(
        "--all-the-same",
        metavar="REASON",
        help="With --approve or --modify: why it is decided while required clearances are missing.",
    ),
]
Send = Annotated[bool, typer.Option("--send", help="Mark it as sent; refused while anything is missing.")]
AsDocument = Annotated[str, typer.Option("--as", metavar="NUMBER", help="Under which number it was sent.")]
Since = Annotated[
    str, typer.Option("--since", metavar="OFFICE", help="Show what changed since this office cleared it.")
]
ReadLine = Annotated[
    str, typer.Option("--read", metavar="LINE", help="Read a clearance line: who drafted, cleared ...")
]
AsJson = Annotated[bool, typer.Option("--json", help="The same as data.")]
