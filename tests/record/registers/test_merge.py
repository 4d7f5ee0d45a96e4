"""Registers are joined so that one person stays one, and two stay two."""

from __future__ import annotations

from tests.record.registers.lists import register

from travaux.record.registers.merge import merge


def names(*lists: list[str]) -> list[tuple[str, str]]:
    merged = merge([register("Persons", *lines, id=f"v{place}") for place, lines in enumerate(lists, 1)])
    return [(person.id, person.name) for person in merged.persons]


def test_a_person_of_two_lists_is_one_under_the_first() -> None:
    assert names(["Astley, Colm R., Consul"], ["Astley, Colm, Counselor"]) == [("v1/p1", "Astley, Colm R.")]
    assert names(["Astley, C. Rory, Consul"], ["Astley, Colm R., Counselor"]) == [("v1/p1", "Astley, C. Rory")]


def test_persons_whose_given_names_differ_are_two() -> None:
    assert len(names(["Astley, Colm, Consul"], ["Astley, Carl, Counselor"])) == 2
    assert len(names(["Astley, Colm R., Consul"], ["Astley, Colm T., Counselor"])) == 2
    assert len(names(["Astley, Captain, Consul"], ["Astley, Colm, Counselor"])) == 2


def test_two_of_one_list_are_never_joined() -> None:
    assert len(names(["Astley, Colm, Consul", "Astley, Colm R., Minister"])) == 2


def test_of_two_meanings_that_of_the_first_register_is_taken() -> None:
    first = register("Abbreviations", "AC, Coastal Council", id="v1")
    second = register("Abbreviations", "AC, Air Corps", "AD, Air Defense", id="v2")
    merged = merge([first, second])
    assert [(each.id, each.meaning) for each in merged.abbreviations] == [
        ("v1/t1", "Coastal Council"),
        ("v2/t2", "Air Defense"),
    ]
