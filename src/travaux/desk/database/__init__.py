"""The two databases that a negotiation can be kept in: what differs between them is here, and in `desk.search`."""
