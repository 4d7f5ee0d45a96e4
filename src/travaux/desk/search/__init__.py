"""Search in the open file: reads what is typed, finds, ranks and counts. What is typed never raises."""

from travaux.desk.search.catalogue import Counts, Facet
from travaux.desk.search.excerpt import Part
from travaux.desk.search.filters import Filters, first_day, last_day
from travaux.desk.search.hits import Hit, Snippet
from travaux.desk.search.index import index, settle
from travaux.desk.search.query import Query
from travaux.desk.search.search import Order, Results, search

__all__ = [
    "Counts", "Facet", "Filters", "Hit", "Order", "Part", "Query", "Results", "Snippet", "first_day", "index",
    "last_day", "search", "settle",
]  # fmt: skip
