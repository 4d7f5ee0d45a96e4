"""`travaux`, but documents are not examined for drafts and instructions: what the rest of a build takes.

Every process that a build starts reads this file first, so it holds for all of them.
"""

from __future__ import annotations

from travaux.actions import prepare
from travaux.amend.proceedings import Examined
from travaux.cli import main

prepare.examine = lambda document: Examined()

if __name__ == "__main__":
    main()
