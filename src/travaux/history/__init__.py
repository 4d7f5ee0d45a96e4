"""How a provision came to read as it does: joins the record, the drafts and the instructions."""
