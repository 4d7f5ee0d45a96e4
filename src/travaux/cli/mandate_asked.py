"""What `travaux mandate` takes: its arguments and options, each with what it says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.mandate.authority_said import Decided
from travaux.mandate.directives_said import Act

File = Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")]
Issue = Annotated[
    str,
    typer.Option("--issue", metavar="WORDS", help="Only what is on this issue and those below it; or has these words."),
]
Article = Annotated[
    str, typer.Option("--article", metavar="ADDRESS", help='Only what names this, such as "Article V".')
]
Confirmed = Annotated[bool, typer.Option("--confirmed", help="Only what a person confirmed or corrected.")]
Found = Annotated[bool, typer.Option("--found", help="Which documents tell what to do, or ask for authority.")]
Confirm = Annotated[
    str, typer.Option("--confirm", metavar="DOC:N-N", help="Confirm the directive at these characters.")
]
Reject = Annotated[
    str, typer.Option("--reject", metavar="DOC:N-N", help="Have what stands at these characters be no directive.")
]
Decide = Annotated[
    tuple[str, str, Decided] | None,
    typer.Option("--decide", metavar="DOC N DECISION", help="Enter what was decided on a recommendation."),
]
Addition = Annotated[str, typer.Option("--addition", metavar="WORDS", help="With --decide: what the approver added.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="With --decide: who decided.")]
Correct = Annotated[
    str, typer.Option("--correct", metavar="DOC:N-N", help="Read the directive there otherwise, as the next seven say.")
]
Enter = Annotated[
    tuple[str, Act] | None,
    typer.Option("--enter", metavar="DOC:N-N ACT", help="Have a passage in which none was read be a directive."),
]
TakeBack = Annotated[
    str, typer.Option("--take-back", metavar="DOC:N-N", help="Have what was decided on these characters not count.")
]
ToAct = Annotated[Act | None, typer.Option("--act", metavar="ACT", help="With --correct: what it tells to do.")]
Object = Annotated[
    str | None, typer.Option("--object", metavar="WORDS", help='On what, in words of the passage; "" for nothing.')
]
When = Annotated[
    str | None, typer.Option("--when", metavar="WORDS", help='Under which condition, in its words; "" for none.')
]
Limit = Annotated[
    str | None, typer.Option("--limit", metavar="WORDS", help='Not beyond what, in its words; "" for no limit.')
]
Fallback = Annotated[
    int | None, typer.Option("--fallback", metavar="N", min=0, help="Which fallback it is; 0 is the first choice.")
]
Denied = Annotated[bool | None, typer.Option("--denied/--not-denied", help="Whether it is not to be done.")]
Allowed = Annotated[bool | None, typer.Option("--allowed/--not-allowed", help="Whether it may be done, and need not.")]
Document = Annotated[
    str, typer.Option("--document", metavar="DOC", help="The directives of one document, as read and as settled.")
]
AsJson = Annotated[bool, typer.Option("--json", help="The same as data.")]
