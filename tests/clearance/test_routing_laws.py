"""Laws of the route, under whatever anybody tries in whatever order."""

from __future__ import annotations

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.clearance.packages import NOW, TEXT, package, seat, stored, text
from tests.haste import HASTE

from travaux.clearance.entries import (
    Answer,
    Circulated,
    Decided,
    Entry,
    HandedOver,
    Opened,
    Recalled,
    Replied,
    Revised,
    Sent,
    Settled,
    Verdict,
)
from travaux.clearance.package import Package, part
from travaux.clearance.routing import after, routing
from travaux.clearance.standing import Clearance, Routing
from travaux.errors import ClearanceRefused, UnreadableReading

ROUTES = (
    ((seat("LA"),), (seat("Marine", "Article 2"),), (seat("T", required=False),)),
    ((seat("LA", "Article 1"), seat("Marine", "Article 2", "Article 3")), (seat("T"),)),
    ((seat("LA"), seat("Marine"), seat("T", "Article 3")),),
)
OFFICES = ("LA", "Marine", "T")
EVERYBODY = (*OFFICES, "WD", "Minister", "Nobody")
WORDS = ("daily", "weekly", "hourly")
CHANGES = tuple(
    f"In Article {article}, the word “{old}” shall be replaced by the word “{new}”."
    for article, pairs in (
        (1, [("daily", "weekly"), ("daily", "hourly"), ("weekly", "daily")]),
        (2, [("free", "cheap")]),
    )
    for old, new in pairs
)


class Route(RuleBasedStateMachine):
    """Acts on a package by anybody, in turn or not; what is refused leaves it as it was.

    `shown` is what each office said yes to, in the words of its part, as this test keeps it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.state: Routing | None = None
        self.said_yes: dict[str, str] = {}

    @initialize(route=st.sampled_from(ROUTES), approver=st.sampled_from(("", "Minister")), numbers=st.integers(0, 2))
    def open(self, route: tuple[tuple[object, ...], ...], approver: str, numbers: int) -> None:
        recommendations = tuple(f"number {number}" for number in range(numbers)) if approver else ()
        made: Package = package(*route, approver=approver, recommendations=recommendations)  # type: ignore[arg-type]
        self.state = routing([Opened(by="WD", made_at=NOW, package=made)])
        self._do(Circulated(by="WD", made_at=NOW))

    def teardown(self) -> None:
        if self.state is not None:
            event(f"{min(len(self.state.log) // 4, 6)} x 4 acts")
            event("sent" if self.state.sent else "not sent")
            stands = {self.state.clearance(each) for each in self.state.package.seats}
            event("lapsed" if Clearance.LAPSED in stands else "nothing lapsed")

    def _do(self, entry: Entry) -> bool:
        assert self.state is not None
        try:
            done = after(self.state, entry)
        except ClearanceRefused:
            return False
        self.state = done
        return True

    @rule(by=st.sampled_from(("WD", "LA")))
    def circulate(self, by: str) -> None:
        self._do(Circulated(by=by, made_at=NOW))

    @rule(by=st.sampled_from(EVERYBODY), answer=st.sampled_from([Answer.CONCURS, Answer.NO_INTEREST]))
    def say_yes(self, by: str, answer: Answer) -> None:
        assert self.state is not None
        if self._do(Replied(by=by, made_at=NOW, answer=answer)):
            self.said_yes[by] = part(self.state.text, self.state.package.seat(by).of)

    @rule()
    def all_that_are_asked_say_yes(self) -> None:
        for each in OFFICES:
            assert self.state is not None
            if not self.state.clearance(self.state.package.seat(each)).is_given:
                self.say_yes(each, Answer.CONCURS)

    @rule()
    def the_approver_gets_it_and_approves(self) -> None:
        assert self.state is not None
        self._do(HandedOver(by=self.state.holder, made_at=NOW, to="Minister"))
        for number in self.state.to_decide:
            self.decide(number, Verdict.APPROVED)

    @rule(by=st.sampled_from(OFFICES))
    def object(self, by: str) -> None:
        if self._do(Replied(by=by, made_at=NOW, answer=Answer.OBJECTS, words="Not so.")):
            self.said_yes.pop(by, None)

    @rule(by=st.sampled_from(OFFICES), words=st.sampled_from(CHANGES))
    def change(self, by: str, words: str) -> None:
        assert self.state is not None
        try:
            change = stored(words, self.state)
        except UnreadableReading:
            return
        if self._do(Replied(by=by, made_at=NOW, answer=Answer.WITH_CHANGES, change=change)):
            reply = self.state.reply_of(by)
            assert reply is not None
            self.said_yes[by] = part(reply.text, self.state.package.seat(by).of)

    @rule(by=st.sampled_from(("WD", "LA")), number=st.integers(1, 4), accepted=st.booleans())
    def settle(self, by: str, number: int, accepted: bool) -> None:
        self._do(Settled(by=by, made_at=NOW, change=number, accepted=accepted))

    @rule(one=st.sampled_from(WORDS), two=st.sampled_from(("free", "cheap")), three=st.sampled_from(("end", "leave")))
    def revise(self, one: str, two: str, three: str) -> None:
        words = TEXT.replace("daily", one).replace("free", two).replace("end", three)
        self._do(Revised(by="WD", made_at=NOW, text=text(words)))

    @rule(by=st.sampled_from(EVERYBODY), to=st.sampled_from(EVERYBODY))
    def hand_over(self, by: str, to: str) -> None:
        assert self.state is not None
        holder = self.state.holder
        assert self._do(HandedOver(by=by, made_at=NOW, to=to)) <= (by == holder)

    @rule()
    def recall(self) -> None:
        self._do(Recalled(by="WD", made_at=NOW))

    @rule(number=st.integers(0, 2), verdict=st.sampled_from(Verdict))
    def decide(self, number: int, verdict: Verdict) -> None:
        self._do(Decided(by="Minister", made_at=NOW, recommendation=number, verdict=verdict, words="so"))

    @rule()
    def send(self) -> None:
        before = self.state
        if self._do(Sent(by="WD", made_at=NOW)):
            assert before is not None
            for each in before.package.seats:
                text_now = part(before.text, each.of)
                assert not each.required or self.said_yes.get(each.office) == text_now

    @invariant()
    def there_is_one_holder_and_the_hand_overs_lead_to_it(self) -> None:
        if self.state is not None:
            chain = [self.state.package.drafter]
            for each in self.state.hand_overs:
                assert each.giver == chain[-1]
                chain.append(each.to)
            assert chain[-1] == self.state.holder

    @invariant()
    def a_clearance_stands_exactly_while_the_text_is_what_the_office_said_yes_to(self) -> None:
        if self.state is not None:
            for each in self.state.package.seats:
                stands = self.state.clearance(each).is_given
                assert stands == (self.said_yes.get(each.office) == part(self.state.text, each.of))

    @invariant()
    def nobody_is_asked_before_those_ahead_were(self) -> None:
        if self.state is not None:
            asked = [self.state.clearance(each) is not Clearance.AHEAD for each in self.state.package.seats]
            stages = [self.state.package.stage_of(each.office) for each in self.state.package.seats]
            last = max((stage for stage, found in zip(stages, asked, strict=True) if found), default=-1)
            assert last < max(self.state.reached, 1) or last == -1

    @invariant()
    def the_log_tells_the_same_again(self) -> None:
        if self.state is not None:
            assert routing(self.state.log) == self.state


TestRoute = Route.TestCase
TestRoute.settings = settings(max_examples=50 if HASTE else 150, stateful_step_count=30, deadline=None)
