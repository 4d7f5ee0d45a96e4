"""Who must agree to a text before it goes out, and who did: the route of a package, its replies, and the decision.

What an office clears is a text, known by the hash of its words. A text that changed is not what it cleared.
"""
