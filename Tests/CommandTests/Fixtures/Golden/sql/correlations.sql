-- The table correlations of an audit under the lens undp-1994 for the reference year 2020, in DuckDB's SQL.
--
-- Gives a row an indicator and a dimension: node, the dimension that it belongs to, r_… its correlation with each
-- dimension and with the index, n_… the units that each rests on. Ranked units count, and what is estimated with
-- them. A part raises the correlation with what it is a part of.
--
-- Made by `hsi sql --audit correlations`. Reads figures(unit, a column an indicator), units(unit, un_member).
--
WITH
-- One row a unit, one column an indicator: the value in its own unit, NULL where there is none.
-- NaN and infinity count as missing.
measured AS (
  SELECT
    f.unit,
    -- Income per person, $
    CASE WHEN ABS(CAST(f."income" AS DOUBLE)) <= 1.7976931348623157e+308 AND CAST(f."income" AS DOUBLE) > 0e0 THEN CAST(f."income" AS DOUBLE) END AS "income",
    -- Jobless people, % of workers
    CASE WHEN ABS(CAST(f."jobless" AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(f."jobless" AS DOUBLE) END AS "jobless",
    -- Famine deaths, per 100 000 people
    CASE WHEN ABS(CAST(f."famine-deaths" AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(f."famine-deaths" AS DOUBLE) END AS "famine-deaths",
    -- Violent deaths, per 100 000 people, mean of 3 years
    CASE WHEN ABS(CAST(f."violence" AS DOUBLE)) <= 1.7976931348623157e+308 THEN CAST(f."violence" AS DOUBLE) END AS "violence"
  FROM figures AS f
  JOIN units AS u ON u.unit = f.unit
  WHERE u.un_member
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
),

-- A row a ranked unit and node that it has a score of, beside the scores of its dimensions.
nodes AS (
  SELECT 'income' AS node, 'economic' AS dimension, "income" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "income" IS NOT NULL
  UNION ALL
  SELECT 'jobless' AS node, 'economic' AS dimension, "jobless" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "jobless" IS NOT NULL
  UNION ALL
  SELECT 'economic' AS node, 'economic' AS dimension, "economic" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "economic" IS NOT NULL
  UNION ALL
  SELECT 'famine-deaths' AS node, 'food' AS dimension, "famine-deaths" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "famine-deaths" IS NOT NULL
  UNION ALL
  SELECT 'food' AS node, 'food' AS dimension, "food" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "food" IS NOT NULL
  UNION ALL
  SELECT 'violence' AS node, 'personal' AS dimension, "violence" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "violence" IS NOT NULL
  UNION ALL
  SELECT 'personal' AS node, 'personal' AS dimension, "personal" AS own,
    "economic" AS d1, "food" AS d2, "personal" AS d3, score AS d0
  FROM placed
  WHERE status = 'ranked' AND "personal" IS NOT NULL
)

-- A correlation needs three units, and that both scores vary.
SELECT
  node,
  dimension,
  CASE WHEN COUNT(d1) >= 3 AND MIN(d1) < MAX(d1) AND MIN(CASE WHEN d1 IS NOT NULL THEN own END) < MAX(CASE WHEN d1 IS NOT NULL THEN own END) THEN
    LEAST(GREATEST(CORR(own, d1), (-1e0)), 1e0)
  END AS "r_economic",
  CASE WHEN COUNT(d2) >= 3 AND MIN(d2) < MAX(d2) AND MIN(CASE WHEN d2 IS NOT NULL THEN own END) < MAX(CASE WHEN d2 IS NOT NULL THEN own END) THEN
    LEAST(GREATEST(CORR(own, d2), (-1e0)), 1e0)
  END AS "r_food",
  CASE WHEN COUNT(d3) >= 3 AND MIN(d3) < MAX(d3) AND MIN(CASE WHEN d3 IS NOT NULL THEN own END) < MAX(CASE WHEN d3 IS NOT NULL THEN own END) THEN
    LEAST(GREATEST(CORR(own, d3), (-1e0)), 1e0)
  END AS "r_personal",
  CASE WHEN COUNT(d0) >= 3 AND MIN(d0) < MAX(d0) AND MIN(CASE WHEN d0 IS NOT NULL THEN own END) < MAX(CASE WHEN d0 IS NOT NULL THEN own END) THEN
    LEAST(GREATEST(CORR(own, d0), (-1e0)), 1e0)
  END AS "r_index",
  COUNT(d1) AS "n_economic",
  COUNT(d2) AS "n_food",
  COUNT(d3) AS "n_personal",
  COUNT(d0) AS "n_index"
FROM nodes
GROUP BY node, dimension
ORDER BY dimension, node;
