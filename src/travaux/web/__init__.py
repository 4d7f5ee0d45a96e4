"""The pages of one negotiation's file: read only, a folder a room. They show what the rooms below return."""
