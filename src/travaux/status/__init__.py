"""What binds whom on a date: instruments, their final clauses as rules, and what happened to them.

Never takes a fact that no document gives, and never says that nothing happened where only no record of it is known.
"""
