-- Scores of all units under the lens undp-1994 for the reference year 2020, in DuckDB's SQL.
-- Three securities of an invented world
--
-- Made of the lens and the catalogue of indicators by `hsi sql`; no figure stands in it.
-- Reads figures(unit, indicator, year, value), units(unit, un_member).
-- (unit, indicator, year) has to be unique in figures, and unit in units: of two figures chance takes one, and a unit
-- that is listed twice counts twice. `hsi sql --checks` lists such rows.
-- Gives a row a unit: rank, score, the scores of all nodes (higher is more secure), coverage, the share
-- of weight imputed, and the status. The columns of nodes have the names of the catalogue.
-- How nodes are joined: the index geometric, all other nodes arithmetic.
-- Weights are constants: shares of siblings in weights_… and level_…, shares of the index in coverage.
-- To change one, change it in the lens undp-1994 and write the statement anew: its siblings' shares follow.
--
WITH
-- Figures that may play a part: finite numbers of the years 2008 to 2020.
-- NaN and infinity count as missing.
usable AS (
  SELECT unit, indicator, year, CAST(value AS DOUBLE) AS value
  FROM figures
  WHERE year BETWEEN 2008 AND 2020
    AND ABS(CAST(value AS DOUBLE)) <= 1.7976931348623157e+308
    AND indicator IN (
      'income', 'jobless', 'famine-deaths', 'violence',
      'people'
    )
),

-- What figures are divided, multiplied or weighed by, each with the years that it serves: until the next
-- figure, at most 5 years.
"carried people" AS (
  SELECT unit, year, value,
    LEAST(
      year + 5,
      COALESCE(LEAD(year) OVER (PARTITION BY unit ORDER BY year) - 1, year + 5)
    ) AS last_year
  FROM usable
  WHERE indicator = 'people'
),

-- Rates: figure × factors / sum of denominators × per. A denominator is of the same year or the nearest
-- earlier one. Where their sum is 0 there is no value.
ratios AS (
  SELECT unit, indicator, year, value
  FROM usable
  WHERE indicator NOT IN (
      'famine-deaths', 'violence'
    )
  UNION ALL
  SELECT x.unit, x.indicator, x.year, x.value / d1.value * 100000e0 AS value
  FROM usable AS x
  JOIN "carried people" AS d1 ON d1.unit = x.unit
    AND x.year BETWEEN d1.year AND d1.last_year
  WHERE x.indicator IN ('famine-deaths', 'violence')
    AND d1.value <> 0e0
),

-- Means and changes over years, each at a year that has a figure of its own. A mean over k years needs at
-- least half of them; a change needs a value above 0 in exactly the year before.
derived AS (
  SELECT unit, indicator, year, value
  FROM ratios
  WHERE indicator NOT IN (
      'violence'
    )
  UNION ALL
  SELECT x.unit, x.indicator, x.year, SUM(b.value ORDER BY b.year) / COUNT(*) AS value
  FROM ratios AS x
  JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
    AND b.year BETWEEN x.year - 2 AND x.year
  WHERE x.indicator IN ('violence') AND x.year BETWEEN 2015 AND 2020
  GROUP BY x.unit, x.indicator, x.year
  HAVING COUNT(*) >= 2
),

-- Carry-forward: of each unit and indicator the value of the latest year, at most 5 before 2020.
latest AS (
  SELECT unit, indicator, value
  FROM (
    SELECT unit, indicator, value,
      ROW_NUMBER() OVER (PARTITION BY unit, indicator ORDER BY year DESC) AS place
    FROM derived
    WHERE year BETWEEN 2015 AND 2020
  ) AS carried_forward
  WHERE place = 1
),

-- One row a unit, one column an indicator: the value in its own unit, NULL where there is none.
measured AS (
  SELECT
    u.unit,
    -- Income per person, $
    MAX(CASE WHEN latest.indicator = 'income' AND latest.value > 0e0 THEN latest.value END) AS "income",
    -- Jobless people, % of workers
    MAX(CASE WHEN latest.indicator = 'jobless' THEN latest.value END) AS "jobless",
    -- Famine deaths, per 100 000 people
    MAX(CASE WHEN latest.indicator = 'famine-deaths' THEN latest.value END) AS "famine-deaths",
    -- Violent deaths, per 100 000 people, mean of 3 years
    MAX(CASE WHEN latest.indicator = 'violence' THEN latest.value END) AS "violence"
  FROM units AS u
  LEFT JOIN latest ON latest.unit = u.unit
  WHERE u.un_member
  GROUP BY u.unit
),

-- Coverage: the share of weight, 0 to 1, whose indicators have a value of the unit's own.
covered AS (
  SELECT
    *,
    (
      CASE WHEN "famine-deaths" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "income" IS NULL THEN 0e0 ELSE 0.2222222222222222e0 END
      + CASE WHEN "jobless" IS NULL THEN 0e0 ELSE 0.1111111111111111e0 END
      + CASE WHEN "violence" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) / 1e0 AS coverage
  FROM measured
),

-- Normalisation: where a value stands between the worst (0) and the best (100) of its goalposts, not beyond
-- them; where the catalogue says so, on a logarithm or a root. CASE keeps missing values missing: GREATEST and
-- LEAST pass over NULL.
scored AS (
  SELECT
    unit,
    coverage,
    CASE WHEN "income" IS NOT NULL THEN
      100e0 * LEAST(GREATEST((LN("income") - LN(100e0)) / (LN(10000e0) - LN(100e0)), 0e0), 1e0)
    END AS "income",
    CASE WHEN "jobless" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("jobless" - 20e0) / (0e0 - 20e0), 0e0), 1e0)
    END AS "jobless",
    CASE WHEN "famine-deaths" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("famine-deaths" - 10e0) / (0e0 - 10e0), 0e0), 1e0)
    END AS "famine-deaths",
    CASE WHEN "violence" IS NOT NULL THEN
      100e0 * LEAST(GREATEST(("violence" - 8e0) / (0e0 - 8e0), 0e0), 1e0)
    END AS "violence"
  FROM covered
),

-- Level 1 of the tree: the weight of the parts that have a score.
weights_1 AS (
  SELECT
    *,
    (
      CASE WHEN "income" IS NULL THEN 0e0 ELSE 0.6666666666666666e0 END
      + CASE WHEN "jobless" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of economic"
  FROM scored
),

-- Aggregation: nodes whose parts are all scored by now. The weight of missing parts goes to those
-- present, in proportion. A mean is kept between the least and the greatest of its parts, which rounding may
-- leave: so equal parts give equal scores.
level_1 AS (
  SELECT
    *,
    -- economic: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of economic" >= 0.499999999999e0 THEN
      LEAST(GREATEST((
        COALESCE(0.6666666666666666e0 * "income", 0e0)
        + COALESCE(0.3333333333333333e0 * "jobless", 0e0)
      ) / "weight of economic",
        LEAST("income", "jobless")),
        GREATEST("income", "jobless"))
    END AS "economic",
    -- food: the score of its one part
    "famine-deaths" AS "food",
    -- personal: the score of its one part
    "violence" AS "personal"
  FROM weights_1
),

-- Level 2 of the tree: the weight of the parts that have a score.
weights_2 AS (
  SELECT
    *,
    (
      CASE WHEN "economic" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "food" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
      + CASE WHEN "personal" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 END
    ) AS "weight of the index"
  FROM level_1
),

-- Aggregation: the index.
level_2 AS (
  SELECT
    *,
    -- the index: the geometric mean of its parts, none below the floor of 1
    CASE WHEN "weight of the index" > 0e0 THEN
      LEAST(GREATEST(EXP((
        CASE WHEN "economic" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 * LN(GREATEST("economic", 1e0)) END
        + CASE WHEN "food" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 * LN(GREATEST("food", 1e0)) END
        + CASE WHEN "personal" IS NULL THEN 0e0 ELSE 0.3333333333333333e0 * LN(GREATEST("personal", 1e0)) END
      ) / "weight of the index"),
        GREATEST(LEAST("economic", "food", "personal"), 1e0)),
        GREATEST(GREATEST("economic", "food", "personal"), 1e0))
    END AS "the index"
  FROM weights_2
),

-- Missing data: what decides whether a unit is ranked.
counted AS (
  SELECT
    *,
    (
      CASE WHEN "economic" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "food" IS NULL THEN 0 ELSE 1 END
      + CASE WHEN "personal" IS NULL THEN 0 ELSE 1 END
    ) AS scored_dimensions
  FROM level_2
),

-- A unit is ranked, or withheld for the first reason that holds; it is never left out.
standing AS (
  SELECT
    *,
    CASE
      WHEN scored_dimensions < 3 THEN
        'withheld: only ' || CAST(scored_dimensions AS VARCHAR) || ' of 3 dimensions scored, 3 required (missing: '
        || CONCAT_WS(', ',
          CASE WHEN "economic" IS NULL THEN 'economic' END,
          CASE WHEN "food" IS NULL THEN 'food' END,
          CASE WHEN "personal" IS NULL THEN 'personal' END) || ')'
      WHEN "the index" IS NULL THEN 'withheld: no score can be computed'
      ELSE 'ranked'
    END AS status
  FROM counted
),

-- Only a ranked unit has a score.
placed AS (
  SELECT
    *,
    CASE WHEN status = 'ranked' THEN "the index" END AS score
  FROM standing
)

-- Ranks: 1 for the most secure; equal scores share a rank, and the next one is left out. Missing scores stand
-- last, so that no rank counts them.
SELECT
  unit,
  CASE WHEN status = 'ranked' THEN RANK() OVER (ORDER BY score DESC NULLS LAST) END AS "rank",
  score,
  "economic",
  "food",
  "personal",
  "income",
  "jobless",
  "famine-deaths",
  "violence",
  coverage,
  0e0 AS imputed,
  status
FROM placed
ORDER BY "rank" NULLS LAST, unit;
