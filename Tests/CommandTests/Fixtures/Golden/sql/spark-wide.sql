-- Scores of all units under the lens undp-1994 for the reference year 2020, in Spark's SQL.
-- Three securities of an invented world
--
-- Made of the lens and the catalogue of indicators by `hsi sql`; no figure stands in it.
-- Reads figures(unit, a column an indicator), units(unit, un_member).
-- unit has to be unique in figures: one that stands there twice counts twice. `hsi sql --checks` lists such rows.
-- Gives a row a unit: rank, score, the scores of all nodes (higher is more secure), coverage, the share
-- of weight imputed, and the status. The columns of nodes have the names of the catalogue.
-- How nodes are joined: the index geometric, all other nodes arithmetic.
-- Weights are constants: shares of siblings in weights_… and level_…, shares of the index in coverage.
-- To change one, change it in the lens undp-1994 and write the statement anew: its siblings' shares follow.
--
WITH
-- One row a unit, one column an indicator: the value in its own unit, NULL where there is none.
-- NaN and infinity count as missing.
measured AS (
  SELECT
    f.unit,
    -- Income per person, $
    CASE WHEN ABS(CAST(f.`income` AS DOUBLE)) <= 1.7976931348623157e+308D AND CAST(f.`income` AS DOUBLE) > 0D THEN CAST(f.`income` AS DOUBLE) END AS `income`,
    -- Jobless people, % of workers
    CASE WHEN ABS(CAST(f.`jobless` AS DOUBLE)) <= 1.7976931348623157e+308D THEN CAST(f.`jobless` AS DOUBLE) END AS `jobless`,
    -- Famine deaths, per 100 000 people
    CASE WHEN ABS(CAST(f.`famine-deaths` AS DOUBLE)) <= 1.7976931348623157e+308D THEN CAST(f.`famine-deaths` AS DOUBLE) END AS `famine-deaths`,
    -- Violent deaths, per 100 000 people, mean of 3 years
    CASE WHEN ABS(CAST(f.`violence` AS DOUBLE)) <= 1.7976931348623157e+308D THEN CAST(f.`violence` AS DOUBLE) END AS `violence`
  FROM figures AS f
  JOIN units AS u ON u.unit = f.unit
  WHERE u.un_member
),

-- Coverage: the share of weight, 0 to 1, whose indicators have a value of the unit's own.
covered AS (
  SELECT
    *,
    (
      CASE WHEN `famine-deaths` IS NULL THEN 0D ELSE 0.3333333333333333D END
      + CASE WHEN `income` IS NULL THEN 0D ELSE 0.2222222222222222D END
      + CASE WHEN `jobless` IS NULL THEN 0D ELSE 0.1111111111111111D END
      + CASE WHEN `violence` IS NULL THEN 0D ELSE 0.3333333333333333D END
    ) / 1D AS coverage
  FROM measured
),

-- Normalisation: where a value stands between the worst (0) and the best (100) of its goalposts, not beyond
-- them; where the catalogue says so, on a logarithm or a root. CASE keeps missing values missing: GREATEST and
-- LEAST pass over NULL.
scored AS (
  SELECT
    unit,
    coverage,
    CASE WHEN `income` IS NOT NULL THEN
      100D * LEAST(GREATEST((LN(`income`) - LN(100D)) / (LN(10000D) - LN(100D)), 0D), 1D)
    END AS `income`,
    CASE WHEN `jobless` IS NOT NULL THEN
      100D * LEAST(GREATEST((`jobless` - 20D) / (0D - 20D), 0D), 1D)
    END AS `jobless`,
    CASE WHEN `famine-deaths` IS NOT NULL THEN
      100D * LEAST(GREATEST((`famine-deaths` - 10D) / (0D - 10D), 0D), 1D)
    END AS `famine-deaths`,
    CASE WHEN `violence` IS NOT NULL THEN
      100D * LEAST(GREATEST((`violence` - 8D) / (0D - 8D), 0D), 1D)
    END AS `violence`
  FROM covered
),

-- Level 1 of the tree: the weight of the parts that have a score.
weights_1 AS (
  SELECT
    *,
    (
      CASE WHEN `income` IS NULL THEN 0D ELSE 0.6666666666666666D END
      + CASE WHEN `jobless` IS NULL THEN 0D ELSE 0.3333333333333333D END
    ) AS `weight of economic`
  FROM scored
),

-- Aggregation: nodes whose parts are all scored by now. The weight of missing parts goes to those
-- present, in proportion. A mean is kept between the least and the greatest of its parts, which rounding may
-- leave: so equal parts give equal scores.
level_1 AS (
  SELECT
    *,
    -- economic: the arithmetic mean of its parts, of which 50 per cent of the weight must be there
    CASE WHEN `weight of economic` >= 0.499999999999D THEN
      LEAST(GREATEST((
        COALESCE(0.6666666666666666D * `income`, 0D)
        + COALESCE(0.3333333333333333D * `jobless`, 0D)
      ) / `weight of economic`,
        LEAST(`income`, `jobless`)),
        GREATEST(`income`, `jobless`))
    END AS `economic`,
    -- food: the score of its one part
    `famine-deaths` AS `food`,
    -- personal: the score of its one part
    `violence` AS `personal`
  FROM weights_1
),

-- Level 2 of the tree: the weight of the parts that have a score.
weights_2 AS (
  SELECT
    *,
    (
      CASE WHEN `economic` IS NULL THEN 0D ELSE 0.3333333333333333D END
      + CASE WHEN `food` IS NULL THEN 0D ELSE 0.3333333333333333D END
      + CASE WHEN `personal` IS NULL THEN 0D ELSE 0.3333333333333333D END
    ) AS `weight of the index`
  FROM level_1
),

-- Aggregation: the index.
level_2 AS (
  SELECT
    *,
    -- the index: the geometric mean of its parts, none below the floor of 1
    CASE WHEN `weight of the index` > 0D THEN
      LEAST(GREATEST(EXP((
        CASE WHEN `economic` IS NULL THEN 0D ELSE 0.3333333333333333D * LN(GREATEST(`economic`, 1D)) END
        + CASE WHEN `food` IS NULL THEN 0D ELSE 0.3333333333333333D * LN(GREATEST(`food`, 1D)) END
        + CASE WHEN `personal` IS NULL THEN 0D ELSE 0.3333333333333333D * LN(GREATEST(`personal`, 1D)) END
      ) / `weight of the index`),
        GREATEST(LEAST(`economic`, `food`, `personal`), 1D)),
        GREATEST(GREATEST(`economic`, `food`, `personal`), 1D))
    END AS `the index`
  FROM weights_2
),

-- Missing data: what decides whether a unit is ranked.
counted AS (
  SELECT
    *,
    (
      CASE WHEN `economic` IS NULL THEN 0 ELSE 1 END
      + CASE WHEN `food` IS NULL THEN 0 ELSE 1 END
      + CASE WHEN `personal` IS NULL THEN 0 ELSE 1 END
    ) AS scored_dimensions
  FROM level_2
),

-- A unit is ranked, or withheld for the first reason that holds; it is never left out.
standing AS (
  SELECT
    *,
    CASE
      WHEN scored_dimensions < 3 THEN
        'withheld: only ' || CAST(scored_dimensions AS STRING) || ' of 3 dimensions scored, 3 required (missing: '
        || CONCAT_WS(', ',
          CASE WHEN `economic` IS NULL THEN 'economic' END,
          CASE WHEN `food` IS NULL THEN 'food' END,
          CASE WHEN `personal` IS NULL THEN 'personal' END) || ')'
      WHEN `the index` IS NULL THEN 'withheld: no score can be computed'
      ELSE 'ranked'
    END AS status
  FROM counted
),

-- Only a ranked unit has a score.
placed AS (
  SELECT
    *,
    CASE WHEN status = 'ranked' THEN `the index` END AS score
  FROM standing
)

-- Ranks: 1 for the most secure; equal scores share a rank, and the next one is left out. Missing scores stand
-- last, so that no rank counts them.
SELECT
  unit,
  CASE WHEN status = 'ranked' THEN RANK() OVER (ORDER BY score DESC NULLS LAST) END AS `rank`,
  score,
  `economic`,
  `food`,
  `personal`,
  `income`,
  `jobless`,
  `famine-deaths`,
  `violence`,
  coverage,
  0D AS imputed,
  status
FROM placed
ORDER BY `rank` NULLS LAST, unit;
