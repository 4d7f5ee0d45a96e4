"""The status page: what binds whom on a day, as a table, as bars over time, and how instruments are related."""
