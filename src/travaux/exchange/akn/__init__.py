"""Akoma Ntoso 3.0 (OASIS LegalDocML): drafts written in it and read from it, exactly; and files of others, as they are.

What the standard has no place for (where words came from, numbers apart from the words that print them) stands in
attributes of a namespace of its own, which the schema allows and other programs pass over.
"""
