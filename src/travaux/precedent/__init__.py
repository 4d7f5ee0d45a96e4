"""Who agreed to it before, in what words: a library of agreements, the likeness of their clauses, and what follows.

Owns the folder of a library and its index; knows nothing of a negotiation's file. Never judges which precedent is
the better one: it shows words, dates and parties.
"""
