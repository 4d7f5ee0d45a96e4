"""The address of every provision: the way back from `locate`."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from tests.text.instruments import drafts

from travaux.text.addresses import addresses
from travaux.text.draft import Draft
from travaux.text.locate import locate
from travaux.text.spot import paths_below


@settings(max_examples=150, deadline=None)
@given(drafts())
def test_the_address_of_a_provision_leads_back_to_it(draft: Draft) -> None:
    found = addresses(draft)
    once = {at for at, count in Counter(found.values()).items() if count == 1}

    assert list(found) == [path for path, _ in paths_below(draft, ())]
    for path, at in found.items():
        if at in once:
            assert locate(draft, at).path == path
