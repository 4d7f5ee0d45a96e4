"""The pages of one negotiation's file: a folder a room. They show what the rooms below return, and hand what a person
decides on it to an action."""
