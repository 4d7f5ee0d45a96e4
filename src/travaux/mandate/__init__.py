"""What may be said: the issues under negotiation, what each side holds on them, and what the negotiator is told to do.

What is read from documents is a proposal until a person confirms it.
"""
