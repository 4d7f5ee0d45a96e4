"""How texts change: instructions found in the record, the operations they mean, and the drafts they give.

Never guesses a place or a text: what does not fit is returned as refused, with its reason.
"""
