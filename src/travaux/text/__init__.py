"""What instruments say: drafts as trees of provisions, every word with its origin, and their addresses.

Reads and prints; never changes a draft (that is `amend`) and never compares two (that is `compare`).
"""
