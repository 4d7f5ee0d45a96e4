"""The negotiation's file: the models that keep it, and the ways to look things up in it. Decides nothing."""
