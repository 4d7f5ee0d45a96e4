"""The page that stands in for others while the drafts are followed."""
