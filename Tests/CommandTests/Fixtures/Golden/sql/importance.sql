-- The table importance of an audit under the lens undp-1994 for the reference year 2020, in PostgreSQL's SQL.
--
-- Gives a row a dimension: node, weight, and covariance_share, the share of the variance of the index that it accounts
-- for: weight × covariance with the index / variance of the index. Shares sum to 1 and may be negative. No row where
-- all scores are the same. Of a mean that is not arithmetic, the index is the weighted sum within it.
--
-- Made by `hsi sql --audit importance`. Reads figures(unit, a column an indicator), units(unit, un_member).
--
WITH
-- One row a unit, one column an indicator: the value in its own unit, NULL where there is none.
-- NaN and infinity count as missing.
measured AS MATERIALIZED (
  SELECT
    f.unit,
    -- Income per person, $
    CASE WHEN ABS(CAST(f."income" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308::float8 AND CAST(f."income" AS DOUBLE PRECISION) > 0::float8 THEN CAST(f."income" AS DOUBLE PRECISION) END AS "income",
    -- Jobless people, % of workers
    CASE WHEN ABS(CAST(f."jobless" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308::float8 THEN CAST(f."jobless" AS DOUBLE PRECISION) END AS "jobless",
    -- Famine deaths, per 100 000 people
    CASE WHEN ABS(CAST(f."famine-deaths" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308::float8 THEN CAST(f."famine-deaths" AS DOUBLE PRECISION) END AS "famine-deaths",
    -- Violent deaths, per 100 000 people, mean of 3 years
    CASE WHEN ABS(CAST(f."violence" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308::float8 THEN CAST(f."violence" AS DOUBLE PRECISION) END AS "violence"
  FROM figures AS f
  JOIN units AS u ON u.unit = f.unit
  WHERE u.un_member
),

-- Coverage: the share of weight, 0 to 1, whose indicators have a value of the unit's own.
covered AS MATERIALIZED (
  SELECT
    *,
    (
      CASE WHEN "famine-deaths" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 END
      + CASE WHEN "income" IS NULL THEN 0::float8 ELSE 0.2222222222222222::float8 END
      + CASE WHEN "jobless" IS NULL THEN 0::float8 ELSE 0.1111111111111111::float8 END
      + CASE WHEN "violence" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 END
    ) / 1::float8 AS coverage
  FROM measured
),

-- Normalisation: where a value stands between the worst (0) and the best (100) of its goalposts, not beyond
-- them; where the catalogue says so, on a logarithm or a root. CASE keeps missing values missing: GREATEST and
-- LEAST pass over NULL.
scored AS MATERIALIZED (
  SELECT
    unit,
    coverage,
    CASE WHEN "income" IS NOT NULL THEN
      100::float8 * LEAST(GREATEST((LN("income") - LN(100::float8)) / (LN(10000::float8) - LN(100::float8)), 0::float8), 1::float8)
    END AS "income",
    CASE WHEN "jobless" IS NOT NULL THEN
      100::float8 * LEAST(GREATEST(("jobless" - 20::float8) / (0::float8 - 20::float8), 0::float8), 1::float8)
    END AS "jobless",
    CASE WHEN "famine-deaths" IS NOT NULL THEN
      100::float8 * LEAST(GREATEST(("famine-deaths" - 10::float8) / (0::float8 - 10::float8), 0::float8), 1::float8)
    END AS "famine-deaths",
    CASE WHEN "violence" IS NOT NULL THEN
      100::float8 * LEAST(GREATEST(("violence" - 8::float8) / (0::float8 - 8::float8), 0::float8), 1::float8)
    END AS "violence"
  FROM covered
),

-- Level 1 of the tree: the weight of the parts that have a score.
weights_1 AS MATERIALIZED (
  SELECT
    *,
    (
      CASE WHEN "income" IS NULL THEN 0::float8 ELSE 0.6666666666666666::float8 END
      + CASE WHEN "jobless" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 END
    ) AS "weight of economic"
  FROM scored
),

-- Aggregation: nodes whose parts are all scored by now. The weight of missing parts goes to those
-- present, in proportion. A mean is kept between the least and the greatest of its parts, which rounding may
-- leave: so equal parts give equal scores.
level_1 AS MATERIALIZED (
  SELECT
    *,
    -- economic: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN "weight of economic" >= 0.499999999999::float8 THEN
      LEAST(GREATEST((
        COALESCE(0.6666666666666666::float8 * "income", 0::float8)
        + COALESCE(0.3333333333333333::float8 * "jobless", 0::float8)
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
weights_2 AS MATERIALIZED (
  SELECT
    *,
    (
      CASE WHEN "economic" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 END
      + CASE WHEN "food" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 END
      + CASE WHEN "personal" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 END
    ) AS "weight of the index"
  FROM level_1
),

-- Aggregation: the index.
level_2 AS MATERIALIZED (
  SELECT
    *,
    -- the index: the geometric mean of its parts, none below the floor of 1
    CASE WHEN "weight of the index" > 0::float8 THEN
      LEAST(GREATEST(EXP((
        CASE WHEN "economic" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 * LN(GREATEST("economic", 1::float8)) END
        + CASE WHEN "food" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 * LN(GREATEST("food", 1::float8)) END
        + CASE WHEN "personal" IS NULL THEN 0::float8 ELSE 0.3333333333333333::float8 * LN(GREATEST("personal", 1::float8)) END
      ) / "weight of the index"),
        GREATEST(LEAST("economic", "food", "personal"), 1::float8)),
        GREATEST(GREATEST("economic", "food", "personal"), 1::float8))
    END AS "the index"
  FROM weights_2
),

-- Missing data: what decides whether a unit is ranked.
counted AS MATERIALIZED (
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
standing AS MATERIALIZED (
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
placed AS MATERIALIZED (
  SELECT
    *,
    CASE WHEN status = 'ranked' THEN "the index" END AS score
  FROM standing
),

-- What the index adds up, of ranked units. A dimension that a unit lacks counts with the index score, so that the
-- sum is that of its score.
terms AS MATERIALIZED (
  SELECT
    unit,
    LN(GREATEST(COALESCE("economic", "the index"), 1::float8)) AS "economic",
    LN(GREATEST(COALESCE("food", "the index"), 1::float8)) AS "food",
    LN(GREATEST(COALESCE("personal", "the index"), 1::float8)) AS "personal"
  FROM placed
  WHERE status = 'ranked'
),

-- The weighted sum by which units are ranked.
summed AS MATERIALIZED (
  SELECT
    *,
    (
      0.3333333333333333::float8 * "economic"
      + 0.3333333333333333::float8 * "food"
      + 0.3333333333333333::float8 * "personal"
    ) AS "weighted sum"
  FROM terms
)

SELECT 'economic' AS node, 0.3333333333333333::float8 AS weight,
  0.3333333333333333::float8 * COVAR_POP("economic", "weighted sum") / NULLIF(VAR_POP("weighted sum"), 0::float8) AS covariance_share
FROM summed
HAVING MIN("weighted sum") < MAX("weighted sum")
UNION ALL
SELECT 'food' AS node, 0.3333333333333333::float8 AS weight,
  0.3333333333333333::float8 * COVAR_POP("food", "weighted sum") / NULLIF(VAR_POP("weighted sum"), 0::float8) AS covariance_share
FROM summed
HAVING MIN("weighted sum") < MAX("weighted sum")
UNION ALL
SELECT 'personal' AS node, 0.3333333333333333::float8 AS weight,
  0.3333333333333333::float8 * COVAR_POP("personal", "weighted sum") / NULLIF(VAR_POP("weighted sum"), 0::float8) AS covariance_share
FROM summed
HAVING MIN("weighted sum") < MAX("weighted sum")
ORDER BY node;
