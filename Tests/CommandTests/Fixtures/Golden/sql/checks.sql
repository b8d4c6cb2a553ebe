-- Faults in the tables that `hsi sql` scores under the lens undp-1994 for 2020, in DuckDB's SQL.
-- Gives a row a fault: what it is, where it stands, and the value. No row means that there is none.
-- Two figures of one unit, indicator and year: which of them counts is left to chance.
SELECT 'duplicate' AS fault, unit, indicator, year, CAST(NULL AS DOUBLE) AS value
FROM figures
GROUP BY unit, indicator, year
HAVING COUNT(*) > 1
UNION ALL
-- NaN and infinity: the statement takes them for missing.
SELECT 'not finite', unit, indicator, year, CAST(value AS DOUBLE)
FROM figures
WHERE NOT (ABS(CAST(value AS DOUBLE)) <= 1.7976931348623157e+308)
UNION ALL
-- Units that `units` does not list: nobody scores them.
SELECT DISTINCT 'unknown unit', f.unit, CAST(NULL AS VARCHAR), CAST(NULL AS INTEGER), CAST(NULL AS DOUBLE)
FROM figures AS f
LEFT JOIN units AS u ON u.unit = f.unit
WHERE u.unit IS NULL
UNION ALL
-- Indicators that the catalogue does not know.
SELECT DISTINCT 'unknown indicator', NULL, indicator, CAST(NULL AS INTEGER), CAST(NULL AS DOUBLE)
FROM figures
WHERE indicator NOT IN (
    'income', 'jobless', 'famine-deaths', 'violence',
    'people'
)
UNION ALL
-- A unit that stands twice in `units`.
SELECT 'duplicate unit', unit, CAST(NULL AS VARCHAR), CAST(NULL AS INTEGER), CAST(NULL AS DOUBLE)
FROM units
GROUP BY unit
HAVING COUNT(*) > 1
UNION ALL
-- Values outside the range that the catalogue calls plausible, or that a transform cannot take.
SELECT 'out of domain', unit, indicator, year, CAST(value AS DOUBLE)
FROM figures
WHERE ABS(CAST(value AS DOUBLE)) <= 1.7976931348623157e+308
  AND (
    indicator = 'income' AND (CAST(value AS DOUBLE) < 0e0 OR CAST(value AS DOUBLE) > 1000000e0 OR CAST(value AS DOUBLE) <= 0e0)
    OR indicator = 'jobless' AND (CAST(value AS DOUBLE) < 0e0 OR CAST(value AS DOUBLE) > 100e0)
    OR indicator = 'famine-deaths' AND (CAST(value AS DOUBLE) < 0e0)
    OR indicator = 'violence' AND (CAST(value AS DOUBLE) < 0e0)
    OR indicator = 'people' AND (CAST(value AS DOUBLE) < 0e0)
  )
ORDER BY 1, 2, 3, 4;
