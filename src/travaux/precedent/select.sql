-- Pairs of clauses that may be alike, from their prints. DuckDB and Spark run this text as it stands.
-- Given: clauses(id, words, same), prints(id, words, print, wide).
--
-- 1. Of clauses with the same words in the same order, one stands for all.
-- 2. A print that more than {often} clauses have says little: the wider one at its place is taken.
-- 3. Clauses are paired where they share a print that no more than {most} have, the shorter one first, and neither is
--    more than three times as long: beyond that they cannot be half alike.
-- 4. A pair is kept that shares enough of the prints that either has: {shared} in a hundred, and of clauses of {long}
--    words and more, of which more prints tell, {shared_long} in a hundred.
WITH speaking AS (
    SELECT min(id) AS id FROM clauses WHERE words >= {least} GROUP BY same
),
own AS (
    SELECT prints.id, prints.words, prints.print, prints.wide FROM prints JOIN speaking ON speaking.id = prints.id
),
common AS (
    SELECT print FROM own GROUP BY print HAVING count(*) > {often}
),
keyed AS (
    SELECT own.id, own.words, CASE WHEN common.print IS NULL THEN own.print ELSE own.wide END AS mark
    FROM own LEFT JOIN common ON common.print = own.print
    WHERE common.print IS NULL OR own.wide <> 0
),
telling AS (
    SELECT mark FROM keyed GROUP BY mark HAVING count(*) BETWEEN 2 AND {most}
),
posted AS (
    SELECT keyed.id, keyed.words, keyed.mark, count(*) OVER (PARTITION BY keyed.id) AS held
    FROM keyed JOIN telling ON telling.mark = keyed.mark
)
SELECT one.id AS one, other.id AS other
FROM posted AS one JOIN posted AS other ON one.mark = other.mark
WHERE (one.words < other.words OR (one.words = other.words AND one.id < other.id)) AND other.words <= 3 * one.words
GROUP BY one.id, other.id, one.held, other.held, one.words
HAVING count(*) * 100 >= (one.held + other.held - count(*))
    * CASE WHEN one.words < {long} THEN {shared} ELSE {shared_long} END
