"""What a Word file of our own says of itself in its properties, by which it is known again when it comes back."""

from __future__ import annotations

#: The draft that it was written from, and the SHA-256 of its words; the draft before it where it is a redline.
OF_DRAFT, OF_HASH = "travaux-draft", "travaux-sha256"
BEFORE, BEFORE_HASH = "travaux-before", "travaux-before-sha256"
#: When the draft is of, the documents that its words come from, and what stands at the foot of its pages.
DATE, SOURCES, FOOT = "travaux-date", "travaux-sources", "travaux-foot"
