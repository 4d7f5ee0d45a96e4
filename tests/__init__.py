"""Tests of Travaux, room by room. A package, so that no `tests` of another distribution is taken for it."""
