"""The people and offices of a negotiation, and how they say who they are. One person at a machine needs none of it."""
