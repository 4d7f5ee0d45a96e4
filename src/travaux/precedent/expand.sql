-- Every clause for the one that stands for it: each pair of clauses that are alike, those of the same words too.
-- DuckDB and Spark run this text as it stands. Given: clauses(id, within, same), alike(one, other, likeness).
-- A paragraph is not paired with the article that it is part of.
WITH spread AS (
    SELECT one.id AS first, other.id AS second, one.within AS first_within, other.within AS second_within,
        alike.likeness
    FROM alike
    JOIN clauses AS one_stands ON one_stands.id = alike.one
    JOIN clauses AS one ON one.same = one_stands.same
    JOIN clauses AS other_stands ON other_stands.id = alike.other
    JOIN clauses AS other ON other.same = other_stands.same
    UNION ALL
    SELECT one.id, other.id, one.within, other.within, CAST(1 AS FLOAT)
    FROM clauses AS one JOIN clauses AS other ON one.same = other.same AND one.id < other.id
)
SELECT CASE WHEN first < second THEN first ELSE second END AS one,
    CASE WHEN first < second THEN second ELSE first END AS other, likeness
FROM spread
WHERE first_within <> second_within OR (first <> first_within AND second <> second_within)
