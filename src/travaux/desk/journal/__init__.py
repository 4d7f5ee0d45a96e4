"""The journal: every change of the file is an entry, chained to the one before by hashes, and none is ever changed."""

from travaux.desk.journal.due import acting, entry_due
from travaux.desk.journal.enter import On, enter, saw
from travaux.desk.journal.row import row

__all__ = ["On", "acting", "enter", "entry_due", "row", "saw"]
